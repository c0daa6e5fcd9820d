import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
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

/** UTF-16 units of the longest answer that is looked at. */
const LONGEST_ANSWER = 1024 * 1024;

/**
 * Starts readers as children of this process, where it is one of plain Node. `script` is the built `picture-reader`, a file URL. The picture
 * is all of its standard input; on its standard output each line is a message in JSON.
 */
export function forkedReader(script: URL): StartReader {
  return async () => {
    const { SYSTEMROOT } = process.env;
    const child = spawn(process.execPath, [fileURLToPath(script)], {
      // SECURITY: nothing of our environment, and no flag of ours.
      env: SYSTEMROOT === undefined ? {} : { SYSTEMROOT },
      // SECURITY: and not Node's own channel: what a decoder that was taken over writes to it is deserialised here before anybody can look at
      // it, and this process ends where that fails.
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const gone = new Promise<void>((done) => {
      child.once('close', () => done());
      child.on('error', () => done());
    });
    // It may have ended before it has its picture.
    for (const pipe of [child.stdin, child.stdout]) pipe.on('error', () => undefined);
    return {
      post: (bytes) => void child.stdin.end(bytes),
      onMessage: (receive) => onLine(child.stdout, (line) => receive(parsed(line))),
      gone,
      kill: () => void child.kill('SIGKILL'),
    };
  };
}

/** Tells of each line; of what is longer than an answer may be, only that it is there, as an empty one. */
function onLine(stream: Readable, receive: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (piece: string) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) receive(line);
    if (rest.length <= LONGEST_ANSWER) return;
    rest = '';
    receive('');
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
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
