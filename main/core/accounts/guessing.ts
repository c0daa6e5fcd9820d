import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { StrengthWarning } from '../../../shared/contracts/engine/strength.ts';

/** Characters of a text that are judged; what follows them makes nothing weaker. */
export const MOST_JUDGED = 256;

/** What guessing a text takes: a power of ten, and why so little. */
export interface Guessed {
  readonly guesses: number;
  readonly warning: StrengthWarning | null;
}

/** Counts the guesses a text takes, as a port: the engine does it in a worker. Null when it cannot be had. `about` are words tried first. */
export interface Guesser {
  guess(text: string, about: readonly string[]): Promise<Guessed | null>;
}

/** Words of names that are taken into account. */
const MOST_NAMES = 20;

const LIST = new Set(wordlist);
const WORD_POWER = Math.log10(wordlist.length);

/**
 * The power of ten of trying every row of as many words of our own list (BIP 39, 2048 words), when a text is such a row, with a digit behind it or
 * without; null when it is none.
 * A general estimate does not know the list and would promise more than was drawn.
 */
export function listPower(text: string): number | null {
  const typed = text.trim().toLowerCase();
  const bare = typed.replace(/\d$/, '');
  const words = bare.split(/[\s._-]+/u);
  return words.every((word) => LIST.has(word)) ? words.length * WORD_POWER + (typed.length - bare.length) : null;
}

/** The words in names that stand beside a text: whoever means its owner tries them first. */
export function triedFirst(names: readonly (string | undefined)[]): string[] {
  const words = names.flatMap((name) => name?.toLowerCase().split(/[^\p{L}\p{N}]+/u) ?? []);
  return [...new Set(words.filter((word) => word.length > 2))].slice(0, MOST_NAMES);
}
