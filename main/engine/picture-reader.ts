import { Worker } from 'node:worker_threads';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url&inline';

/** Codes read from one picture. */
const MOST_CODES = 32;
/** Milliseconds from a picture to the end of this process: longer than whoever gave it waits. */
const LAST_MS = 3000;

interface Pipe {
  postMessage(message: unknown): void;
  onMessage(receive: (message: unknown) => void): void;
}

/** Where the picture comes from: standard input, or under Electron the message port that comes first. */
function toEngine(receive: (pipe: Pipe) => void): void {
  type Port = {
    postMessage(message: unknown): void;
    on(event: 'message' | 'close', fn: (event: { data: unknown }) => void): void;
    start(): void;
  };
  type Parent = { on(event: 'message', fn: (event: { ports: readonly Port[] }) => void): void };
  const parent = (process as { parentPort?: Parent }).parentPort;
  if (parent === undefined) {
    const pieces: Buffer[] = [];
    // Nobody is left to hear of it.
    process.stdout.on('error', () => process.exit(0));
    return receive({
      postMessage: (message) => void process.stdout.write(`${JSON.stringify(message)}\n`),
      onMessage: (fn) => {
        process.stdin.on('data', (piece: Buffer) => void pieces.push(piece));
        // Without a picture, it is the end of whoever was to give one.
        process.stdin.on('end', () => (pieces.length === 0 ? process.exit(0) : fn(new Uint8Array(Buffer.concat(pieces)))));
      },
    });
  }
  parent.on('message', ({ ports: [port] }) => {
    if (port === undefined) return;
    port.on('close', () => process.exit(0));
    receive({
      postMessage: (message) => port.postMessage(message),
      onMessage: (fn) => {
        port.on('message', ({ data }) => fn(data));
        port.start();
      },
    });
  });
}

/**
 * Ends this process by itself, in a thread of its own: while a decoder is stuck over a picture, the loop that would hear of the end of a
 * parent that was killed does not turn.
 */
function endLater(): void {
  new Worker(`setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${LAST_MS})`, { eval: true });
}

/** Texts of the QR codes in a picture; null when it cannot be decoded. */
async function textsOf(picture: Uint8Array): Promise<string[] | null> {
  try {
    const codes = await readBarcodes(picture, {
      formats: ['QRCode'],
      maxNumberOfSymbols: MOST_CODES,
      tryHarder: true,
      returnErrors: true,
    });
    const found = codes.filter(({ isValid }) => isValid).map(({ text }) => text);
    // The library tells of a picture it could not decode as of a code without a format.
    return found.length === 0 && codes.some(({ error, format }) => error !== '' && format !== 'QRCode') ? null : found;
  } catch {
    return null;
  }
}

// The whole life of this process: it holds no key and no vault, reads one picture, says what its codes hold, and is ended.
toEngine((pipe) => {
  const wasmBinary = Buffer.from(wasm.slice(wasm.indexOf(',') + 1), 'base64');
  pipe.onMessage((message) => {
    if (!(message instanceof Uint8Array)) return;
    endLater();
    void textsOf(message).then((texts) => pipe.postMessage(texts));
  });
  // SECURITY: the library would fetch its WebAssembly from a server; here it is given.
  void prepareZXingModule({ overrides: { wasmBinary, print: () => undefined }, fireImmediately: true }).then(() =>
    pipe.postMessage('ready'),
  );
});
