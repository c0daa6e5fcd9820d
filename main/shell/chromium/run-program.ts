import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Where `PATH` finds a program; null when it does not. */
export function findProgram(name: string, env: NodeJS.ProcessEnv = process.env): string | null {
  for (const folder of (env['PATH'] ?? '').split(path.delimiter)) {
    if (!path.isAbsolute(folder)) continue;
    const file = path.join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here.
    }
  }
  return null;
}

/** Runs a program and gives its exit code, null when a signal ended it, with what it wrote. Rejects when it cannot be started, or `abort` ends it. */
export function runProgram(
  file: string,
  args: readonly string[],
  abort?: AbortSignal,
): Promise<{ code: number | null; output: string }> {
  return new Promise((done, fail) => {
    // SECURITY: no shell, so nothing in an argument is ever a command.
    const child = spawn(file, args, { shell: false, stdio: ['ignore', 'pipe', 'ignore'], ...(abort && { signal: abort }) });
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
    });
    child.once('error', fail);
    child.once('close', (code) => done({ code, output }));
  });
}

/** Starts a program and lets it be. Rejects when it cannot be started. */
export function startProgram(file: string, args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(file, args, { shell: false, stdio: 'ignore', detached: true });
    child.once('error', fail);
    child.once('spawn', () => {
      child.unref();
      done();
    });
  });
}
