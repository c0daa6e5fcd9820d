import { z } from 'zod';
import { call } from '../../contract.ts';
import { id, line, nothing, time } from './common.ts';

const password = z.string().min(1).max(4096);
const words = z.array(z.string().max(8)).length(24);

/** A verified copy of the vault as it was on one day. */
export const backup = z.strictObject({ id, at: time, bytes: z.int().min(0), records: z.int().min(0) });
export type Backup = z.infer<typeof backup>;

/** What this device knew of the vault when it was opened. `none`: it had not seen it before, and cannot tell. */
export const anchorState = z.enum(['none', 'fits', 'header_changed', 'rolled_back', 'forked']);
export type AnchorState = z.infer<typeof anchorState>;

/** Who has the file open for writing. `here`: another Latchkey on this computer. `unknown`: its lock file does not say. */
export const holder = z.strictObject({
  where: z.enum(['here', 'elsewhere', 'unknown']),
  host: z.string().max(255).nullable(),
  at: z.int().min(0),
});

/** The state of the file, for a person to read. */
export const health = z.strictObject({
  file: z.string().max(255),
  folder: z.string().max(255),
  bytes: z.int().min(0),
  /** Bytes a compaction would free. */
  deadBytes: z.int().min(0),
  saves: z.int().min(0),
  records: z.int().min(0),
  /** Records of unknown or broken shape, kept but not shown. */
  setAside: z.int().min(0),
  lastSaved: time.nullable(),
  readOnly: z.string().max(64).nullable(),
  /** Changes that could not be saved and are kept in memory. */
  unsaved: z.int().min(0),
  anchor: anchorState,
  backups: z.array(backup).max(50),
  cost: z.enum(['normal', 'low', 'other']),
  recovery: z.strictObject({ present: z.boolean(), made: time.nullable(), tested: time.nullable() }),
  device: z.strictObject({ remembered: z.boolean(), until: time.nullable() }),
  passwordChanged: time.nullable(),
  log: z.strictObject({ records: z.int().min(0) }),
});
export type Health = z.infer<typeof health>;

export const safetyCalls = {
  'vault.health': call('open', nothing, health),
  /** Reads the whole file again with the real reader and checks log and records against memory. `fault` null when all is well. */
  'vault.check': call(
    'open',
    nothing,
    z.strictObject({
      frames: z.int().min(0),
      records: z.int().min(0),
      log: z.strictObject({ records: z.int().min(0), bad: z.int().nullable() }),
      fault: z.string().max(64).nullable(),
      milliseconds: z.int().min(0),
    }),
  ),
  /** Writes the vault anew without what was deleted and replaced. */
  'vault.compact': call('open', nothing, z.strictObject({ before: z.int(), after: z.int() })),
  /** Asks for the old password; the file is rewrapped, not re-encrypted. */
  'vault.changePassword': call(
    'open',
    z.strictObject({ old: password, fresh: password, cost: z.enum(['normal', 'low']) }),
    nothing,
  ),
  /** Makes a new recovery sheet; the old one opens nothing any more but older copies. */
  'vault.renewRecovery': call('open', z.strictObject({ password }), z.strictObject({ words })),
  /** Whether 24 typed words are those of this vault's sheet; right ones count as a test. */
  'vault.testRecovery': call('open', z.strictObject({ words: z.string().max(1024) }), nothing),
  /** Everything sealed anew under a fresh vault key; asks for the password and gives a new sheet. For "someone knows the old one". */
  'vault.rotateKey': call('open', z.strictObject({ password }), z.strictObject({ words })),
  /** Keeps a key for this device in the system's keychain, for 14 days at a time, or takes it away. Turning it on asks for the password. */
  'device.remember': call('open', z.strictObject({ password }), nothing),
  'device.forget': call('open', nothing, nothing),
  /** Opens by the key in the system's keychain; refused as `password_again` after 14 days. */
  'vault.openRemembered': call(
    'closed',
    z.strictObject({ vault: id }),
    z.strictObject({ read: z.enum(['clean', 'repaired', 'damaged']) }),
  ),
  /** Makes a backup now, beside the daily one. */
  'backups.make': call('open', nothing, z.strictObject({ backup })),
  /** Puts a backup in the vault's place, and opens it; what is there now is kept beside it. Asks for the password of the backup. */
  'backups.restore': call('open', z.strictObject({ id, password }), nothing),
  /** Backups of a vault that will not open, without their contents; `records` is 0 as it cannot be known. */
  'backups.ofClosed': call('closed', z.strictObject({ vault: id }), z.strictObject({ backups: z.array(backup).max(50) })),
  'backups.restoreClosed': call('closed', z.strictObject({ vault: id, backup: id, password }), nothing),
  /** Everything that can still be read of a damaged vault, in a new vault file of the same password. */
  'salvage.run': call(
    'closed',
    z.strictObject({ vault: id, password, name: line(64) }),
    z.strictObject({
      vault: id,
      frames: z.int().min(0),
      records: z.int().min(0),
      /** Stretches of the file that could not be read, and their bytes. */
      gaps: z.int().min(0),
      lostBytes: z.int().min(0),
      /** Saves of several parts of which some were missing. */
      brokenRuns: z.int().min(0),
    }),
  ),
  /** Writes the whole vault, changes that could not be saved among it, to another place. */
  'vault.saveCopy': call('open', z.strictObject({ token: z.string().length(22) }), z.strictObject({ file: z.string().max(255) })),
  /** Tries to write again after a fault: reads the file anew, and saves what is waiting if it is still the one known. */
  'vault.retry': call('open', nothing, nothing),
  /**
   * Takes changes from now on, in a vault that was opened to be read only: `vault_in_use` {where} while another program holds it.
   * `override` is the person's word that nobody is there, for a holder on another computer or one that cannot be told.
   */
  'vault.takeOver': call('open', z.strictObject({ override: z.boolean() }), nothing),
  /** Changes that an earlier lock or crash found unsaved; `changes` null when they were sealed with an earlier key. */
  'rescue.state': call(
    'open',
    nothing,
    z.strictObject({ rescue: z.strictObject({ at: time, changes: z.int().min(0).nullable() }).nullable() }),
  ),
  /** Saves them now; `rescue_apart` {count} when the same records were changed since, `rescue_unreadable` after a key rotation. */
  'rescue.restore': call('open', nothing, nothing),
  /** Lets go of them for good. */
  'rescue.drop': call('open', nothing, nothing),
  /** Writes them to another place, as a whole vault of its own that opens with the passphrase of then. */
  'rescue.saveCopy': call('open', z.strictObject({ token: z.string().length(22) }), z.strictObject({ file: z.string().max(255) })),
  /** What to do with a vault older than the one this device has seen, or one two devices have written: go on with it knowingly. */
  'vault.acceptState': call('open', nothing, nothing),
} as const;
