import type { strengthCalls } from '../../../shared/contracts/engine/strength.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { strengthOf } from '../../../main/core/accounts/strength.ts';
import { byId, type FakeState } from './state.ts';

type StrengthHandlers = Handlers<{ readonly calls: typeof strengthCalls; readonly events: Record<never, never> }>;

/** One guess in ten for each character, and “password” at once: enough to see what the page makes of an answer. */
function guessed(text: string) {
  return text.includes('password') ? { guesses: 0, warning: 'common' as const } : { guesses: text.length, warning: null };
}

/** Strength over a state in memory. */
export function strengthHandlers(state: FakeState): StrengthHandlers {
  const passwordOf = (id: string) => state.secrets[id]?.['password'];
  return {
    'strength.check': ({ text, against }) => strengthOf(guessed(text), against),
    'strength.account': ({ id }) => {
      const one = byId(state.accounts, id);
      if ('refused' in one) return one;
      if (state.notJudged.has(id)) return { strength: null, reused: { judged: 'later' } };
      const text = one.password === null ? undefined : passwordOf(id);
      const others = state.accounts.filter(
        (other) => other.id !== id && other.trashed === null && text !== undefined && passwordOf(other.id) === text,
      );
      const first = others.slice(0, 5).map(({ id: other, title, username }) => ({ id: other, title, username }));
      return {
        strength: text === undefined ? null : strengthOf(guessed(text), 'site'),
        reused: { judged: 'now', total: others.length, first },
      };
    },
  };
}
