import type { FileKind, ShellContract } from '../../shared/contracts/shell.ts';
import { isRefused, refuse } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import { SecretClipboard } from './clipboard.ts';
import { type Clock, systemClock, within } from './clock.ts';
import type { HostServices } from './engine-link.ts';
import { EngineSupervisor } from './engine-supervisor.ts';
import { FileTokens } from './file-tokens.ts';
import { approvedLink } from './links.ts';
import { PageLink } from './page-link.ts';
import type { Shell } from './shell.ts';

/** Longest a lock or a quit waits for a clipboard that does not answer, in milliseconds. */
export const CLIPBOARD_MS = 1000;

/** Where the app lives and what it calls itself. */
export interface AppOptions {
  /** Absolute path of the folder for vault, settings and logs. */
  readonly profile: string;
  /** Absolute path of the folder where a person keeps files. */
  readonly documents: string;
  readonly version: string;
  /** Seconds added to the system clock; 0 but in tests and the demo. */
  readonly clockOffset: number;
}

/** What a test replaces. */
export interface AppPorts {
  readonly clock: Clock;
  /** Told of exceptions and broken contracts by the name of the call; never given to the page. */
  readonly onBug: (call: string, error: unknown) => void;
}

/** A running app. */
export interface App {
  /** Resolves when everything is ended; rejects when it ended because a page could not be opened or replaced. */
  readonly closed: Promise<void>;
  /** Ends the app as closing its window does. */
  close(): Promise<void>;
}

const systemPorts: AppPorts = {
  clock: systemClock,
  // The error's text may hold a path or a value: only its kind is written.
  onBug: (call, error) => process.stderr.write(`bug in ${call}: ${error instanceof Error ? error.name : typeof error}\n`),
};

const OPENS: readonly FileKind[] = ['open_vault', 'open_message'];

/** Runs the app in a host: window, engine, clipboard, files and links. Resolves when the window is open; rejects when it cannot be. */
export async function runApp(shell: Shell, options: AppOptions, ports: AppPorts = systemPorts): Promise<App> {
  const { clock, onBug } = ports;
  const { system } = shell;
  const seconds = (): number => Math.floor(clock.now() / 1000) + options.clockOffset;
  const tokens = new FileTokens(clock);
  const clipboard = new SecretClipboard(system, clock, (told) => page.emit('clipboard', told));
  const clearClipboard = async (): Promise<void> => void (await within(clock, CLIPBOARD_MS, clipboard.clear()));
  let choosing = false;

  const handlers: Handlers<ShellContract> = {
    'shell.info': () => ({
      host: shell.host,
      platform: system.platform,
      version: options.version,
      missing: [...system.missing],
      engine: supervisor.state,
    }),
    'shell.lock': () => {
      // Not awaited: the page that asked is gone when it is done.
      void supervisor.lock('asked');
      return {};
    },
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
      await system.openExternal(link);
      return {};
    },
    'clipboard.clear': async () => ((await clipboard.clear()) === 'unread' ? refuse('capability_missing') : {}),
  };

  const services: HostServices = {
    home: { profile: options.profile, documents: options.documents, clockOffset: options.clockOffset },
    onBug,
    'files.redeem': ({ token, kind }) => tokens.redeem(token, kind),
    'clipboard.copy': async ({ text, what, seconds: wait }) => {
      if (system.missing.has('clipboard')) return refuse('capability_missing');
      const until = wait === null ? null : seconds() + wait;
      try {
        await clipboard.copy(text, what, wait, until);
      } catch {
        // The error of a clipboard may quote what was to be copied.
        return refuse('capability_missing');
      }
      return { until };
    },
  };

  const page = new PageLink(shell.page, handlers, onBug);
  const opened = shell.open();
  const supervisor = new EngineSupervisor(shell, clock, services, {
    changed: (state) => page.emit('engine', state),
    opened,
    renewPage: () => {
      tokens.forget();
      page.renew();
      return shell.renewPage();
    },
    clearClipboard,
    seconds,
  });
  const stops = [
    system.onSuspend((why) => void supervisor.lock(why)),
    shell.onDropped((file) => page.emit('dropped', tokens.issue(OPENS, file))),
    shell.onClosed(() => supervisor.close()),
  ];
  const run = async (): Promise<void> => {
    try {
      await supervisor.ended;
    } finally {
      for (const stop of stops) stop();
      await clearClipboard();
      clipboard.end();
      page.end();
      await shell.close();
    }
  };
  const closed = run();
  closed.catch(() => undefined);
  const close = (): Promise<void> => {
    supervisor.close();
    return closed;
  };
  try {
    await opened;
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
  return { closed, close };
}
