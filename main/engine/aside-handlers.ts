import type { EngineContract } from '../../shared/contracts/engine.ts';
import type { asideCalls } from '../../shared/contracts/engine/aside.ts';
import { refuse } from '../../shared/errors.ts';
import { asideText } from '../../shared/text/aside.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import type { Host } from './host.ts';
import type { Session } from './session.ts';

/** The calls about what cannot be read, answered. */
export function asideHandlers(host: Host, open: () => Session): Pick<Handlers<EngineContract>, keyof typeof asideCalls> {
  return {
    'aside.list': (page) => open().aside.list(page),
    // SECURITY: the text is made of what is known about the record alone; nothing of its data can reach the clipboard.
    'aside.copy': ({ id }) => {
      const record = open().aside.get(id);
      return record === null ? refuse('not_found') : host.copyPlain(asideText.support(record), 'support');
    },
    'aside.remove': ({ id }) => open().aside.remove(id),
    'aside.log': () => ({ fault: open().log.fault() }),
  };
}
