import { fromUtf8 } from './bytes.ts';

/** Places by which names are found again, powers of two; a name that lost its place to another is looked up by its text. */
const SUMS = 1024;
const PAIRS = 4096;
/** Names after which the table begins anew, so that those of hostile text do not stay. */
const MANY = 4096;
const QUOTE = 0x22;
const NONE = -1;
const NOTHING = new Uint8Array();

/**
 * Names met so far in JSON, keys above all, each with a number; a name met often is made and tested once. Objects of one kind have
 * the same keys in the same order, so a name is first compared with the one that last came after the two before it.
 */
export class SeenNames {
  readonly #allows: (name: string) => boolean;
  readonly #numbers = new Map<string, number>();
  readonly #bySum = new Int32Array(SUMS).fill(NONE);
  readonly #byPair = new Int32Array(PAIRS).fill(NONE);
  /** Spellings of the names of plain ASCII, each with the quote behind it, and where each name's ends. */
  #spelled = new Uint8Array(1024);
  #ends = new Int32Array(64);
  #names: string[] = [];
  #last = 0;
  #beforeLast = 0;

  /** Knows the names that pass a test. */
  constructor(allows: (name: string) => boolean) {
    this.#allows = allows;
  }

  /** Number of the name that stands between an offset and the next quote; -1 when it fails the test, or is not plain ASCII. */
  numberAt(bytes: Uint8Array, from: number): number {
    const pair = (this.#last * 61 + this.#beforeLast) & (PAIRS - 1);
    let number = this.#byPair[pair] ?? NONE;
    if (number < 0 || !this.#isSpelled(number, bytes, from)) {
      number = this.#find(bytes, from);
      this.#byPair[pair] = number;
    }
    this.#beforeLast = this.#last;
    this.#last = number;
    return number;
  }

  /** Bytes of a name that `numberAt` found, with the quote behind it. */
  lengthOf(number: number): number {
    return (this.#ends[number] ?? 0) - this.#startOf(number);
  }

  /** The name of a number. */
  textOf(number: number): string {
    return this.#names[number] ?? '';
  }

  /** Number of a name with an escape or beyond ASCII, which `numberAt` does not find; -1 when it fails the test. */
  numberOf(name: string): number {
    return this.#numberOf(name, NOTHING, 0, 0);
  }

  /** Forgets all names once they are many, and says so: their numbers mean nothing any more. */
  tidy(): boolean {
    if (this.#names.length < MANY) return false;
    this.#numbers.clear();
    this.#bySum.fill(NONE);
    this.#byPair.fill(NONE);
    this.#names = [];
    return true;
  }

  #numberOf(name: string, bytes: Uint8Array, from: number, to: number): number {
    const held = this.#numbers.get(name);
    if (held !== undefined) return held;
    if (!this.#allows(name)) return NONE;
    const number = this.#names.push(name) - 1;
    this.#numbers.set(name, number);
    const start = this.#startOf(number);
    const end = start + to - from;
    if (number >= this.#ends.length) this.#ends = longer(this.#ends, new Int32Array(2 * number));
    if (end > this.#spelled.length) this.#spelled = longer(this.#spelled, new Uint8Array(2 * end));
    for (let i = from; i < to; i++) this.#spelled[start + i - from] = bytes[i] ?? 0;
    this.#ends[number] = end;
    return number;
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
  }

  #isSpelled(number: number, bytes: Uint8Array, from: number): boolean {
    const spelled = this.#spelled;
    const start = this.#startOf(number);
    const end = this.#ends[number] ?? 0;
    for (let i = start; i < end; i++) if (spelled[i] !== bytes[from + i - start]) return false;
    return true;
  }

  #find(bytes: Uint8Array, from: number): number {
    let at = from;
    let sum = 0;
    for (let byte = bytes[at] ?? 0; byte !== QUOTE; byte = bytes[++at] ?? 0) {
      if (byte < 0x20 || byte > 0x7f || byte === 0x5c) return NONE;
      sum = (Math.imul(sum, 31) + byte) | 0;
    }
    const slot = (sum ^ (sum >>> 10)) & (SUMS - 1);
    const held = this.#bySum[slot] ?? NONE;
    if (held >= 0 && this.#isSpelled(held, bytes, from)) return held;
    const number = this.#numberOf(fromUtf8(bytes.subarray(from, at)) ?? '', bytes, from, at + 1);
    this.#bySum[slot] = number;
    return number;
  }
}

function longer<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
