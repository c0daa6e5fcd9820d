import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { Port } from '../../../shared/port.ts';
import { Listeners } from '../listeners.ts';
import { engineEnvironment } from '../node-engine.ts';
import type { EngineProcess } from '../shell.ts';
import { killUtility } from './kill-utility.ts';

/**
 * An engine in a utility process. Texts of the shell pipe are the parent port's own messages; the page pipe is a port of its own, sent
 * with the message 'page', and a new one takes the place of the old, so that what page and engine say never passes through here.
 */
export class ElectronEngine implements EngineProcess {
  readonly port: Port;
  readonly exited: Promise<number | null>;
  readonly #child: UtilityProcess;
  readonly #receivers = new Listeners<string>();
  #killed = false;
  #gone = false;

  /** Starts `file`, a bundle of the engine. Electron must be ready. */
  constructor(file: string) {
    this.#child = utilityProcess.fork(file, [], {
      serviceName: 'Latchkey engine',
      // SECURITY: an allow-list; NODE_OPTIONS and its like put foreign code beside the keys.
      env: engineEnvironment(process.env),
      // SECURITY: no --inspect of the shell opens a port into the engine.
      execArgv: [],
      stdio: process.env['LATCHKEY_DEBUG'] === '1' ? 'inherit' : 'ignore',
    });
    this.#child.on('message', (message: unknown) => {
      if (typeof message === 'string') this.#receivers.tell(message);
    });
    // Told of what breaks in V8, before the exit. Unheard it would be thrown here, with a report of what the process held.
    this.#child.on('error', () => undefined);
    this.exited = new Promise((done) => {
      this.#child.once('exit', (code) => {
        this.#gone = true;
        done(this.#killed ? null : code);
      });
    });
    this.port = {
      post: (text) => {
        if (!this.#gone) this.#child.postMessage(text);
      },
      onMessage: (receive) => this.#receivers.add(receive),
    };
  }

  /** 0 until the process has started and after its end. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Gives it the page's pipe. */
  join(page: MessagePortMain): void {
    if (!this.#gone) this.#child.postMessage('page', [page]);
  }

  /** Gives it the pipe to a process that reads a picture. */
  joinReader(reader: MessagePortMain): void {
    if (!this.#gone) this.#child.postMessage('reader', [reader]);
  }

  kill(): void {
    if (this.#gone || this.#killed) return;
    this.#killed = true;
    killUtility(this.#child);
  }
}
