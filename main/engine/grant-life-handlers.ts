import type { grantLifeCalls } from '../../shared/contracts/engine/grant-life.ts';
import { isRefused, type Refused, refuse } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import type { Session } from './session.ts';

type GrantLifeHandlers = Handlers<{ readonly calls: typeof grantLifeCalls; readonly events: Record<never, never> }>;

/** What becomes of grants, answered; `onCodes` is told how far a pass is, and that it is done. */
export function grantLifeHandlers(
  open: () => Session,
  signing: () => Session | null,
  onCodes: (done: number, total: number) => Promise<void>,
): GrantLifeHandlers {
  const told = async <R>(work: (session: Session) => Promise<R | Refused>): Promise<R | Refused> => {
    const session = signing();
    if (session === null) return refuse('damaged_vault');
    const done = await work(session);
    if (!isRefused(done)) await onCodes(1, 1);
    return done;
  };
  return {
    'grants.previewExtension': (form) => open().grantLife.previewExtension(form),
    'grants.extend': ({ extension, sendUnverified }) =>
      told((session) => session.grantLife.extend(extension, sendUnverified, onCodes)),
    'grants.reduce': ({ reduction, sendUnverified }) =>
      told((session) => session.grantLife.reduce(reduction, sendUnverified, onCodes)),
    'grants.end': ({ id, reason }) => signing()?.grantLife.end(id, reason) ?? refuse('damaged_vault'),
    'grants.outdated': ({ account }) => open().grantLife.outdated(account),
    'grants.sendAnew': ({ id, sendUnverified }) => told((session) => session.grantLife.sendAnew(id, sendUnverified, onCodes)),
  };
}
