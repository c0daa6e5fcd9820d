import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts a program for tests first on this process's PATH: it writes each of its arguments to a line of a log in `folder`, writes
 * `output` and exits with `code`. Gives how to read the log.
 */
export async function recordProgram(folder: string, name: string, output = '', code = 0): Promise<() => readonly string[]> {
  const log = path.join(folder, `${name}.log`);
  const bin = path.join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(path.join(bin, name), `#!/bin/sh\nprintf '%s\\n' "$@" >> '${log}'\nprintf '%s' '${output}'\nexit ${code}\n`);
  await chmod(path.join(bin, name), 0o755);
  const before = process.env['PATH'] ?? '';
  if (!before.startsWith(bin)) process.env['PATH'] = `${bin}${path.delimiter}${before}`;
  return () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []);
}
