import { fromUtf8, utf8 } from './bytes.ts';
import { SeenNames } from './seen-names.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
/** The first that is no control character, and the first that is not ASCII. */
const SPACE = 0x20;
const BEYOND = 0x80;

const LETTER_T = 0x74;
const LETTER_F = 0x66;
const LETTER_N = 0x6e;
const [TRUE, FALSE, NULL] = [utf8('true'), utf8('false'), utf8('null')];

const SHORT_ESCAPES = new Set(utf8('"\\bfnrt'));
/** What `JSON.stringify` writes of control characters without a short escape. */
const LONG_ESCAPE = /^\\u00(?:0[0-7be-f]|1[0-9a-f])$/;
const LONG = 6;

/** Offset, from one on, of the first byte that is a quote, a backslash, a control character or not ASCII; the end of the view when there is none. */
export function plainTo(view: DataView, from: number): number {
  const last = view.byteLength - 4;
  let at = from;
  for (; at <= last; at += 4) {
    const word = view.getInt32(at, true);
    // Four bytes at once: the lowest top bit that is set is that of the first such byte; only above it a borrow may have set others.
    // One beyond ASCII has its top bit in the second term, and 0xa2 in the first.
    const odd = ((word - 0x20202020) | ((word ^ 0x22222222) - 0x01010101) | ((word ^ 0x5c5c5c5c) - 0x01010101)) & 0x80808080;
    if (odd !== 0) return at + ((31 - Math.clz32(odd & -odd)) >> 3);
  }
  while (at < view.byteLength && isPlain(view.getUint8(at))) at += 1;
  return at;
}

function isPlain(byte: number): boolean {
  return byte >= SPACE && byte < BEYOND && byte !== QUOTE && byte !== BACKSLASH;
}

/**
 * Reads over strict JSON and makes nothing of it: one look at each byte says whether it is the one spelling `JSON.stringify` would
 * write of a value the format allows. A cursor over one text after another: `begin`, then values and punctuation, then `isDone`.
 */
export class JsonScanner {
  /** Offset of what comes next. */
  at = 0;
  readonly #keys: SeenNames;
  #bytes: Uint8Array = new Uint8Array();
  #view: DataView = new DataView(new ArrayBuffer(0));
  #isAscii = true;
  #objects = 0;
  /** By depth and number of a key: the object it was last met in. */
  readonly #met: Float64Array[] = [];

  /** Takes the keys that pass a test. */
  constructor(allows: (key: string) => boolean) {
    this.#keys = new SeenNames(allows);
  }

  /** Starts on other bytes; they must not change before `isDone`. */
  begin(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#isAscii = true;
    this.at = 0;
    if (this.#keys.tidy()) this.#met.length = 0;
  }

  /** True at the end of the bytes, when they are UTF-8. What was read over before is not sure to be right without. */
  isDone(): boolean {
    return this.at === this.#bytes.length && (this.#isAscii || fromUtf8(this.#bytes) !== null);
  }

  /** Reads over these very bytes; false, without moving, when others stand there. */
  take(expected: Uint8Array): boolean {
    for (let i = 0; i < expected.length; i++) if (this.#bytes[this.at + i] !== expected[i]) return false;
    this.at += expected.length;
    return true;
  }

  /** Reads over one value in which lists and objects nest at most `depth` deep; false, without moving, when it is not strict. */
  value(depth: number): boolean {
    const end = this.#value(this.at, depth);
    if (end >= 0) this.at = end;
    return end >= 0;
  }

  // The rest give the offset behind what they read over, or -1.

  #value(at: number, depth: number): number {
    switch (this.#bytes[at]) {
      case QUOTE:
        return this.#text(at + 1);
      case OPEN_OBJECT:
        return depth === 0 ? -1 : this.#object(at + 1, depth);
      case OPEN_LIST:
        return depth === 0 ? -1 : this.#list(at + 1, depth);
      case LETTER_T:
        return this.#word(at, TRUE);
      case LETTER_F:
        return this.#word(at, FALSE);
      case LETTER_N:
        return this.#word(at, NULL);
      default:
        return this.#number(at);
    }
  }

  #object(from: number, depth: number): number {
    const bytes = this.#bytes;
    if (bytes[from] === CLOSE_OBJECT) return from + 1;
    const object = ++this.#objects;
    for (let at = from; bytes[at] === QUOTE; at++) {
      at = this.#key(at + 1, depth, object);
      if (at < 0 || bytes[at] !== COLON) return -1;
      at = this.#value(at + 1, depth - 1);
      if (at < 0 || bytes[at] === CLOSE_OBJECT) return at < 0 ? -1 : at + 1;
      if (bytes[at] !== COMMA) return -1;
    }
    return -1;
  }

  #list(from: number, depth: number): number {
    const bytes = this.#bytes;
    if (bytes[from] === CLOSE_LIST) return from + 1;
    for (let at = from; ; at++) {
      at = this.#value(at, depth - 1);
      if (at < 0 || bytes[at] === CLOSE_LIST) return at < 0 ? -1 : at + 1;
      if (bytes[at] !== COMMA) return -1;
    }
  }

  #key(from: number, depth: number, object: number): number {
    const number = this.#keys.numberAt(this.#bytes, from);
    if (number < 0) return this.#oddKey(from, depth, object);
    return this.#isDoubled(number, depth, object) ? -1 : from + this.#keys.lengthOf(number);
  }

  // One with an escape or beyond ASCII, or one that may not stand there.
  #oddKey(from: number, depth: number, object: number): number {
    const end = this.#text(from);
    const text = end < 0 ? null : fromUtf8(this.#bytes.subarray(from - 1, end));
    const number = text === null ? -1 : this.#keys.numberOf(JSON.parse(text) as string);
    return number < 0 || this.#isDoubled(number, depth, object) ? -1 : end;
  }

  #isDoubled(number: number, depth: number, object: number): boolean {
    let met = this.#met[depth];
    if (met === undefined || number >= met.length) {
      const longer = new Float64Array(2 * number + 64);
      if (met !== undefined) longer.set(met);
      met = longer;
      this.#met[depth] = met;
    }
    const isDoubled = met[number] === object;
    met[number] = object;
    return isDoubled;
  }

  #text(from: number): number {
    for (let at = from; at >= 0; ) {
      at = plainTo(this.#view, at);
      const byte = this.#bytes[at] ?? 0;
      if (byte === QUOTE) return at + 1;
      if (byte < SPACE) return -1;
      if (byte === BACKSLASH) at = this.#escape(at);
      else {
        this.#isAscii = false;
        at += 1;
      }
    }
    return -1;
  }

  #escape(at: number): number {
    if (SHORT_ESCAPES.has(this.#bytes[at + 1] ?? 0)) return at + 2;
    return LONG_ESCAPE.test(String.fromCharCode(...this.#bytes.subarray(at, at + LONG))) ? at + LONG : -1;
  }

  #word(from: number, word: Uint8Array): number {
    for (let i = 1; i < word.length; i++) if (this.#bytes[from + i] !== word[i]) return -1;
    return from + word.length;
  }

  #number(from: number): number {
    const bytes = this.#bytes;
    const first = bytes[from] === MINUS ? from + 1 : from;
    let at = first;
    let value = 0;
    // The digit alone is added: with 48 more a sum just within 2^53 would already be rounded.
    for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) value = value * 10 + (byte - ZERO);
    if (at === first || value > Number.MAX_SAFE_INTEGER) return -1;
    // Neither 01 nor -0.
    return bytes[first] === ZERO && (at > first + 1 || first > from) ? -1 : at;
  }
}
