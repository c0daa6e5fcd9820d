import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import type { StrengthWarning } from '../../shared/contracts/engine/strength.ts';
import { type Guessed, listPower, MOST_JUDGED } from '../core/accounts/guessing.ts';

/** Spellings with figures for letters that are tried for one text; more would take a second for a long one and find next to nothing. */
const SPELLINGS = 10;

const WARNINGS: Readonly<Record<string, StrengthWarning>> = {
  straightRow: 'keyboard',
  keyPattern: 'keyboard',
  simpleRepeat: 'repeat',
  extendedRepeat: 'repeat',
  sequences: 'sequence',
  recentYears: 'date',
  dates: 'date',
  topTen: 'common',
  topHundred: 'common',
  common: 'common',
  similarToCommon: 'common',
  wordByItself: 'word',
  namesByThemselves: 'name',
  commonNames: 'name',
  userInputs: 'own',
};

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common, ...english },
  graphs: adjacencyGraphs,
  maxLength: MOST_JUDGED,
  l33tMaxSubstitutions: SPELLINGS,
});

/** Guesses a text takes, after the method of zxcvbn (Wheeler, USENIX Security 2016). Large lists come with it: only a worker imports this. */
export function guessesOf(text: string, about: readonly string[]): Guessed {
  const judged = text.slice(0, MOST_JUDGED);
  const { guessesLog10, feedback } = zxcvbn.check(judged, [...about]);
  const guesses = Math.max(0, Math.min(guessesLog10, listPower(judged) ?? guessesLog10));
  return { guesses, warning: WARNINGS[feedback.warning ?? ''] ?? null };
}
