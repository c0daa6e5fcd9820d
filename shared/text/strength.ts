import type { Against, Strength, StrengthWarning } from '../contracts/engine/strength.ts';
import { count } from './common.ts';
import { inLanguage } from './language.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30 * day;
const year = 365 * day;

/** A very rough length of time, as guessing is estimated: `less than a second`, `about 3 hours`, `more than a million years`. */
export const aboutTime = inLanguage('strength.aboutTime', (seconds: number): string => {
  if (seconds < 1) return 'less than a second';
  if (seconds >= 1e9 * year) return 'more than a billion years';
  if (seconds >= 1e6 * year) return 'more than a million years';
  if (seconds >= 1e4 * year) return 'thousands of years';
  const units = [
    [year, 'year'],
    [month, 'month'],
    [day, 'day'],
    [hour, 'hour'],
    [minute, 'minute'],
    [1, 'second'],
  ] as const;
  const [length, name] = units.find(([unit]) => seconds >= unit) ?? [1, 'second'];
  return `about ${count(rounded(seconds / length), name)}`;
});

/** Rounds down to two figures: an estimate has no more, and must not promise what is not there. */
function rounded(n: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(n)) - 1);
  return Math.floor(n / step) * step;
}

/** Words about how long a password or a passphrase withstands guessing. */
export const strengthText = inLanguage('strength.strengthText', {
  label: 'Strength',
  judging: 'Estimating …',
  failed: 'Its strength could not be estimated.',
  /** Of a password beyond those that are judged in an hour. */
  later: 'Not judged now',
  laterWhy: 'Many passwords were saved within the hour. This one follows, at the latest after the next unlock.',
  verdict: (score: Strength['score']) => ['Very weak.', 'Weak.', 'Fair.', 'Good.', 'Strong.'][score] ?? '',
  warning: {
    common: 'It is on the lists of passwords that are tried first.',
    word: 'A word or two are tried first.',
    name: 'Names are tried first.',
    own: 'It holds a name that stands beside it.',
    date: 'Dates and years are tried first.',
    repeat: 'Repeating adds next to nothing.',
    sequence: 'Rows such as abc or 6543 are tried first.',
    keyboard: 'Rows of keys are tried first.',
  } satisfies Record<StrengthWarning, string>,
  /** What somebody would need who has the file, or a site's stolen list; by the rates that main/core/accounts/strength.ts states. */
  needs: (against: Against, seconds: number) =>
    against === 'site'
      ? `Were the site’s passwords stolen, it would be guessed in ${aboutTime(seconds)}.`
      : `An attacker with this file and 100 graphics cards would need ${aboutTime(seconds)}.`,
  /** The line under an account's password. */
  account: (score: Strength['score'], seconds: number) =>
    score < 2
      ? `Weak: guessed in ${aboutTime(seconds)}`
      : score === 2
        ? `Fair: guessed in ${aboutTime(seconds)}`
        : `${score === 3 ? 'Good' : 'Strong'}: ${aboutTime(seconds)} to guess`,
  assumed: 'if the site’s list is stolen',
  reused: (n: number) => `Also used by ${count(n, 'other account')}`,
  more: (n: number) => `and ${n} more`,
} as const);
