import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { Recipe } from '../../../shared/contracts/engine/generate.ts';
import { assertNever } from '../../../shared/errors.ts';
import { randomBelow } from '../crypto/sodium.ts';

type Characters = Extract<Recipe, { kind: 'characters' }>;
type Words = Extract<Recipe, { kind: 'words' }>;
type Spoken = Extract<Recipe, { kind: 'spoken' }>;

/** A password, and the power of two of how many the recipe could have given, all equally likely. */
export interface Drawn {
  readonly password: string;
  readonly bits: number;
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
/** Read as one another in one typeface or another. */
const ALIKE = 'lIO01|';
/** Symbols every site is known to take. */
const PLAIN_SYMBOLS = '!#$%&*+-.:;=?@_~';
const DIGIT_BITS = Math.log2(10);

// Five letters of these in turn are sixteen bits: "A Proposal for Proquints", D. Wilkerson, arXiv 0901.4016.
const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aiou';
const SPOKEN = [CONSONANTS, VOWELS, CONSONANTS, VOWELS, CONSONANTS] as const;
const SPOKEN_BITS = 16;

/** The kinds of character a recipe wants, each as a text of its own; a kind of which nothing is left is not there. */
function kindsOf({ lower, upper, digits, symbols, clear }: Characters): string[] {
  const kinds = [lower ? LOWER : '', upper ? UPPER : '', digits ? DIGITS : '', symbols];
  return kinds
    .map((kind) => (clear ? [...kind].filter((one) => !ALIKE.includes(one)).join('') : kind))
    .filter((kind) => kind !== '');
}

const isLetter = (one: string): boolean => /[a-z]/i.test(one);

/** True when there is no password of a recipe: no kind of character is wanted, or none to begin with. */
export function isImpossible(recipe: Recipe): boolean {
  if (recipe.kind !== 'characters') return false;
  const all = kindsOf(recipe).join('');
  return all.length < (recipe.noRepeats ? 2 : 1) || (recipe.letterFirst && !recipe.lower && !recipe.upper);
}

/** Draws a password, evenly from all that fit its recipe. Throws RangeError for one that is impossible. */
export function drawPassword(recipe: Recipe): Drawn {
  if (isImpossible(recipe)) throw new RangeError('no password fits');
  switch (recipe.kind) {
    case 'characters':
      return { password: characters(recipe), bits: characterBits(recipe) };
    case 'words':
      return words(recipe);
    case 'spoken':
      return spoken(recipe);
    default:
      return assertNever(recipe);
  }
}

/** A random password of `length` characters with at least one of each kind, without characters that are read as one another. */
export function generatePassword(length: number, symbols: boolean): string {
  const all = { kind: 'characters', length, lower: true, upper: true, digits: true, clear: true } as const;
  return drawPassword({ ...all, symbols: symbols ? PLAIN_SYMBOLS : '', letterFirst: false, noRepeats: false }).password;
}

// Whole passwords are drawn until one has every kind: any mending would favour some over others.
function characters(recipe: Characters): string {
  const kinds = kindsOf(recipe);
  if (recipe.length < kinds.length) throw new RangeError('too short for one of each kind');
  for (;;) {
    const drawn = row(kinds.join(''), recipe);
    if (kinds.every((kind) => [...drawn].some((one) => kind.includes(one)))) return drawn;
  }
}

function row(all: string, { length, letterFirst, noRepeats }: Characters): string {
  const first = letterFirst ? [...all].filter(isLetter).join('') : all;
  let drawn = first.charAt(randomBelow(first.length));
  while (drawn.length < length) {
    const others = noRepeats ? all.replace(drawn.at(-1) ?? '', '') : all;
    drawn += others.charAt(randomBelow(others.length));
  }
  return drawn;
}

/** Rows of some kinds, by inclusion and exclusion of those that lack one or more of all. */
function characterBits(recipe: Characters): number {
  const kinds = kindsOf(recipe);
  let count = 0;
  for (let without = 0; without < 2 ** kinds.length; without++) {
    const left = kinds.filter((_, at) => (without & (1 << at)) === 0);
    const isAdded = (kinds.length - left.length) % 2 === 0;
    count += (isAdded ? 1 : -1) * rows(left.join(''), recipe);
  }
  return Math.log2(count);
}

/** How many rows can be drawn from some characters. */
function rows(all: string, { length, letterFirst, noRepeats }: Characters): number {
  const first = letterFirst ? [...all].filter(isLetter).length : all.length;
  return all === '' ? 0 : first * (noRepeats ? all.length - 1 : all.length) ** (length - 1);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const lastDigit = (digit: boolean): string => (digit ? String(randomBelow(10)) : '');

function words({ count, separator, capitals, digit }: Words): Drawn {
  const drawn = Array.from({ length: count }, () => wordlist[randomBelow(wordlist.length)] ?? '');
  const password = (capitals ? drawn.map(capital) : drawn).join(separator) + lastDigit(digit);
  return { password, bits: count * Math.log2(wordlist.length) + (digit ? DIGIT_BITS : 0) };
}

function spoken({ groups, capitals, digit }: Spoken): Drawn {
  const group = (): string => SPOKEN.map((letters) => letters.charAt(randomBelow(letters.length))).join('');
  const drawn = Array.from({ length: groups }, group);
  const password = (capitals ? drawn.map(capital) : drawn).join('-') + lastDigit(digit);
  return { password, bits: groups * SPOKEN_BITS + (digit ? DIGIT_BITS : 0) };
}
