/** Characters of a record's id: b64u of 16 bytes. */
export const ID_LENGTH = 22;

/** The form of a record's id: unused bits are zero. */
export const RECORD_ID = /^[A-Za-z0-9_-]{21}[AQgw]$/;

const ALPHABET = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
const IN_ID = Uint8Array.from({ length: 256 }, (_, byte) => (ALPHABET.has(String.fromCharCode(byte)) ? 1 : 0));
const LAST = new Set([...'AQgw'].map((letter) => letter.charCodeAt(0)));

/** True when an id stands at an offset, whatever comes after. */
export function standsRecordIdAt(bytes: Uint8Array, at: number): boolean {
  for (let i = at; i < at + ID_LENGTH - 1; i++) if (IN_ID[bytes[i] ?? 0] !== 1) return false;
  return LAST.has(bytes[at + ID_LENGTH - 1] ?? 0);
}

/** The id that stands at an offset; null when none does. */
export function recordIdAt(bytes: Uint8Array, at: number): string | null {
  return standsRecordIdAt(bytes, at) ? textOf22(bytes, at) : null;
}

// All at once: a loop, a spread list or a decoder costs several times as much, and a large vault has 20 000 of them.
function textOf22(bytes: Uint8Array, at: number): string {
  const code = (i: number): number => bytes[at + i] ?? 0;
  return String.fromCharCode(
    code(0),
    code(1),
    code(2),
    code(3),
    code(4),
    code(5),
    code(6),
    code(7),
    code(8),
    code(9),
    code(10),
    code(11),
    code(12),
    code(13),
    code(14),
    code(15),
    code(16),
    code(17),
    code(18),
    code(19),
    code(20),
    code(21),
  );
}
