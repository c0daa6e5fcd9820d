import { type Refused, refuse } from '../../shared/errors.ts';
import { RECOVERY_WORDS, readRecoveryWords, wordsFacts } from '../core/crypto/words.ts';
import type { Hold } from '../core/vault/outcomes.ts';
import type { Credential } from '../core/vault/slots.ts';
import type { Opened } from '../core/vault/vault.ts';
import type { Session } from './session.ts';
import { createCode } from './vault-codes.ts';
import type { Taken } from './writer-lock.ts';

/** How a file was read, and what this device's anchor says of it. */
export function howRead(opened: Extract<Opened, { ok: true }>, hold: Hold | null): Pick<Session, 'read' | 'anchor'> {
  // Beside a writer an unfinished end is a save under way.
  const isTorn = opened.class === 'torn_tail' && hold === null;
  const read = opened.class === 'damaged' ? 'damaged' : isTorn ? 'repaired' : 'clean';
  if (opened.class === 'rolled_back' || opened.class === 'forked') return { read, anchor: opened.class };
  return { read, anchor: opened.headerChanged ? 'header_changed' : opened.wasSeen ? 'fits' : 'none' };
}

/** Why a vault whose lock was not taken is opened to be read only; null when it was. */
export function holdFor(taken: Taken): Hold | null {
  if (taken.ok) return null;
  return taken.fault === 'read_only' ? 'folder_read_only' : taken.fault;
}

/** What a person meets when a lock was not taken. */
export function notTaken(taken: Extract<Taken, { ok: false }>): Refused {
  if (taken.fault === 'in_use') return refuse('vault_in_use', { where: taken.holder.where });
  return refuse(createCode(taken.fault));
}

/** What a vault is opened with, out of what was typed. */
export function credentialOf(form: { password?: string | undefined; recoveryWords?: string | undefined }): Credential | Refused {
  if (form.password !== undefined) return { password: form.password };
  const typed = form.recoveryWords ?? '';
  const words = readRecoveryWords(typed);
  return 'fault' in words ? refuse(words.fault, wordsFacts(words.fault, typed, RECOVERY_WORDS)) : { entropy: words.entropy };
}
