import type { FileKind } from '../../shared/contracts/shell.ts';
import { refuse } from '../../shared/errors.ts';
import { languageOf, speak } from '../../shared/text/speak.ts';
import { CameraUse } from './camera-use.ts';
import { AroundWindow } from './around-window.ts';
import { SecretClipboard } from './clipboard.ts';
import { type Clock, systemClock, within } from './clock.ts';
import { ClosedLock } from './closed-lock.ts';
import type { HostServices } from './engine-link.ts';
import { EngineSupervisor } from './engine-supervisor.ts';
import { FileTokens } from './file-tokens.ts';
import { IdleLock } from './idle-lock.ts';
import { Keychain } from './keychain.ts';
import { LockDigest } from './lock-digest.ts';
import { noticeOf } from './notice-of.ts';
import { pageCalls, QUESTIONS_A_MINUTE } from './page-calls.ts';
import { PageLink } from './page-link.ts';
import { questionOf } from './question-of.ts';
import { Rate } from './rate.ts';
import { SettingsFile } from './settings-file.ts';
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
  /** Whether a native call hangs, for which Node would wait before it ends its process. */
  readonly hanging: boolean;
}

const systemPorts: AppPorts = {
  clock: systemClock,
  // The error's text may hold a path or a value: only its kind is written.
  onBug: (call, error) => process.stderr.write(`bug in ${call}: ${error instanceof Error ? error.name : typeof error}\n`),
};

/** The system's language, as a BCP 47 tag. */
const systemLocale = (): string => Intl.DateTimeFormat().resolvedOptions().locale;

/** What a dropped file may be. */
const DROPS: readonly FileKind[] = ['open_vault', 'open_message', 'open_picture'];

/** Runs the app in a host: window, engine, clipboard, files, links, settings and keychain. Resolves when the window is open; rejects when it cannot be. */
export async function runApp(shell: Shell, options: AppOptions, ports: AppPorts = systemPorts): Promise<App> {
  const { clock, onBug } = ports;
  const { system } = shell;
  const wireTime = (ms: number): number => Math.floor(ms / 1000) + options.clockOffset;
  const seconds = (): number => wireTime(clock.now());
  const at = (ms: number | null): number | null => (ms === null ? null : wireTime(ms));
  const tokens = new FileTokens(clock);
  const settings = new SettingsFile(options.profile);
  const talk = (): Promise<void> => speak(languageOf(settings.value.language, [systemLocale()]));
  await talk();
  const digest = new LockDigest(() => settings.value.digestWhenLocked);
  const keychain = new Keychain(system.keychain, options.profile, clock);
  const clipboard = new SecretClipboard(system, clock, (told) => page.emit('clipboard', told));
  const clearClipboard = async (): Promise<void> => void (await within(clock, CLIPBOARD_MS, clipboard.clear()));
  const camera = new CameraUse(shell, clock);
  const idle = new IdleLock(clock, {
    minutes: () => settings.value.lockMinutes,
    idleSeconds: () => system.idleSeconds(),
    lock: () => void supervisor.lock('idle'),
    moved: (ms) => page.emit('lockAt', { at: at(ms) }),
    soon: (ms) => page.emit('lockSoon', { at: at(ms) }),
  });
  const windowless = new ClosedLock(clock, {
    minutes: () => settings.value.lockWhenClosedMinutes,
    lock: () => void supervisor.lock('window_closed'),
  });

  const around = new AroundWindow(shell, clock, {
    settings: () => settings.value,
    digest: () => digest.value,
    seconds,
    quick: (state) => page.emit('quick', state),
    command: (id) => page.emit('command', { id }),
    lock: () => void supervisor.lock('asked'),
    quit: () => supervisor.close(),
    copyCode: (account) => supervisor.copyCode(account),
  });

  const declined = new Rate(clock, QUESTIONS_A_MINUTE, 60_000);
  const services: HostServices = {
    home: { profile: options.profile, documents: options.documents, clockOffset: options.clockOffset, version: options.version },
    onBug,
    onVault: (open) => {
      idle.vault(open);
      windowless.vault(open);
      around.vault(open);
    },
    confirmSecrets: async (of, signal, count) => {
      // SECURITY: a page that asks until somebody gives in gets no further; what has left the vault locks it at the first no.
      const isLoss = of !== 'secrets' && of !== 'codes';
      if (system.missing.has('confirm') || (isLoss && declined.wait() > 0)) return false;
      const yes = await system.confirm(questionOf(of, count), signal);
      if (isLoss && !yes) declined.take();
      return yes;
    },
    lockForSecrets: (of) => void supervisor.lock(`many_${of}`),
    'host.digest': (told) => {
      digest.keep(told);
      around.told();
      return {};
    },
    'host.notice': ({ what }) => {
      // Neither waited for nor needed: a desktop that does not show it must not hold the answer back.
      if (!system.missing.has('notices')) void system.notify(noticeOf(what)).catch(() => undefined);
      return {};
    },
    startReader: (engine) => shell.startPictureReader(engine),
    'host.pinned': ({ items }) => {
      around.pinned(items);
      return {};
    },
    'files.redeem': ({ token, kind }) => tokens.redeem(token, kind),
    'clipboard.copy': async ({ text, what, seconds: asked }) => {
      if (system.missing.has('clipboard')) return refuse('capability_missing');
      // Whether it is a secret is the engine's to say, how long one stays is the person's.
      const { clipboardSeconds } = settings.value;
      const until = asked === null || clipboardSeconds === null ? null : seconds() + clipboardSeconds;
      try {
        if (asked === null) await clipboard.copyPlain(text, what);
        else await clipboard.copy(text, what, clipboardSeconds, until);
      } catch {
        // The error of a clipboard may quote what was to be copied.
        return refuse('capability_missing');
      }
      return { until };
    },
    'keychain.get': ({ vault }) => keychain.get(vault),
    'keychain.set': ({ vault, secret }) => keychain.set(vault, secret),
    'keychain.delete': ({ vault }) => keychain.delete(vault),
  };

  const calls = pageCalls({
    ...{ shell, clock, tokens, clipboard, settings, keychain, digest, camera, around },
    version: options.version,
    supervisor: () => supervisor,
    lockAt: () => at(idle.at),
  });
  const page = new PageLink(shell.page, calls, onBug);
  const opened = shell.open();
  const supervisor = new EngineSupervisor(shell, clock, services, {
    changed: (state) => page.emit('engine', state),
    opened,
    renewPage: () => {
      tokens.forget();
      void camera.end();
      page.renew();
      return shell.renewPage();
    },
    clearClipboard,
    seconds,
  });
  const stops = [
    system.onSuspend((why) => void (settings.value.lockOnSuspend && supervisor.lock(why))),
    settings.changed.add((value) => {
      page.emit('settings', value);
      void talk().then(() => {
        supervisor.speak();
        around.spoken();
      });
      idle.changed();
      windowless.changed();
      digest.changed();
      around.changed();
    }),
    shell.onActive(() => {
      idle.active();
      camera.active();
    }),
    shell.onWindow((there) => windowless.window(there)),
    shell.onDropped((file) => page.emit('dropped', tokens.issue(DROPS, file))),
    shell.onClosed(() => supervisor.close()),
  ];
  const run = async (): Promise<void> => {
    try {
      await supervisor.ended;
    } finally {
      for (const stop of stops) stop();
      around.end();
      void camera.end();
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
    around.begin();
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
  return {
    closed,
    close,
    get hanging() {
      return keychain.hanging;
    },
  };
}
