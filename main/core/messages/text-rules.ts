import { utf8 } from '../bytes.ts';

// Control characters (C0, delete, C1) and the two Unicode line ends; `text` spares line feed and tab.
// oxlint-disable-next-line no-control-regex
const NOT_IN_LINE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
// oxlint-disable-next-line no-control-regex
const NOT_IN_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/;

// UTF-16 units never outnumber bytes, so an overlong text is refused before it is encoded.
const fits = (value: string, bytes: number): boolean =>
  value.length >= 1 && value.length <= bytes && value.isWellFormed() && utf8(value).length <= bytes;

/** True for 1 to `bytes` bytes of UTF-8 without control characters and line ends. */
export function isLine(value: string, bytes: number): boolean {
  return fits(value, bytes) && !NOT_IN_LINE.test(value);
}

/** True for 1 to `bytes` bytes of UTF-8 without control characters but line feed and tab. */
export function isText(value: string, bytes: number): boolean {
  return fits(value, bytes) && !NOT_IN_TEXT.test(value);
}

/** True for 1 to `bytes` bytes of UTF-8 without U+0000. */
export function isSecret(value: string, bytes: number): boolean {
  return fits(value, bytes) && !value.includes('\0');
}
