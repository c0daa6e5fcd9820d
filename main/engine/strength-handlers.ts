import type { strengthCalls } from '../../shared/contracts/engine/strength.ts';
import { refuse } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import { type Guesser, triedFirst } from '../core/accounts/guessing.ts';
import { roughly, strengthOf } from '../core/accounts/strength.ts';
import type { Session } from './session.ts';

type StrengthHandlers = Handlers<{ readonly calls: typeof strengthCalls; readonly events: Record<never, never> }>;

/** How long texts and passwords withstand guessing, answered. A password is judged where it lies: nothing of it is in the answer, and its strength only roughly. */
export function strengthHandlers(guesser: Guesser, current: () => Session | null, open: () => Session): StrengthHandlers {
  return {
    'strength.check': async ({ text, against, about }) => {
      const guessed = await guesser.guess(text, triedFirst(about));
      return guessed === null ? refuse('busy') : strengthOf(guessed, against);
    },
    'strength.account': async ({ id }) => {
      const session = open();
      const { book, qualities } = session;
      if (book.get('account', id) === null) return refuse('not_found');
      const isCompared = await qualities.compare(async () => {
        await new Promise((next) => void setImmediate(next));
        return current() === session;
      });
      if (!isCompared) return refuse('cancelled');
      const reused = qualities.sharing(id);
      if (reused === null) return { strength: null, reused: { judged: 'later' } };
      const strength = await qualities.strength(id, guesser);
      return { strength: strength && roughly(strength), reused: { judged: 'now', ...reused } };
    },
  };
}
