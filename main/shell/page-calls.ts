import type { FileKind, ShellContract } from '../../shared/contracts/shell.ts';
import { isRefused, type Refused, refuse } from '../../shared/errors.ts';
import type { Question } from '../../shared/text/question.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import type { AroundWindow } from './around-window.ts';
import type { CameraUse } from './camera-use.ts';
import type { SecretClipboard } from './clipboard.ts';
import type { Clock } from './clock.ts';
import type { EngineSupervisor } from './engine-supervisor.ts';
import type { FileTokens } from './file-tokens.ts';
import type { Keychain } from './keychain.ts';
import type { LockDigest } from './lock-digest.ts';
import { lessProtected } from './less-protected.ts';
import { approvedLink } from './links.ts';
import { Rate } from './rate.ts';
import type { SettingsFile } from './settings-file.ts';
import type { Shell } from './shell.ts';

/** Links opened in one minute at most: a page that opens them by itself gets no further. */
export const LINKS_A_MINUTE = 6;

/** Questions put to the person in one minute at most, for a page. */
export const QUESTIONS_A_MINUTE = 3;

const OPENS: readonly FileKind[] = ['open_vault', 'open_message', 'open_log', 'open_platforms', 'open_picture'];

/** What the calls of the page work on. */
export interface PageParts {
  readonly shell: Shell;
  readonly version: string;
  readonly clock: Clock;
  readonly tokens: FileTokens;
  readonly clipboard: SecretClipboard;
  readonly settings: SettingsFile;
  readonly keychain: Keychain;
  readonly camera: CameraUse;
  readonly around: AroundWindow;
  readonly digest: LockDigest;
  /** Made after the calls are. */
  readonly supervisor: () => EngineSupervisor;
  /** The coming idle lock, in the wire's seconds. */
  readonly lockAt: () => number | null;
}

/** What the shell answers a page. */
export function pageCalls(parts: PageParts): Handlers<ShellContract> {
  const { shell, tokens, clipboard, settings, keychain } = parts;
  const { system } = shell;
  const links = new Rate(parts.clock, LINKS_A_MINUTE, 60_000);
  let choosing = false;
  const asked = new Rate(parts.clock, QUESTIONS_A_MINUTE, 60_000);
  let asking = false;
  // Null once the person has said yes where no page can.
  const confirmed = async (question: Question): Promise<Refused | null> => {
    if (system.missing.has('confirm')) return refuse('capability_missing');
    if (asking) return refuse('busy');
    // A page that asks until somebody gives in gets no further either.
    const wait = asked.take();
    if (wait > 0) return refuse('too_often', { wait });
    asking = true;
    const yes = await system.confirm(question, new AbortController().signal).finally(() => (asking = false));
    return yes ? null : refuse('not_confirmed');
  };
  return {
    'shell.info': () => ({
      host: shell.host,
      platform: system.platform,
      version: parts.version,
      missing: [...system.missing],
      engine: parts.supervisor().state,
    }),
    'shell.lock': ({ why }) => {
      // Not awaited: the page that asked is gone when it is done.
      void parts.supervisor().lock(why ?? 'asked');
      return {};
    },
    'lock.at': () => ({ at: parts.lockAt() }),
    'lock.digest': () => ({ digest: parts.digest.value }),
    'settings.get': () => settings.value,
    'settings.set': async (change) => {
      for (const question of lessProtected(change, settings.value)) {
        const refused = await confirmed(question);
        if (refused !== null) return refused;
      }
      try {
        return await settings.change(change);
      } catch {
        return refuse('settings_unsaved');
      }
    },
    'keychain.state': () => keychain.state(),
    'files.pick': async ({ kind, suggestedName }) => {
      if (system.missing.has(OPENS.includes(kind) ? 'open_dialog' : 'save_dialog')) return refuse('capability_missing');
      if (choosing) return refuse('busy');
      choosing = true;
      try {
        const file = await system.pickFile(kind, suggestedName);
        return { file: file === null ? null : tokens.issue([kind], file) };
      } finally {
        choosing = false;
      }
    },
    'links.open': async ({ url, host }) => {
      if (system.missing.has('open_link')) return refuse('capability_missing');
      const link = approvedLink(url, host);
      if (isRefused(link)) return link;
      // SECURITY: an address can carry what the page knows, and only the page has asked the person.
      const wait = links.take();
      if (wait > 0) return refuse('too_often', { wait });
      await system.openExternal(link);
      return {};
    },
    'camera.use': ({ on }) => parts.camera.allow(on),
    'quick.state': () => parts.around.quick,
    'quick.close': ({ whole }) => {
      parts.around.closeQuick(whole);
      return {};
    },
    'clipboard.clear': async () => ((await clipboard.clear()) === 'unread' ? refuse('capability_missing') : {}),
  };
}
