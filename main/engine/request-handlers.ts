import type { requestCalls } from '../../shared/contracts/engine/requests.ts';
import { refuse } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import type { Session } from './session.ts';

type RequestHandlers = Handlers<{ readonly calls: typeof requestCalls; readonly events: Record<never, never> }>;

/** Access asked for, answered; `signing` gives null when there is no identity that reads. */
export function requestHandlers(open: () => Session, signing: () => Session | null): RequestHandlers {
  const unread = () => refuse('damaged_vault');
  return {
    'requests.make': (form) => signing()?.requests.make(form) ?? unread(),
    'requests.list': (query) => open().requests.list(query),
    'requests.get': ({ id }) => open().requests.get(id),
    'requests.again': ({ id }) => open().requests.again(id),
    'requests.close': ({ id }) => open().requests.close(id),
    'requests.refuse': (form) => signing()?.answers.refuse(form) ?? unread(),
    'requests.steps': (form) => signing()?.answers.steps(form) ?? unread(),
  };
}
