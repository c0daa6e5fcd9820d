import type { reviewCalls } from '../../shared/contracts/engine/review.ts';
import { refuse } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import type { Session } from './session.ts';

type ReviewHandlers = Handlers<{ readonly calls: typeof reviewCalls; readonly events: Record<never, never> }>;

/** The monthly review, answered; `signing` gives null when there is no identity that reads. */
export function reviewHandlers(open: () => Session, signing: () => Session | null): ReviewHandlers {
  return {
    'review.state': ({ zone }) => open().reviews.state(zone),
    'review.start': ({ zone }) => open().reviews.start(zone),
    'review.rows': (query) => open().reviews.rows(query),
    'review.answer': (form) => open().reviews.answer(form),
    'review.finish': ({ id, reason }) => signing()?.reviews.finish(id, reason) ?? refuse('damaged_vault'),
  };
}
