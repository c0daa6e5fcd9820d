import { z } from 'zod';
import { call } from '../../contract.ts';
import { MAX_CHUNK } from '../../limits.ts';
import { id, line, nothing, time } from './common.ts';
import { anchorState, holder } from './safety.ts';
import { sandboxState } from './sandbox.ts';

const fileToken = z.string().length(22);
const password = z.string().min(1).max(4096);

/** A vault this device has opened before: its file's name and the folder's last name, never the whole path. */
export const knownVault = z.strictObject({
  vault: id,
  name: z.string().max(255),
  folder: z.string().max(255),
  lastOpened: time.nullable(),
  present: z.boolean(),
  /** Whether a key for it is in this computer's keychain, so that `vault.openRemembered` may be offered. */
  remembered: z.boolean(),
});

/** What reading the file gave: all well, a torn end repaired with the old bytes kept aside, or damage. */
export const readResult = z.enum(['clean', 'repaired', 'damaged']);

export const vaultCalls = {
  /** Seconds the engine adds to the system clock; 0 but in tests and the demo. The page shows times by the same clock. */
  'clock.offset': call('any', nothing, z.strictObject({ seconds: z.int() })),
  /** Seconds the clock is behind the highest this vault has seen: what ends is judged by that mark. 0 when all is well. */
  'clock.behind': call('open', nothing, z.strictObject({ seconds: z.int().min(0) })),
  /** The person's word that the clock is right now: the mark comes down to it, and the log says so. */
  'clock.lower': call('open', nothing, nothing),
  'vaults.list': call('any', nothing, z.strictObject({ vaults: z.array(knownVault).max(100), documents: z.string().max(255) })),
  /** Remembers a vault file chosen in the shell's dialog or dropped. */
  'vaults.add': call('closed', z.strictObject({ token: fileToken }), z.strictObject({ vault: id })),
  /** Takes a vault off the list; the file stays. */
  'vaults.forget': call('closed', z.strictObject({ vault: id }), nothing),
  /** Whether a new password would be taken; refused with its code otherwise. */
  'vault.checkPassword': call('any', z.strictObject({ password }), nothing),
  /** Seven words drawn at random, 77 bits. */
  'vault.suggestWords': call('any', nothing, z.strictObject({ words: z.array(z.string().max(8)).length(7) })),
  /** Makes a vault and opens it. `token` chooses the place, else the documents folder. The 24 recovery words are shown once. */
  'vault.create': call(
    'closed',
    z.strictObject({ name: line(64), password, token: fileToken.optional(), cost: z.enum(['normal', 'low']) }),
    z.strictObject({ words: z.array(z.string().max(8)).length(24), file: z.string().max(255) }),
  ),
  'vault.open': call(
    'closed',
    z.strictObject({ vault: id, password: password.optional(), recoveryWords: z.string().max(1024).optional() }),
    z.strictObject({ read: readResult }),
  ),
  'vault.state': call(
    'any',
    nothing,
    z.strictObject({
      open: z
        .strictObject({
          name: z.string().max(64),
          file: z.string().max(255),
          read: readResult,
          /** Why nothing can be saved now; null when all is well. */
          readOnly: z.string().max(64).nullable(),
          /** Who holds the file while `readOnly` is in_use; null with it: nobody does any more, and `vault.takeOver` may be offered. */
          holder: holder.nullable(),
          /** Changes that could not be saved; `kept` tells whether they are sealed in the app's folder too: if not, a lock loses them. */
          unsaved: z.int().min(0),
          kept: z.boolean(),
          anchor: anchorState,
          waiting: z.int().min(0),
          live: z.int().min(0),
          exposed: z.int().min(0),
          /** Given loans that are over and still exposed. */
          exposedLoans: z.int().min(0),
          runs: z.int().min(0),
          accounts: z.int().min(0),
          lent: z.int().min(0),
          /** Requests of ours nobody has answered yet. */
          asked: z.int().min(0),
          /** Reminders that are late or fall due today, without those put off. */
          due: z.int().min(0),
          /** People and partners still at a business centre after their last day. */
          business: z.int().min(0),
          /** Only in the sandbox: whose vault it is, and what was tried. */
          sandbox: sandboxState.exactOptional(),
        })
        .nullable(),
    }),
  ),
  /** A longer text in pieces: the first call gives `upload` null; calls that take an upload want its last piece sent. */
  'uploads.put': call(
    'open',
    z.strictObject({ upload: id.nullable(), piece: z.string().max(MAX_CHUNK) }),
    z.strictObject({ upload: id }),
  ),
} as const;
