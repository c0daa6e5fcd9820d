import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process that reads one picture: it says 'ready', is given the bytes, answers with the texts it found or null, and is ended. */
export interface ReaderProcess {
  post(bytes: Uint8Array): void;
  onMessage(receive: (message: unknown) => void): void;
  /** Resolves when it is gone. */
  readonly gone: Promise<void>;
  kill(): void;
}

/** Starts one; rejects when none can be started. */
export type StartReader = () => Promise<ReaderProcess>;

/** Starts readers as children of this process, where it is one of plain Node. `script` is the built `picture-reader`, a file URL. */
export function forkedReader(script: URL): StartReader {
  return async () => {
    const { SYSTEMROOT } = process.env;
    const child = fork(fileURLToPath(script), [], {
      // SECURITY: nothing of our environment, no flag of ours, and no pipe but the one the picture goes through.
      env: SYSTEMROOT === undefined ? {} : { SYSTEMROOT },
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const gone = new Promise<void>((done) => {
      child.once('exit', () => done());
      child.once('error', () => done());
    });
    return {
      post: (bytes) => void (child.connected && child.send(bytes, () => undefined)),
      onMessage: (receive) => void child.on('message', receive),
      gone,
      kill: () => void child.kill('SIGKILL'),
    };
  };
}

/** A message port of Electron's. */
export interface ReaderPort {
  postMessage(message: unknown): void;
  on(event: 'message', receive: (event: { data: unknown }) => void): unknown;
  on(event: 'close', receive: () => void): unknown;
  start?(): void;
}

/** Starts readers through the shell, where this process can start none: what is read goes from the reader to here and through no other process. */
export function shellReader(
  onPort: (receive: (port: ReaderPort) => void) => void,
  host: { startReader(): Promise<boolean>; endReader(): Promise<void> },
): StartReader {
  let waiting: ((port: ReaderPort) => void) | null = null;
  onPort((port) => waiting?.(port));
  return async () => {
    const coming = new Promise<ReaderPort>((done) => (waiting = done));
    if (!(await host.startReader())) throw new Error('the shell started no picture reader');
    const port = await coming;
    return {
      post: (bytes) => port.postMessage(bytes),
      onMessage: (receive) => {
        port.on('message', ({ data }) => receive(data));
        port.start?.();
      },
      gone: new Promise((done) => void port.on('close', () => done())),
      kill: () => void host.endReader(),
    };
  };
}
