import { type ChildProcess, fork } from 'node:child_process';
import type { Port } from '../../shared/port.ts';
import { Listeners } from './listeners.ts';
import type { EngineProcess } from './shell.ts';

/** Both pipes of the engine share its one IPC channel: each message is a pair of the pipe and the text. */
const PIPES = ['page', 'shell'] as const;
type Pipe = (typeof PIPES)[number];

const KEPT = /^(HOME|USERPROFILE|LANG|LC_[A-Z]+|TZ|TMPDIR|TEMP|TMP|SYSTEMROOT|WINDIR|APPDATA|LOCALAPPDATA)$/i;

/**
 * The part of an environment the engine may see: where home and temporary files are, language and time zone.
 * SECURITY: an allow-list, because NODE_OPTIONS, NODE_EXTRA_CA_CERTS, LD_PRELOAD and their like put foreign code beside the keys.
 */
export function engineEnvironment(from: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(from).filter(([name]) => KEPT.test(name)));
}

/**
 * How V8 runs an engine: what it makes for a moment gets 4 MiB rather than 16, since opening a large vault would fill all of it once. Costs
 * no time that was measured, and saves a sixth of the memory at the peak (decision 0014).
 */
export const ENGINE_FLAGS: readonly string[] = ['--max-semi-space-size=4'];

/** An engine in a child process of plain Node. */
export class NodeEngine implements EngineProcess {
  readonly pid: number;
  readonly exited: Promise<number | null>;
  /** The engine-to-shell pipe. */
  readonly port: Port;
  /** The engine-to-page pipe, relayed by this process. */
  readonly page: Port;
  private readonly child: ChildProcess;
  private readonly receivers = { page: new Listeners<string>(), shell: new Listeners<string>() };

  /** Starts `file`, a bundle of the engine. Throws when no process can be made. */
  constructor(file: string) {
    // SECURITY: none of this process's own flags, so that an --inspect of the shell does not open a port into the engine.
    this.child = fork(file, [], {
      env: engineEnvironment(process.env),
      execArgv: [...ENGINE_FLAGS],
      serialization: 'json',
      stdio: ['ignore', 'ignore', process.env['LATCHKEY_DEBUG'] === '1' ? 'inherit' : 'ignore', 'ipc'],
    });
    if (this.child.pid === undefined) throw new Error('the engine did not start');
    this.pid = this.child.pid;
    this.child.on('message', (message) => this.receive(message));
    this.exited = new Promise((done) => {
      this.child.once('exit', (code) => done(code));
      this.child.once('error', () => done(null));
    });
    this.port = this.pipe('shell');
    this.page = this.pipe('page');
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  private pipe(pipe: Pipe): Port {
    const receivers = this.receivers[pipe];
    return {
      // A text for an engine that is gone has nobody to read it; `exited` tells.
      post: (text) => void (this.child.connected && this.child.send([pipe, text], () => {})),
      onMessage: (receive) => receivers.add(receive),
    };
  }

  private receive(message: unknown): void {
    if (!Array.isArray(message)) return;
    const pipe = PIPES.find((name) => name === message[0]);
    const text: unknown = message[1];
    if (pipe === undefined || typeof text !== 'string') return;
    this.receivers[pipe].tell(text);
  }
}
