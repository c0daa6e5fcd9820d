import { z } from 'zod';
import { COMMAND_IDS } from '../commands.ts';
import { call } from '../contract.ts';
import { digest } from './digest.ts';
import { settings, settingsChange } from './settings.ts';

const nothing = z.strictObject({});
/** A text other programs are given: half a surrogate pair would be another text there. */
export const written = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => value.isWellFormed());
const time = z.int().min(1).max(253_402_300_799);

/** What a host may be unable to do; the page hides what is missing. */
export const CAPABILITIES = [
  'open_dialog',
  'save_dialog',
  'drop',
  'clipboard',
  'clipboard_conceal',
  'open_link',
  'suspend_event',
  'screen_lock_event',
  'idle_time',
  'own_title_bar',
  'keychain',
  'confirm',
  'stay_without_window',
  'tray',
  'native_menu',
  'quick_window',
  'content_protection',
  'camera',
  'notices',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** Why a dialog is shown; decides its title, its filter and what the token may be used for. */
export const FILE_KINDS = [
  'open_vault',
  'save_vault',
  'open_message',
  'save_message',
  'save_calendar',
  'save_table',
  'save_page',
  'save_log',
  'open_log',
  'open_platforms',
  'open_picture',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A file the person chose in the shell's own dialog or dropped: a one-use token, never a path. */
export const pickedFile = z.strictObject({
  token: z.string().length(22),
  name: z.string().max(255),
  size: z.int().min(0).nullable(),
});
export type PickedFile = z.infer<typeof pickedFile>;

/**
 * What may be wrong with the system's keychain: there is none, it refused, it did not answer in 5 s, it is locked, the item was
 * written into another one, or what it gave is not what was put there.
 */
export const KEYCHAIN_FAULTS = ['absent', 'denied', 'timed_out', 'locked', 'changed_backend', 'garbage'] as const;
export type KeychainFault = (typeof KEYCHAIN_FAULTS)[number];

/** Whether the keychain kept and gave back a trial item just now, and if not, why. */
export const keychainState = z.discriminatedUnion('available', [
  z.strictObject({ available: z.literal(true), reason: z.null() }),
  z.strictObject({ available: z.literal(false), reason: z.enum(KEYCHAIN_FAULTS) }),
]);
export type KeychainState = z.infer<typeof keychainState>;

/** When the vault will lock by itself unless the person does something; null when it will not. */
const coming = z.strictObject({ at: time.nullable() });

export const quickState = z.strictObject({ on: z.boolean(), key: z.enum(['taken', 'refused']).nullable() });
export type QuickState = z.infer<typeof quickState>;

/** State of the engine process as the shell sees it. */
export const engineState = z.strictObject({
  state: z.enum(['starting', 'ready', 'locking', 'gone', 'hung']),
  /** When and why the last vault was locked; null before the first lock. */
  locked: z
    .strictObject({
      at: time,
      why: z.enum([
        'asked',
        'idle',
        'window_closed',
        'suspend',
        'screen_lock',
        'many_secrets',
        'many_codes',
        'engine_gone',
        'engine_hung',
      ]),
    })
    .nullable(),
});
export type EngineState = z.infer<typeof engineState>;

/** Page to shell. */
export const shellContract = {
  calls: {
    'shell.info': call(
      'any',
      nothing,
      z.strictObject({
        host: z.enum(['electron', 'chromium', 'fake']),
        platform: z.enum(['linux', 'mac', 'windows', 'other']),
        version: z.string().max(32),
        missing: z.array(z.enum(CAPABILITIES)),
        engine: engineState,
      }),
    ),
    /** Quiesces and ends the engine, destroys this page's process and opens a fresh one. `why` is 'asked' when not given. */
    'shell.lock': call('any', z.strictObject({ why: z.enum(['asked', 'idle']).optional() }), nothing),
    /** When the idle lock will come; the event `lockAt` tells every change. */
    'lock.at': call('any', nothing, coming),
    /** What the lock screen may say of the vault that was open, without a name; null when it may say nothing. */
    'lock.digest': call('any', nothing, z.strictObject({ digest: digest.nullable() })),
    'settings.get': call('any', nothing, settings),
    /**
     * Changes some settings and gives all. They hold at once for this run; `settings_unsaved` when they could not be written to disk.
     * An idle lock later than `FREE_LOCK_MINUTES`, or none, is asked for in the host's own dialog, and so is no lock at sleep, a clipboard that is not
     * cleared and a window in captures of the screen: `not_confirmed` when one was declined, `capability_missing` where `confirm` is missing; nothing is
     * then changed.
     */
    'settings.set': call('any', settingsChange, settings),
    /** Tries the system's keychain, 5 s at most; may make the system ask the person to unlock it. */
    'keychain.state': call('any', nothing, keychainState),
    'files.pick': call(
      'any',
      z.strictObject({ kind: z.enum(FILE_KINDS), suggestedName: written(120).optional() }),
      z.strictObject({ file: pickedFile.nullable() }),
    ),
    /** Opens an https address in the person's browser; `host` must be the host the page has shown. `too_often` {wait} after six in a minute. */
    'links.open': call('any', z.strictObject({ url: written(2048), host: written(255) }), z.strictObject({})),
    /**
     * Lets the page use the camera, after a press of the person's, until it says `on` false; after `USE_MS` of the shell's it is over anyway.
     * `not_confirmed` when nobody has done anything in the window just now, `too_often` {wait} after six in a minute, `capability_missing`
     * where there is none.
     */
    'camera.use': call('any', z.strictObject({ on: z.boolean() }), nothing),
    /** Clears the clipboard now if it still holds what was copied. */
    'clipboard.clear': call('any', nothing, z.strictObject({})),
    /** Whether the window is small and over other programs now, and whether the system gave us the key for it; null where it was not asked for. */
    'quick.state': call('any', nothing, quickState),
    /** Ends quick access: the small window goes and the program before it has the focus again, or with `whole` the window is as large as it was. */
    'quick.close': call('any', z.strictObject({ whole: z.boolean() }), nothing),
  },
  events: {
    engine: engineState,
    quick: quickState,
    /** The system's own menu, the tray or a link from outside asks for a command of the page. */
    command: z.strictObject({ id: z.enum(COMMAND_IDS) }),
    /** The settings have changed. */
    settings,
    /** The time of the coming idle lock has moved; told every few seconds at most. */
    lockAt: coming,
    /** The idle lock comes in a minute; with null the person came back in time. */
    lockSoon: coming,
    /**
     * Something copied waits to be cleared at `until`; null when it was cleared or is not ours any more. With `unread` the host could
     * not look at the clipboard: what was copied may still be there, and the shell goes on trying.
     */
    clipboard: z.strictObject({ what: z.string().max(64), until: time.nullable(), unread: z.literal(true).optional() }),
    dropped: pickedFile,
  },
} as const;
export type ShellContract = typeof shellContract;
