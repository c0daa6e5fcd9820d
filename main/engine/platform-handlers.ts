import type { platformCalls } from '../../shared/contracts/engine/platforms.ts';
import { isRefused } from '../../shared/errors.ts';
import { fromUtf8 } from '../core/bytes.ts';
import { MAX_PLATFORM_FILE } from '../../shared/platforms/read-platforms.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import type { Host } from './host.ts';
import { readChosen } from './read-chosen.ts';
import type { Session } from './session.ts';

type PlatformHandlers = Handlers<{ readonly calls: typeof platformCalls; readonly events: Record<never, never> }>;

/** Platforms a person added, and where their accounts have a step, answered. */
export function platformHandlers(host: Host, open: () => Session): PlatformHandlers {
  return {
    'platforms.added': () => open().platformFile.added(),
    'platforms.read': async ({ token }) => {
      const file = await host.redeem(token, 'open_platforms');
      const bytes = isRefused(file) ? file : await readChosen(file, MAX_PLATFORM_FILE);
      // JSON is UTF-8 (RFC 8259, 8.1): a file in another encoding is none, rather than one with other names in it.
      return isRefused(bytes) ? bytes : open().platformFile.read(fromUtf8(bytes) ?? '');
    },
    'platforms.add': ({ reading }) => open().platformFile.add(reading),
    'platforms.remove': ({ id }) => open().platformFile.remove(id),
    'platforms.ownSteps': ({ account }) => open().ownSteps.of(account),
    'platforms.saveOwnStep': (form) => open().ownSteps.save(form),
  };
}
