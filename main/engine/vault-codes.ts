import { type ErrorCode, type Refused, refuse } from '../../shared/errors.ts';
import type { PasswordFault } from '../core/crypto/new-password.ts';
import type { Changed, Committed } from '../core/vault/outcomes.ts';
import type { UnlockFault } from '../core/vault/unlock.ts';
import type { FileFault } from '../core/vault/vault-file.ts';
import type { Restored } from './backups.ts';

/** The code a person meets when a file's place did not do what was asked. */
export function fileCode(fault: FileFault): ErrorCode {
  const codes = {
    disk_full: 'disk_full',
    read_only: 'folder_read_only',
    gone: 'vault_missing',
    changed_elsewhere: 'changed_elsewhere',
    exists: 'vault_exists',
    io: 'write_failed',
  } as const satisfies Record<FileFault, ErrorCode>;
  return codes[fault];
}

/** The code a person meets when a new vault is not made. */
export function createCode(fault: PasswordFault | FileFault | 'kdf_failed'): ErrorCode {
  // Where nothing is yet, nothing can be missing but the folder.
  const codes = {
    gone: 'folder_read_only',
    password_short: 'password_too_short',
    password_long: 'password_too_long',
    password_characters: 'password_unassigned',
    password_common: 'password_common',
    kdf_failed: 'no_memory',
  } as const satisfies Record<PasswordFault | 'kdf_failed' | 'gone', ErrorCode>;
  return fault in codes ? codes[fault as keyof typeof codes] : fileCode(fault as FileFault);
}

/** The code a person meets when a change to the whole file did not come about; the file is as it was. */
export function changeCode(fault: Exclude<Changed | Committed, { ok: true }>['fault']): ErrorCode {
  switch (fault) {
    case 'password_short':
    case 'password_long':
    case 'password_characters':
    case 'password_common':
    case 'kdf_failed':
      return createCode(fault);
    case 'disk_full':
    case 'read_only':
    case 'gone':
    case 'changed_elsewhere':
    case 'exists':
    case 'io':
      return fileCode(fault);
    case 'in_use':
      return 'vault_in_use';
    case 'folder_read_only':
    case 'rolled_back':
    case 'forked':
    case 'too_large':
      return fault;
    case 'cancelled':
      return fault;
    default:
      return 'write_failed';
  }
}

/** The code a person meets when a vault does not open. */
export function openCode(fault: UnlockFault | FileFault, byRecovery: boolean): ErrorCode {
  switch (fault) {
    case 'wrong_key':
      return byRecovery ? 'wrong_recovery_words' : 'wrong_password';
    case 'kdf_failed':
      return 'no_memory';
    case 'not_a_vault':
    case 'damaged_header':
    case 'newer_version':
    case 'kdf_refused':
    case 'damaged_slot':
    case 'no_slot':
      return fault;
    default:
      return fileCode(fault);
  }
}

/** The code a person meets when nothing could be saved out of a damaged vault. */
export function salvageCode(fault: UnlockFault | PasswordFault | FileFault | 'cancelled'): ErrorCode {
  switch (fault) {
    case 'cancelled':
      return fault;
    case 'password_short':
    case 'password_long':
    case 'password_characters':
    case 'password_common':
      return createCode(fault);
    default:
      return openCode(fault, false);
  }
}

/** What a person meets when a backup was not put in the vault's place; the file that was there still is. */
export function notRestored(fault: Extract<Restored, { ok: false }>['fault']): Refused {
  switch (fault) {
    case 'wrong_key':
      return refuse('wrong_password', { backup: 1 });
    case 'kdf_failed':
      return refuse('no_memory');
    case 'no_backup':
    case 'cancelled':
      return refuse(fault);
    case 'disk_full':
    case 'read_only':
    case 'gone':
    case 'changed_elsewhere':
    case 'exists':
    case 'io':
      return refuse(fileCode(fault));
    default:
      return refuse('backup_failed', { why: fault });
  }
}
