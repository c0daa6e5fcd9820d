import type { PasswordFault } from '../crypto/new-password.ts';
import type { ReadingClass } from './journal.ts';
import type { FileFault, ReplaceFault } from './vault-file.ts';

/** Why a vault is opened to be read only: another program writes it, or its place does not take a lock file. */
export type Hold = 'in_use' | 'folder_read_only' | FileFault;

/** Why a vault takes no changes: how its file was read, the fault of the write that failed, or why it was only opened to be read. */
export type ReadOnlyReason = Exclude<ReadingClass, 'clean' | 'torn_tail'> | FileFault | Hold;

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
