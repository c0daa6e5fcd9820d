import type { Bytes } from '../bytes.ts';
import { fromBase32 } from './base32.ts';
import { MAX_SEED } from './hotp.ts';

/** Why text is no seed: nothing there, a character base32 does not have, or more than 128 bytes. */
export type SeedFault = 'seed_missing' | 'seed_letters' | 'seed_too_long';

// Far above 128 bytes in base32 with a separator after every character, far below what could keep the app busy.
const MAX_TEXT = 1024;

/**
 * Reads a setup key as people type or paste it: groups of four, spaces, any hyphen or dash, either case, padding at the end.
 * Nothing is guessed: 0, 1 and 8 are no letters of base32 and refuse the whole key.
 */
export function readTypedKey(text: string): Bytes | SeedFault {
  if (text.length > MAX_TEXT) return 'seed_too_long';
  const letters = text.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff\p{Pd}\u2212]/gu, '').replace(/=+$/u, '');
  // Only ASCII letters: upper case in some scripts maps other characters onto A to Z.
  if (!/^[A-Za-z0-9]*$/u.test(letters)) return 'seed_letters';
  const seed = fromBase32(letters.toUpperCase());
  if (seed === null) return 'seed_letters';
  if (seed.length === 0) return 'seed_missing';
  return seed.length > MAX_SEED ? 'seed_too_long' : seed;
}
