import type { grantLifeCalls } from '../../shared/contracts/engine/grant-life.ts';
import { isRefused, type Refused, refuse } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import type { SecretGate } from './secret-gate.ts';
import type { Session } from './session.ts';

type GrantLifeHandlers = Handlers<{ readonly calls: typeof grantLifeCalls; readonly events: Record<never, never> }>;

/** What becomes of grants, answered; `onCodes` is told how far a pass is, and that it is done. */
export function grantLifeHandlers(
  { gate, onCodes }: { readonly gate: SecretGate; readonly onCodes: (done: number, total: number) => Promise<void> },
  open: () => Session,
  signing: () => Session | null,
): GrantLifeHandlers {
  // SECURITY: what is sealed to a card of a page's own making is as good as shown to it.
  const told = async <R>(grant: string, work: (session: Session) => Promise<R | Refused>): Promise<R | Refused> => {
    const done = await gate.give(grant, 'handoff', () => {
      const session = signing();
      return session === null ? refuse('damaged_vault') : work(session);
    });
    if (!isRefused(done)) await onCodes(1, 1);
    return done;
  };
  return {
    'grants.previewExtension': (form) => open().grantLife.previewExtension(form),
    'grants.extend': ({ extension, sendUnverified, request }) =>
      told(extension.id, (session) => session.grantLife.extend(extension, sendUnverified, onCodes, request)),
    'grants.reduce': ({ reduction, sendUnverified }) =>
      told(reduction.id, (session) => session.grantLife.reduce(reduction, sendUnverified, onCodes)),
    'grants.end': ({ id, reason }) => signing()?.grantLife.end(id, reason) ?? refuse('damaged_vault'),
    'grants.outdated': ({ account }) => open().grantLife.outdated(account),
    'grants.sendAnew': ({ id, sendUnverified }) => told(id, (session) => session.grantLife.sendAnew(id, sendUnverified, onCodes)),
  };
}
