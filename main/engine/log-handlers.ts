import type { logCalls } from '../../shared/contracts/engine/log.ts';
import { isRefused, refuse } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import { fromUtf8 } from '../core/bytes.ts';
import type { Host } from './host.ts';
import { readChosen } from './read-chosen.ts';
import { saveText } from './save-text.ts';
import type { Session } from './session.ts';

type LogHandlers = Handlers<{ readonly calls: typeof logCalls; readonly events: Record<never, never> }>;

/** A log of a hundred thousand entries takes about this much. */
const LARGEST = 32 * 1024 * 1024;

/** The log searched, written out and checked, answered. */
export function logHandlers(open: () => Session, signing: () => Session | null, host: Host): LogHandlers {
  return {
    'log.search': (query) => open().log.search(query),
    'log.witnesses': () => open().logProof.witnesses(),
    'log.writeOut': async ({ token }) => {
      const file = await host.redeem(token, 'save_log');
      if (isRefused(file)) return file;
      const written = (await signing()?.logProof.written()) ?? refuse('damaged_vault');
      return isRefused(written) ? written : saveText(file, fromUtf8(written) ?? '');
    },
    'log.checkFile': async ({ token }) => {
      const file = await host.redeem(token, 'open_log');
      const bytes = isRefused(file) ? file : await readChosen(file, LARGEST);
      return isRefused(bytes) ? bytes : open().logProof.check(bytes);
    },
  };
}
