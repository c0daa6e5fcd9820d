const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes backed by a plain ArrayBuffer, as every function here makes them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** UTF-8 of a text; a lone surrogate becomes U+FFFD, so check `isWellFormed` first where that matters. */
export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** Bytes of a text in UTF-8, without making them. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // A surrogate is half of four bytes, and a lone one becomes the three of U+FFFD.
    if (unit > 0x7f) length += unit > 0x7ff && (unit & 0xf800) !== 0xd800 ? 2 : 1;
    if ((unit & 0xf800) === 0xd800 && !isPaired(text, i)) length += 1;
  }
  return length;
}

function isPaired(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const other = text.charCodeAt(unit < 0xdc00 ? at + 1 : at - 1);
  return unit < 0xdc00 ? (other & 0xfc00) === 0xdc00 : (other & 0xfc00) === 0xd800;
}

/** Text of UTF-8 bytes, a byte order mark kept as a character; null when the bytes are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** One array with all parts in order. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Little-endian bytes of an unsigned whole number; throws RangeError when it does not fit in `size` bytes or is above 2^53 - 1. */
export function le(value: number, size: 1 | 2 | 4 | 8): Bytes {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 2 ** (8 * size)) throw new RangeError(`no u${8 * size}`);
  const out = new Uint8Array(size);
  for (let i = 0, rest = value; i < size; i++, rest = Math.floor(rest / 256)) out[i] = rest % 256;
  return out;
}

/** Unsigned little-endian number at an offset; null when a u64 is above 2^53 - 1. Throws RangeError past the end. */
export function readLe(bytes: Uint8Array, at: number, size: 1 | 2 | 4): number;
export function readLe(bytes: Uint8Array, at: number, size: 8): number | null;
export function readLe(bytes: Uint8Array, at: number, size: 1 | 2 | 4 | 8): number | null {
  if (at < 0 || at + size > bytes.length) throw new RangeError('read past the end');
  let value = 0;
  for (let i = size - 1; i >= 0; i--) value = value * 256 + (bytes[at + i] ?? 0);
  return Number.isSafeInteger(value) ? value : null;
}

/** The whole number that decimal digits spell from an offset to the first other byte; null when no digit stands there. Not exact above 2^53. */
export function wholeAt(bytes: Uint8Array, at: number): number | null {
  let value = 0;
  let end = at;
  for (let digit = (bytes[end] ?? 0) - 0x30; digit >= 0 && digit <= 9; digit = (bytes[++end] ?? 0) - 0x30)
    value = value * 10 + digit;
  return end === at ? null : value;
}

/** True when both have the same length and bytes. For public data only: not in constant time. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

const B64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const B64U = `${B64.slice(0, 62)}-_`;
const table = (alphabet: string): Int16Array => {
  const out = new Int16Array(128).fill(-1);
  for (let i = 0; i < 64; i++) out[alphabet.charCodeAt(i)] = i;
  return out;
};
const FROM_B64 = table(B64);
const FROM_B64U = table(B64U);

function encode(bytes: Uint8Array, alphabet: string): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const n = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    out += alphabet.charAt(n >> 18) + alphabet.charAt((n >> 12) & 63);
    if (left > 1) out += alphabet.charAt((n >> 6) & 63);
    if (left > 2) out += alphabet.charAt(n & 63);
  }
  return out;
}

function decode(text: string, from: Int16Array): Bytes | null {
  const spare = text.length % 4;
  if (spare === 1) return null;
  const out = new Uint8Array(Math.floor((text.length * 3) / 4));
  let at = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < text.length; i++) {
    const value = from[text.charCodeAt(i)] ?? -1;
    if (value < 0) return null;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? out : null;
}

/** base64url without padding (RFC 4648, section 5). */
export function b64u(bytes: Uint8Array): string {
  return encode(bytes, B64U);
}

/** Bytes of base64url without padding; null for any other spelling, set spare bits included. */
export function fromB64u(text: string): Bytes | null {
  return decode(text, FROM_B64U);
}

/** Standard base64 with padding (RFC 4648, section 4). */
export function b64(bytes: Uint8Array): string {
  const text = encode(bytes, B64);
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** Bytes of canonical padded base64; null for any other spelling, set spare bits included. */
export function fromB64(text: string): Bytes | null {
  if (text.length % 4 !== 0) return null;
  const body = text.endsWith('==') ? text.slice(0, -2) : text.endsWith('=') ? text.slice(0, -1) : text;
  if (Math.ceil(body.length / 4) * 4 !== text.length) return null;
  return decode(body, FROM_B64);
}
