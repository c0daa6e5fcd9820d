import { z } from 'zod';
import { call } from '../../contract.ts';
import { id, line } from './common.ts';

/** Most characters of a text that are judged: what follows them makes nothing weaker. */
const MOST_TYPED = 1024;

/**
 * Whom a text is to withstand: somebody who has the vault's file, at the usual cost of its key or the low one, or somebody who has stolen a
 * site's list of passwords.
 */
export const against = z.enum(['file', 'file_low', 'site']);
export type Against = z.infer<typeof against>;

/** Why a text is guessed early. */
export const strengthWarning = z.enum(['common', 'word', 'name', 'own', 'date', 'repeat', 'sequence', 'keyboard']);
export type StrengthWarning = z.infer<typeof strengthWarning>;

/** How long a text would withstand guessing. */
export const strength = z.strictObject({
  /** 0 guessed at once, 1 within a day, 2 within a year, 3 within a century, 4 longer. */
  score: z.literal([0, 1, 2, 3, 4]),
  /** Guesses it takes, as a power of ten. */
  guesses: z.number().min(0).max(1000),
  /** Seconds they take, by the rate stated for the one it is to withstand. */
  seconds: z.number().min(0).max(1e300),
  warning: strengthWarning.nullable(),
});
export type Strength = z.infer<typeof strength>;

export const strengthCalls = {
  /** Judges a text somebody types. `about` are words a guesser tries first: the vault's name, the account's. */
  'strength.check': call(
    'any',
    z.strictObject({ text: z.string().min(1).max(MOST_TYPED), against, about: z.array(line(254)).max(8) }),
    strength,
  ),
  /**
   * Judges the password of an account where it lies, told by powers of ten and without a warning; null where there is none. Other accounts outside the trash
   * with the same one are counted, and the first of them named. `later`: so many passwords were given within the hour that this one is not judged now.
   */
  'strength.account': call(
    'open',
    z.strictObject({ id }),
    z.strictObject({
      strength: strength.nullable(),
      reused: z.discriminatedUnion('judged', [
        z.strictObject({
          judged: z.literal('now'),
          total: z.int().min(0),
          first: z.array(z.strictObject({ id, title: z.string().max(120), username: z.string().max(254).nullable() })).max(5),
        }),
        z.strictObject({ judged: z.literal('later') }),
      ]),
    }),
  ),
} as const;
