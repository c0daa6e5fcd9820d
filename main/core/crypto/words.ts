import { wordlist } from '@scure/bip39/wordlists/english.js';
import { type Bytes, concat } from '../bytes.ts';
import { sha256 } from './sodium.ts';

const BITS_PER_WORD = 11;
/** Words of a recovery sheet. */
export const RECOVERY_WORDS = 24;
const PAGE_WORDS = 7;
/** Words of a fingerprint. */
export const FINGERPRINT_WORDS = 8;

/** Why typed words do not read, in the order the checks are made. */
export type WordsFault = 'word_count' | 'unknown_word' | 'word_checksum';

const PLACE: ReadonlyMap<string, number> = new Map(wordlist.map((word, place) => [word, place]));
// No two words of this list share their first four letters, so four letters lead to one word at most.
const BY_START: ReadonlyMap<string, string> = new Map(wordlist.map((word) => [word.slice(0, 4), word]));

function spell(bits: Uint8Array, words: number): string {
  const out: string[] = [];
  let held = 0;
  let have = 0;
  for (const byte of bits) {
    held = (held << 8) | byte;
    have += 8;
    if (have < BITS_PER_WORD) continue;
    have -= BITS_PER_WORD;
    out.push(wordlist[held >> have] ?? '');
    held &= (1 << have) - 1;
    if (out.length === words) return out.join(' ');
  }
  throw new RangeError('too few bits for these words');
}

function complete(typed: string): string | null {
  if (PLACE.has(typed)) return typed;
  const word = typed.length < 4 ? undefined : BY_START.get(typed.slice(0, 4));
  return word?.startsWith(typed) === true ? word : null;
}

function partsOf(typed: string): string[] {
  return typed
    .normalize('NFKD')
    .toLowerCase()
    .split(/[\t\n\v\f\r ]+/)
    .filter((part) => part !== '');
}

/** Numbers that say where typed words went wrong, never a word itself: how many there are and should be, or which is not of the list, from 1. */
export function wordsFacts(fault: WordsFault, typed: string, expected: number): Readonly<Record<string, number>> {
  const parts = partsOf(typed);
  if (fault === 'word_count') return { count: parts.length, expected };
  return fault === 'unknown_word' ? { at: parts.findIndex((part) => complete(part) === null) + 1 } : {};
}

/**
 * List words for what a person typed: any case, any ASCII white space, four letters suffice for a word.
 * Gives the words joined by one space, or `word_count`, then `unknown_word`.
 */
export function readWords(typed: string, count: number): { readonly words: string } | { readonly fault: WordsFault } {
  const parts = partsOf(typed);
  if (parts.length !== count) return { fault: 'word_count' };
  const words: string[] = [];
  for (const part of parts) {
    const word = complete(part);
    if (word === null) return { fault: 'unknown_word' };
    words.push(word);
  }
  return { words: words.join(' ') };
}

/** Eight words of a 32-byte fingerprint: its first 88 bits, 11 a word, most significant first. */
export function fingerprintWords(fingerprint: Uint8Array): string {
  return spell(fingerprint, FINGERPRINT_WORDS);
}

/** Whether eight typed words are those of a fingerprint: true, false, or why they do not read. For words a person typed, not pasted. */
export function fitsFingerprint(typed: string, fingerprint: Uint8Array): boolean | WordsFault {
  const read = readWords(typed, FINGERPRINT_WORDS);
  return 'fault' in read ? read.fault : read.words === fingerprintWords(fingerprint);
}

/**
 * BIP39 mnemonic of 16 to 32 bytes (a multiple of 4): the bits, then the first bit of their SHA-256 for each 4 bytes. Throws RangeError
 * for another length.
 */
export function mnemonic(entropy: Uint8Array): string {
  if (entropy.length < 16 || entropy.length > 32 || entropy.length % 4 !== 0) throw new RangeError('no BIP39 entropy');
  return spell(concat(entropy, sha256(entropy).subarray(0, 1)), (entropy.length * 3) / 4);
}

/** Entropy of a typed BIP39 mnemonic of `count` words (12, 15, 18, 21 or 24), or the first fault. */
export function readMnemonic(typed: string, count: number): { readonly entropy: Bytes } | { readonly fault: WordsFault } {
  const read = readWords(typed, count);
  if ('fault' in read) return read;
  const entropy = new Uint8Array((count * 4) / 3);
  let at = 0;
  let held = 0;
  let have = 0;
  for (const word of read.words.split(' ')) {
    held = (held << BITS_PER_WORD) | (PLACE.get(word) ?? 0);
    have += BITS_PER_WORD;
    for (; have >= 8 && at < entropy.length; have -= 8) entropy[at++] = held >> (have - 8);
    held &= (1 << have) - 1;
  }
  return mnemonic(entropy) === read.words ? { entropy } : { fault: 'word_checksum' };
}

/** Twenty-four words for the 32 bytes of a recovery sheet (BIP39, without its own PBKDF2 seed). */
export function recoveryWords(entropy: Uint8Array): string {
  if (entropy.length !== 32) throw new RangeError('a recovery sheet holds 32 bytes');
  return mnemonic(entropy);
}

/** The 32 bytes of a typed recovery sheet, or the first fault. */
export function readRecoveryWords(typed: string): { readonly entropy: Bytes } | { readonly fault: WordsFault } {
  return readMnemonic(typed, RECOVERY_WORDS);
}

/** Seven words for a page: the first 77 of 10 random bytes, no checksum. */
export function pagePassphrase(random: Uint8Array): string {
  return spell(random, PAGE_WORDS);
}

/** A typed page passphrase completed to list words, joined by one space, or the first fault. */
export function readPagePassphrase(typed: string): { readonly words: string } | { readonly fault: WordsFault } {
  return readWords(typed, PAGE_WORDS);
}
