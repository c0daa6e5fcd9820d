import { isRefused, type Refused, refuse } from '../../shared/errors.ts';
import { MAX_PICTURE, MAX_PIXELS } from '../../shared/limits.ts';
import { pictureHead } from '../core/pictures/picture-head.ts';
import { Handout } from './handout.ts';
import type { Host } from './host.ts';
import { readChosen } from './read-chosen.ts';
import type { ReaderProcess, StartReader } from './reader-process.ts';
import { Uploads } from './uploads.ts';

/** Milliseconds a picture may take to be read, from when the reader has it. */
export const READ_MS = 1000;
/** Milliseconds a reader has to start on a busy machine. */
const START_MS = 10_000;
const MOST_TEXTS = 32;
const LONGEST_TEXT = 4096;

type Source = { readonly picture: string } | { readonly token: string };

/** Pictures a person brings in, and what the QR codes in them say. Each is decoded in a process of its own, which holds no key and is ended. */
export class Pictures {
  readonly #host: Pick<Host, 'redeem'>;
  readonly #start: StartReader;
  readonly #sent = new Uploads(Math.ceil(MAX_PICTURE / 3) * 4, 1);
  readonly #handout = new Handout();
  #reading = false;

  constructor(host: Pick<Host, 'redeem'>, start: StartReader) {
    this.#host = host;
    this.#start = start;
  }

  /** Takes a piece of a picture in base64; null starts a new one, and the one before is forgotten. */
  put(picture: string | null, piece: string): { picture: string } | Refused {
    const put = this.#sent.put(picture, piece);
    if (!isRefused(put)) return { picture: put.upload };
    return put.refused === 'too_large' ? refuse('picture_too_large') : put;
  }

  /**
   * The texts of the QR codes in a picture. Its head is looked at first: nothing too large, or of another kind, is decoded at all. A chosen
   * WebP, which is not decoded here, waits under `draw` for the page to do it.
   */
  async read(source: Source): Promise<readonly string[] | { draw: string } | Refused> {
    if ('token' in source) this.#handout.forget();
    const bytes = await this.#bytesOf(source);
    if (isRefused(bytes)) return bytes;
    const head = pictureHead(bytes);
    if (head === null) return refuse('picture_unreadable');
    if (head.width * head.height > MAX_PIXELS) return refuse('picture_too_large');
    if (head.kind === 'webp') {
      // SECURITY: only what a person chose, only where it says it is a picture, and of it no byte behind the picture.
      return 'token' in source ? { draw: this.#handout.hold(bytes.subarray(0, head.length)) } : refuse('picture_unreadable');
    }
    if (this.#reading) return refuse('busy');
    this.#reading = true;
    try {
      return await this.#decoded(bytes);
    } finally {
      this.#reading = false;
    }
  }

  /** The next piece, in base64, of a picture that waits to be drawn. */
  toDraw(picture: string): { piece: string; last: boolean } | Refused {
    return this.#handout.next(picture);
  }

  async #bytesOf(source: Source): Promise<Uint8Array | Refused> {
    if ('picture' in source) {
      const text = this.#sent.take(source.picture);
      return text === null ? refuse('not_found') : new Uint8Array(Buffer.from(text, 'base64'));
    }
    const file = await this.#host.redeem(source.token, 'open_picture');
    if (isRefused(file)) return file;
    const bytes = await readChosen(file, MAX_PICTURE);
    if (!isRefused(bytes)) return new Uint8Array(bytes);
    return bytes.refused === 'too_large' ? refuse('picture_too_large') : bytes;
  }

  async #decoded(bytes: Uint8Array): Promise<readonly string[] | Refused> {
    const reader = await this.#start().catch(() => null);
    if (reader === null) return refuse('capability_missing');
    try {
      const told = await this.#answerOf(reader, bytes);
      if (told === 'late') return refuse('picture_timeout');
      return isTexts(told) ? told : refuse('picture_unreadable');
    } finally {
      reader.kill();
    }
  }

  /** What the reader answers; 'late' when it does not in time, null when it ends without an answer. */
  #answerOf(reader: ReaderProcess, bytes: Uint8Array): Promise<unknown> {
    return new Promise((done) => {
      let timer = setTimeout(() => done('late'), START_MS);
      const end = (told: unknown): void => {
        clearTimeout(timer);
        done(told);
      };
      let given = false;
      reader.onMessage((message) => {
        if (given) return end(message);
        if (message !== 'ready') return end(null);
        given = true;
        clearTimeout(timer);
        timer = setTimeout(() => done('late'), READ_MS);
        reader.post(bytes);
      });
      void reader.gone.then(() => end(null));
    });
  }
}

// SECURITY: a decoder that a picture has taken over may say anything.
function isTexts(told: unknown): told is string[] {
  return (
    Array.isArray(told) && told.length <= MOST_TEXTS && told.every((one) => typeof one === 'string' && one.length <= LONGEST_TEXT)
  );
}
