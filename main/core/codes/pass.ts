import { type Bytes, b64u } from '../bytes.ts';
import { bitsPerCode, type CodeShape, codeLimit, codeText } from './code-shape.ts';

/** Steps that follow each other without a gap; step = floor(Unix seconds / period). */
export interface PassWindow {
  readonly first_step: number;
  readonly count: number;
}

/** Codes computed ahead for stated windows, as a message carries them (SECURITY 5.3): `codes` is b64u of the packed codes. */
export interface CodePass {
  readonly account: string;
  readonly alphabet: 'decimal' | 'steam';
  readonly digits: number;
  readonly period: number;
  readonly windows: readonly PassWindow[];
  readonly codes: string;
}

/** Most codes in one message, over all its passes. */
export const MAX_CODES = 92_000;

/** A pass reaches at most this many seconds past the time it was made at: 31 days. */
export const MAX_REACH = 31 * 86_400;

/** Most windows in one pass. */
export const MAX_WINDOWS = 256;

const B64U_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const FROM_B64U = new Map([...B64U_CHARACTERS].map((character, value) => [character, value]));

/** Number of codes a pass holds. */
export function passCodeCount(pass: Pick<CodePass, 'windows'>): number {
  return pass.windows.reduce((sum, { count }) => sum + count, 0);
}

/** The last step of a pass; null when it has no windows. */
export function lastStep(pass: Pick<CodePass, 'windows'>): number | null {
  const window = pass.windows.at(-1);
  return window === undefined ? null : window.first_step + window.count - 1;
}

/** Collects code values into packed bytes: MSB first, no gaps, the last byte filled with zero bits. */
export class CodePacker {
  readonly #out: Bytes;
  readonly #bits: number;
  readonly #limit: number;
  #at = 0;

  constructor(shape: CodeShape, count: number) {
    this.#bits = bitsPerCode(shape);
    this.#limit = codeLimit(shape);
    this.#out = new Uint8Array(packedLength(shape, count));
  }

  /** Appends one code. Throws RangeError for a value the shape does not have, or past the count announced. */
  add(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= this.#limit) throw new RangeError('no code of this shape');
    if (this.#at + this.#bits > this.#out.length * 8) throw new RangeError('more codes than announced');
    for (let left = this.#bits; left > 0; ) {
      const byte = this.#at >> 3;
      const room = 8 - (this.#at & 7);
      const take = Math.min(room, left);
      const part = (value >>> (left - take)) & ((1 << take) - 1);
      this.#out[byte] = (this.#out[byte] ?? 0) | (part << (room - take));
      this.#at += take;
      left -= take;
    }
  }

  /** The packed bytes so far; the packer's own array. */
  get bytes(): Bytes {
    return this.#out;
  }
}

/** Bytes that `count` codes of a shape take, exactly. */
export function packedLength(shape: CodeShape, count: number): number {
  return Math.ceil((count * bitsPerCode(shape)) / 8);
}

/** b64u of code values packed in order, as `CodePass.codes` holds them. Throws RangeError for a value the shape does not have. */
export function packCodes(values: readonly number[], shape: CodeShape): string {
  const packer = new CodePacker(shape, values.length);
  for (const value of values) packer.add(value);
  return b64u(packer.bytes);
}

/** Bits `from` to `from + length` of base64url text as a number, read in place; null past the end or for a foreign character. */
function bitsAt(text: string, from: number, length: number): number | null {
  let value = 0;
  const end = from + length;
  for (let at = from; at < end; ) {
    const six = FROM_B64U.get(text.charAt(Math.floor(at / 6)));
    if (six === undefined) return null;
    const room = 6 - (at % 6);
    const take = Math.min(room, end - at);
    value = value * 2 ** take + ((six >> (room - take)) & ((1 << take) - 1));
    at += take;
  }
  return value;
}

/** Value of the code at a place of a pass, the first being 0; null when there is none or it is too large for its shape. */
function valueAt(pass: CodePass, place: number): number | null {
  const bits = bitsPerCode(pass);
  const value = bitsAt(pass.codes, place * bits, bits);
  return value === null || value >= codeLimit(pass) ? null : value;
}

/** All codes of a pass in order; null when one is missing or too large. Reveals everything: for tests and the owner's look. */
export function unpackCodes(pass: CodePass): string[] | null {
  const out: string[] = [];
  for (let place = 0; place < passCodeCount(pass); place++) {
    const value = valueAt(pass, place);
    if (value === null) return null;
    out.push(codeText(value, pass));
  }
  return out;
}

/** The code of one step, without unpacking the others; null when the step is in no window. */
export function codeAtStep(pass: CodePass, step: number): string | null {
  let before = 0;
  for (const { first_step, count } of pass.windows) {
    if (step >= first_step && step < first_step + count) {
      const value = valueAt(pass, before + step - first_step);
      return value === null ? null : codeText(value, pass);
    }
    before += count;
  }
  return null;
}

const isWholeIn = (value: number, low: number, high: number): boolean =>
  Number.isSafeInteger(value) && value >= low && value <= high;

function windowsAreSound(pass: CodePass, { iat, useUntil }: { readonly iat: number; readonly useUntil: number }): boolean {
  const first = pass.windows[0];
  const last = lastStep(pass);
  if (first === undefined || last === null || pass.windows.length > MAX_WINDOWS) return false;
  let next = 0;
  for (const { first_step, count } of pass.windows) {
    if (!isWholeIn(first_step, next, Number.MAX_SAFE_INTEGER) || !isWholeIn(count, 1, MAX_CODES)) return false;
    next = first_step + count;
  }
  const lastStart = last * pass.period;
  return (first.first_step + 1) * pass.period > iat && lastStart < iat + MAX_REACH && lastStart <= useUntil;
}

function codesAreSound(pass: CodePass): boolean {
  const count = passCodeCount(pass);
  const bytes = packedLength(pass, count);
  const characters = Math.ceil((bytes * 4) / 3);
  if (pass.codes.length !== characters) return false;
  // The text's own unused bits and the last byte's filling are one run of bits, all zero.
  const used = count * bitsPerCode(pass);
  const spare = characters * 6 - used;
  if (bitsAt(pass.codes, used, spare) !== 0) return false;
  for (let place = 0; place < count; place++) if (valueAt(pass, place) === null) return false;
  return true;
}

/**
 * True when a pass keeps every rule that concerns it alone (SECURITY 5.3): shape and period, windows in order without overlap, nothing
 * that ended by `iat`, last step starting before `iat` + 31 days and not after `useUntil`, exact length, no spare bits, no value too large.
 * Times in Unix seconds. Rules over a message (two passes for an account, 92 000 codes in all) are the message's.
 */
export function passIsSound(pass: CodePass, limits: { readonly iat: number; readonly useUntil: number }): boolean {
  const shapeIsSound = pass.alphabet === 'steam' ? pass.digits === 5 : isWholeIn(pass.digits, 4, 8);
  if (!shapeIsSound || !isWholeIn(pass.period, 10, 300)) return false;
  return windowsAreSound(pass, limits) && passCodeCount(pass) <= MAX_CODES && codesAreSound(pass);
}
