import type { VAULT_ERRORS } from '../errors.ts';
import type { ErrorFacts } from '../errors.ts';
import { number, wait } from './error-facts.ts';
import type { ErrorWords } from './error-text.ts';
import { inLanguage } from './language.ts';

const untouched = 'The file is untouched.';
const whole = 'The vault is as it was.';
/** What becomes of a change that met a disk that does not take it: the first is kept, those after it are not. */
const inMemory = (facts: ErrorFacts): string =>
  number(facts, 'kept', 1) === 0
    ? 'What was saved before is safe; this change was not taken.'
    : 'What was saved before is safe; the last change is kept in memory.';

const againWhy = (facts: ErrorFacts): string => {
  switch (facts['why']) {
    case 'days':
      return 'The 14 days in which this device opens the vault alone are over, so the passphrase is asked for again.';
    case 'update':
      return 'This is another version of Latchkey than the one you last typed the passphrase in, so it is asked for again.';
    default:
      return 'It is time to type the passphrase again.';
  }
};

/** Failures of a vault file, of opening it and of saving it. */
export const vaultErrors = inLanguage('errors-vault.vaultErrors', {
  not_a_vault: () => ({
    what: 'This file is not a Latchkey vault.',
    safe: untouched,
    todo: 'Choose a file that ends in .latchkey.',
  }),
  newer_version: () => ({
    what: 'This vault was written by a newer Latchkey.',
    safe: untouched,
    todo: 'Open it with the newer version.',
  }),
  damaged_header: () => ({
    what: 'The beginning of this vault file is damaged.',
    safe: 'Nothing was written to it.',
    todo: 'Open a copy or a backup of the file.',
  }),
  damaged_slot: () => ({
    what: 'The part of the file that this passphrase opens is damaged.',
    safe: 'The records behind it may be whole.',
    todo: 'Use the recovery words, or a backup of the file.',
  }),
  damaged_vault: () => ({
    what: 'Part of this vault cannot be read.',
    safe: 'The damaged part was set aside; nothing was thrown away.',
    todo: 'Look through your accounts, and keep a backup of the file.',
  }),
  kdf_refused: () => ({
    what: 'This file asks for an unlock that is weaker or heavier than Latchkey allows.',
    safe: untouched,
    todo: 'Ask where the file came from before you type a passphrase into it.',
  }),
  no_slot: () => ({ what: 'This vault has no such way in.', safe: untouched, todo: 'Use the passphrase or the recovery words.' }),
  wrong_password: (facts) => ({
    what:
      facts['backup'] === undefined ? 'That passphrase does not open this vault.' : 'That passphrase does not open this backup.',
    safe: untouched,
    todo:
      wait(facts) ??
      (facts['backup'] === undefined
        ? 'Check Caps Lock and the keyboard layout.'
        : 'It opens with the passphrase the vault had then.'),
  }),
  wrong_recovery_words: (facts) => ({
    what: 'These recovery words belong to another vault, or to an older sheet.',
    safe: untouched,
    todo: wait(facts) ?? 'Look for the sheet with this vault’s name on it.',
  }),
  password_too_short: (facts) => ({
    what: 'The passphrase is too short.',
    safe: whole,
    todo: `Use at least ${number(facts, 'min', 12)} characters, or take the suggested words.`,
  }),
  password_too_long: () => ({ what: 'The passphrase is too long.', safe: whole, todo: 'Use fewer than 1000 characters.' }),
  password_common: () => ({
    what: 'This passphrase is on the lists that guessers try first.',
    safe: whole,
    todo: 'Choose another, or take the suggested words.',
  }),
  password_unassigned: () => ({
    what: 'The passphrase has a character this version of Latchkey cannot read the same way for ever.',
    safe: whole,
    todo: 'Leave that character out.',
  }),
  vault_exists: () => ({
    what: 'A file with this name is already there.',
    safe: 'It was not written over.',
    todo: 'Choose another name or place.',
  }),
  vault_missing: () => ({
    what: 'The vault file is not where it was.',
    safe: 'It may have been moved, or its drive is not connected.',
    todo: 'Connect the drive, or open the file from its new place.',
  }),
  vault_in_use: () => ({
    what: 'Another Latchkey has this vault open.',
    safe: untouched,
    todo: 'Close it there, or use that window.',
  }),
  read_only: () => ({ what: 'This vault file may only be read.', safe: whole, todo: 'Allow writing to the file, or move it.' }),
  disk_full: (facts) => ({
    what: 'The disk is full, so nothing new is being saved.',
    safe: inMemory(facts),
    todo: 'Free some space, then try again.',
  }),
  folder_read_only: (facts) => ({
    what: 'This folder does not allow saving.',
    safe: inMemory(facts),
    todo: 'Move the vault to a folder you may write to.',
  }),
  changed_elsewhere: () => ({
    what: 'The vault file was changed by something else while it was open.',
    safe: 'Nothing was written over.',
    todo: 'Lock the vault and unlock it again to see what is there.',
  }),
  write_failed: (facts) => ({
    what: 'The last change could not be saved.',
    safe: inMemory(facts),
    todo: 'Check the drive, then try again.',
  }),
  no_memory: () => ({
    what: 'There is not enough free memory to unlock this vault.',
    safe: untouched,
    todo: 'Close other programs and try again.',
  }),
  forked: () => ({
    what: 'Two copies of this vault were changed apart from each other.',
    safe: 'Nothing is written until you choose; the other copy is not touched.',
    todo: 'Go on with this one, and bring in what only the other has.',
  }),
  rolled_back: () => ({
    what: 'This vault file is older than what this computer last saw.',
    safe: 'Nothing is written until you choose; newer saves may be in a backup or in another copy.',
    todo: 'Restore a backup, or go on with this copy.',
  }),
  nothing_to_salvage: () => ({
    what: 'Nothing in this file could be read with that passphrase.',
    safe: 'No new vault was made, and the file is untouched.',
    todo: 'Put a backup back, or try another copy of the file.',
  }),
  no_backup: () => ({ what: 'This backup is not there any more.', safe: whole, todo: 'Choose another one.' }),
  backup_failed: () => ({
    what: 'The backup was not made, or did not check out.',
    safe: 'The vault itself is saved.',
    todo: 'Check that the disk has room and allows writing, then try again.',
  }),
  keychain_failed: () => ({
    what: 'What the keychain keeps does not open this vault.',
    safe: untouched,
    todo: 'Use the passphrase; then this device can be remembered anew.',
  }),
  password_again: (facts) => ({
    what: againWhy(facts),
    safe: untouched,
    todo: 'Type it once; then this device opens the vault again.',
  }),
  rescue_apart: () => ({
    what: 'What waited to be saved does not fit the vault any more: the same records were changed since.',
    safe: 'Neither was touched; what waited is still kept.',
    todo: 'Save it as a vault of its own, look at both, then let go of it.',
  }),
  rescue_unreadable: () => ({
    what: 'What waited to be saved was sealed with an earlier key of this vault.',
    safe: 'It is still kept.',
    todo: 'Save it as a vault of its own, and open that with the passphrase it had then.',
  }),
  another_vault: () => ({
    what: 'This file is of another vault, not a copy of this one.',
    safe: 'Nothing was read from it.',
    todo: 'Choose a copy of this vault.',
  }),
  cancelled: () => ({ what: 'Stopped, as you asked.', safe: 'Nothing was changed.', todo: 'Begin again when you like.' }),
} satisfies Readonly<Record<(typeof VAULT_ERRORS)[number], ErrorWords>>);
