import type { PasswordFault } from '../crypto/new-password.ts';
import type { ReadingClass } from './journal.ts';
import type { UnlockFault } from './unlock.ts';
import type { Vault } from './vault.ts';
import type { FileFault, ReplaceFault } from './vault-file.ts';

/** Why a vault takes no changes: how its file was read, or the fault of the write that failed. */
export type ReadOnlyReason = Exclude<ReadingClass, 'clean' | 'torn_tail'> | FileFault;

/** Outcome of a transaction. After `too_large` the vault goes on; after any other fault it is read-only. */
export type Committed =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly fault: ReadOnlyReason | 'too_large' };

/**
 * Outcome of a change to the file as a whole: password, slots, vault key, compaction. After a fault the vault is as it was,
 * and goes on unless `readOnly` of it says otherwise.
 */
export type Changed =
  | { readonly ok: true }
  | { readonly ok: false; readonly fault: ReadOnlyReason | ReplaceFault | PasswordFault | 'kdf_failed' };

/** Outcome of making a vault. */
export type Created =
  | { readonly ok: true; readonly vault: Vault }
  | { readonly ok: false; readonly code: PasswordFault | FileFault | 'kdf_failed' };

/**
 * Outcome of opening. A file of any reading class opens, `damaged` and the classes an anchor gives read-only, with the records
 * of its good frames. `headerChanged`: another header than the anchor saw, a notice.
 * `wasSeen`: this device has an anchor of the vault, so that rollback and fork would have been noticed.
 */
export type Opened =
  | { readonly ok: true; readonly vault: Vault; readonly class: ReadingClass; readonly headerChanged: boolean; readonly wasSeen: boolean }
  | { readonly ok: false; readonly code: UnlockFault | FileFault };
