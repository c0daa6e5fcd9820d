import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { bundleProgram } from './bundle.ts';
import { ECHO_ENGINE, HOST_PAGE } from './chromium-host.ts';

/** What tests/support/host-program.ts tells of itself. */
export interface HostReport {
  /** Milliseconds from the start of the process to a loaded page. */
  readonly opened: number;
  readonly relayed: string;
  readonly browserPid: number;
  readonly enginePid: number;
  readonly rendererPids: readonly number[];
}

/** A host in a process of its own, its page loaded. */
export interface HostProcess {
  readonly child: ChildProcess;
  readonly report: HostReport;
  /** The exit code, null when a signal ended it. */
  readonly exited: Promise<number | null>;
}

export interface HostProcessOptions {
  /** Where the browser's profile goes. */
  readonly runtimeFolder: string;
  /** What runs node, for example `unshare -n`. */
  readonly before?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly headed?: boolean;
}

const children = new Set<ChildProcess>();

/** Ends what a failed test has left. */
export function endHostProcesses(): void {
  for (const child of children) child.kill('SIGKILL');
}

/** Starts a host in a process of its own. Throws with its standard error when it ends before its page has loaded. */
export async function startHostProcess(options: HostProcessOptions): Promise<HostProcess> {
  const program = await bundleProgram(
    path.join(import.meta.dirname, 'host-program.ts'),
    path.resolve(import.meta.dirname, '../../.cache/e2e'),
  );
  const command = [...(options.before ?? []), process.execPath];
  const child = spawn(
    command[0] ?? '',
    [...command.slice(1), program, HOST_PAGE, ECHO_ENGINE, options.runtimeFolder, ...(options.headed ? ['--headed'] : [])],
    {
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  children.add(child);
  const exited = new Promise<number | null>((done) => child.once('exit', done));
  void exited.then(() => children.delete(child));
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const report = await new Promise<HostReport>((done, fail) => {
    let text = '';
    child.stdout.on('data', (data: Buffer) => {
      text += data.toString();
      if (text.includes('\n')) done(JSON.parse(text) as HostReport);
    });
    void exited.then(() => fail(new Error(`the host ended: ${stderr}`)));
  });
  return { child, report, exited };
}
