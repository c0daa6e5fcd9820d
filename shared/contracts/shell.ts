import { z } from 'zod';
import { call } from '../contract.ts';

const nothing = z.strictObject({});
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
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** Why a dialog is shown; decides its title, its filter and what the token may be used for. */
export const FILE_KINDS = ['open_vault', 'save_vault', 'open_message', 'save_message'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A file the person chose in the shell's own dialog or dropped: a one-use token, never a path. */
export const pickedFile = z.strictObject({
  token: z.string().length(22),
  name: z.string().max(255),
  size: z.int().min(0).nullable(),
});
export type PickedFile = z.infer<typeof pickedFile>;

/** State of the engine process as the shell sees it. */
export const engineState = z.strictObject({
  state: z.enum(['starting', 'ready', 'locking', 'gone', 'hung']),
  /** When and why the last vault was locked; null before the first lock. */
  locked: z
    .strictObject({ at: time, why: z.enum(['asked', 'idle', 'suspend', 'screen_lock', 'engine_gone', 'engine_hung']) })
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
    /** Quiesces and ends the engine, destroys this page's process and opens a fresh one. */
    'shell.lock': call('any', nothing, z.strictObject({})),
    'files.pick': call(
      'any',
      z.strictObject({ kind: z.enum(FILE_KINDS), suggestedName: z.string().max(120).optional() }),
      z.strictObject({ file: pickedFile.nullable() }),
    ),
    /** Opens an https address in the person's browser; `host` must be the host the page has shown. */
    'links.open': call('any', z.strictObject({ url: z.string().max(2048), host: z.string().max(255) }), z.strictObject({})),
    /** Clears the clipboard now if it still holds what was copied. */
    'clipboard.clear': call('any', nothing, z.strictObject({})),
  },
  events: {
    engine: engineState,
    /**
     * Something copied waits to be cleared at `until`; null when it was cleared or is not ours any more. With `unread` the host could
     * not look at the clipboard: what was copied may still be there, and the shell goes on trying.
     */
    clipboard: z.strictObject({ what: z.string().max(64), until: time.nullable(), unread: z.literal(true).optional() }),
    dropped: pickedFile,
  },
} as const;
export type ShellContract = typeof shellContract;
