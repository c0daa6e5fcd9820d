import { randomBelow } from '../crypto/sodium.ts';

const LOWER = 'abcdefghijkmnopqrstuvwxyz';
const UPPER = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const DIGITS = '23456789';
const SYMBOLS = '!#$%&*+-.:;=?@_~';

/**
 * A random password of `length` characters with at least one of each kind, without characters that are read as one another.
 * Drawn evenly from all that have every kind: whole passwords are drawn until one does.
 */
export function generatePassword(length: number, symbols: boolean): string {
  const kinds = symbols ? [LOWER, UPPER, DIGITS, SYMBOLS] : [LOWER, UPPER, DIGITS];
  const all = kinds.join('');
  if (length < kinds.length) throw new RangeError('too short for one of each kind');
  for (;;) {
    let out = '';
    for (let i = 0; i < length; i++) out += all.charAt(randomBelow(all.length));
    if (kinds.every((kind) => [...out].some((c) => kind.includes(c)))) return out;
  }
}
