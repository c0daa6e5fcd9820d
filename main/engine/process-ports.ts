import { MAX_IN_FLIGHT } from '../../shared/limits.ts';
import type { Port, Unsubscribe } from '../../shared/port.ts';
import type { ReaderPort } from './reader-process.ts';

/** The engine's two pipes, whatever process it runs in. */
export interface ProcessPorts {
  readonly shell: Port;
  readonly page: Port;
  /** Hears of the pipes to picture readers that the shell starts; null where this process starts them itself. */
  readonly onReader: ((receive: (port: ReaderPort) => void) => void) | null;
}

interface ParentPort {
  postMessage(message: string): void;
  on(event: 'message', receive: (event: { data: unknown; ports?: readonly ReaderPort[] }) => void): unknown;
}

class Receivers {
  readonly #all = new Set<(text: string) => void>();
  // A page may ask before the engine has read what it needs to answer; null once somebody has listened.
  #early: string[] | null = [];

  add(receive: (text: string) => void): Unsubscribe {
    this.#all.add(receive);
    const early = this.#early;
    this.#early = null;
    // Once the one who listens has all it needs to answer.
    if (early !== null) queueMicrotask(() => early.forEach((text) => this.tell(text)));
    return () => void this.#all.delete(receive);
  }

  tell(text: unknown): void {
    if (typeof text !== 'string') return;
    if (this.#early !== null && this.#early.length < MAX_IN_FLIGHT) this.#early.push(text);
    for (const receive of [...this.#all]) receive(text);
  }
}

/** Under plain Node both pipes share the IPC channel: each message is a pair of pipe and text. */
function forked(): ProcessPorts {
  const receivers = { shell: new Receivers(), page: new Receivers() };
  process.on('message', (message: unknown) => {
    if (!Array.isArray(message)) return;
    if (message[0] === 'shell' || message[0] === 'page') receivers[message[0] as 'shell' | 'page'].tell(message[1]);
  });
  // A shell that is gone leaves nobody to lock us: end with it.
  process.on('disconnect', () => process.exit(0));
  const port = (pipe: 'shell' | 'page'): Port => ({
    // A shell that is going has nobody to read this; without a callback Node would throw it as an error of the process.
    post: (text) => void process.send?.([pipe, text], undefined, undefined, () => undefined),
    onMessage: (receive) => receivers[pipe].add(receive),
  });
  return { shell: port('shell'), page: port('page'), onReader: null };
}

/** Under Electron the parent port is the shell's pipe; the page's comes over it as a message port, the newest counts. */
function utility(parent: ParentPort): ProcessPorts {
  const shell = new Receivers();
  const page = new Receivers();
  let current: ReaderPort | null = null;
  let onReader: (port: ReaderPort) => void = () => undefined;
  parent.on('message', ({ data, ports }) => {
    const given = ports?.[0];
    if (given === undefined) return shell.tell(data);
    if (data === 'reader') return onReader(given);
    if (data !== 'page') return;
    current = given;
    given.on('message', (event) => {
      if (current === given) page.tell(event.data);
    });
    given.start?.();
  });
  return {
    shell: { post: (text) => parent.postMessage(text), onMessage: (receive) => shell.add(receive) },
    page: { post: (text) => current?.postMessage(text), onMessage: (receive) => page.add(receive) },
    onReader: (receive) => void (onReader = receive),
  };
}

/** The pipes of this process: Electron's utility process when it has a parent port, else a forked Node process. */
export function processPorts(): ProcessPorts {
  const parent = (process as { parentPort?: ParentPort }).parentPort;
  return parent === undefined ? forked() : utility(parent);
}
