import type { relayCalls } from '../../shared/contracts/engine/relay.ts';
import { isRefused, type Refused, refuse } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import type { Host } from './host.ts';
import type { SecretGate } from './secret-gate.ts';
import type { Session } from './session.ts';

type RelayHandlers = Handlers<{ readonly calls: typeof relayCalls; readonly events: Record<never, never> }>;

/** Codes asked for and sent by hand, answered; `signing` gives null when there is no identity that reads. */
export function relayHandlers(
  { host, gate }: { readonly host: Host; readonly gate: SecretGate },
  open: () => Session,
  signing: () => Session | null,
): RelayHandlers {
  const unread = () => refuse('damaged_vault');
  // SECURITY: a page can approve by itself, but not unseen. Not waited for: the answer is sealed, whatever the desktop does.
  const send = async <T>(request: string, answer: () => T | Promise<T>): Promise<T | Refused> => {
    const done = await gate.send(request, answer);
    if (!isRefused(done)) void host.tellCodeSent();
    return done;
  };
  return {
    'relay.ask': (form) => signing()?.relay.ask(form) ?? unread(),
    'relay.list': (query) => open().relay.list(query),
    'relay.get': ({ id }) => open().relay.get(id),
    'relay.close': ({ id }) => open().relay.close(id),
    // SECURITY: codes sealed to a card of a page's own making are as good as shown to it.
    'relay.answer': ({ id, minutes }) => send(id, () => signing()?.relay.answer(id, minutes) ?? unread()),
    'relay.type': ({ id, code }) => send(id, () => signing()?.relay.type(id, code) ?? unread()),
    'relay.deny': ({ id }) => open().relay.deny(id),
    'relay.mute': ({ grant }) => open().relay.mute(grant),
    'relay.unmute': ({ grant }) => open().relay.unmute(grant),
    'relay.live': ({ received }) => open().relay.live(received),
    'relay.copy': async ({ received }) => {
      const text = await open().relay.copied(received);
      return isRefused(text) ? text : host.copySecret(text, 'code');
    },
  };
}
