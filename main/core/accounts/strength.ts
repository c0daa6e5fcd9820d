import type { Against, Strength } from '../../../shared/contracts/engine/strength.ts';
import { assertNever } from '../../../shared/errors.ts';
import { KDF_PRESETS, type KdfSettings } from '../crypto/kdf.ts';
import type { Guessed } from './guessing.ts';

/** Graphics cards of whoever has the file. */
const CARDS = 100;
/** Bytes a second such a card moves to and from its memory, of which Argon2id (RFC 9106) moves each block at least twice in a pass. */
const CARD_BYTES = 1e12;
/** Guesses a second against a stolen list of passwords hashed slowly, as bcrypt at cost 10 is on some twenty cards. */
const SITE_RATE = 1e5;

const MINUTE = 60;
const DAY = 86_400;
const YEAR = 365 * DAY;
/** From how many seconds on a score is earned: 1, 2, 3 and 4. */
const STEPS = [MINUTE, DAY, YEAR, 100 * YEAR] as const;

/** Guesses a second of whoever tries. */
function rateAgainst(against: Against): number {
  switch (against) {
    case 'file':
      return fileRate(KDF_PRESETS.normal);
    case 'file_low':
      return fileRate(KDF_PRESETS.lowMemory);
    case 'site':
      return SITE_RATE;
    default:
      return assertNever(against);
  }
}

function fileRate({ ops, memKib }: KdfSettings): number {
  return (CARDS * CARD_BYTES) / (2 * ops * memKib * 1024);
}

/** How long a text withstands guessing by one who tries. */
export function strengthOf({ guesses, warning }: Guessed, against: Against): Strength {
  const seconds = 10 ** Math.min(guesses - Math.log10(rateAgainst(against)), 300);
  const score = STEPS.filter((step) => seconds >= step).length as Strength['score'];
  return { score, guesses, seconds, warning };
}

/**
 * A strength as it may be told of a password the asker was not given: its score, and the times only by powers of ten. SECURITY: the estimate counts
 * the words a guesser tries before it, so that its exact number names a common password, and no question is asked about that.
 */
export function roughly({ score, guesses, seconds }: Strength): Strength {
  if (seconds < 1) return { score, guesses: 0, seconds: 0, warning: null };
  const least = STEPS[score - 1] ?? 1;
  return { score, guesses: Math.floor(guesses), seconds: Math.max(least, 10 ** Math.floor(Math.log10(seconds))), warning: null };
}

/** True for a password at a site that is guessed within a day. */
export function isWeak({ score }: Strength): boolean {
  return score < 2;
}
