import { type Bytes, b64, fromB64, utf8 } from '../bytes.ts';

const LABEL = 'LATCHKEY1.';
const END = '.END';
const COLUMNS = 64;

/** Most bytes of UTF-8 a paste may have. */
export const PASTE_MAX = 2 * 1024 * 1024;

// What chats and mail programs put between characters: white space, no-break space, soft hyphen, zero-width marks, quote marks.
const NOISE = /[\t-\r \u00a0\u00ad\u200b-\u200d\u2060\ufeff>]+/g;

/**
 * Bytes of the one block with this label in a paste; null for any fault: more than 2 MiB, the label absent or there twice, no end, or anything but
 * canonical padded base64 between. What stands around the block is dropped unread. Linear in the paste.
 */
export function readBlock(label: string, paste: string): Bytes | null {
  // Length in UTF-16 units never exceeds length in bytes: the cheap check first.
  if (paste.length > PASTE_MAX || utf8(paste).length > PASTE_MAX) return null;
  const text = paste.replace(NOISE, '');
  const at = text.indexOf(label);
  if (at < 0) return null;
  const start = at + label.length;
  if (text.includes(label, start)) return null;
  const end = text.indexOf(END, start);
  if (end <= start) return null;
  return fromB64(text.slice(start, end));
}

/** Text form of a message, as a chat can carry it: label and end on lines of their own, base64 in lines of 64. */
export function writeArmor(message: Uint8Array): string {
  const body = b64(message);
  let out = `${LABEL}\n`;
  for (let at = 0; at < body.length; at += COLUMNS) out += `${body.slice(at, at + COLUMNS)}\n`;
  return `${out}${END}\n`;
}

/** The message in a paste of at most 2 MiB of UTF-8; null (fault `armor`) when there is none, more than one, or it is broken. */
export function readArmor(paste: string): Bytes | null {
  return readBlock(LABEL, paste);
}
