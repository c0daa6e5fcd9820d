import type { AccountForm } from '../../../shared/contracts/engine/accounts.ts';
import { type Refused, refuse } from '../../../shared/errors.ts';
import { wipe } from '../crypto/sodium.ts';
import type { Book } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';

/** Old passwords kept per account. */
const HISTORY = 100;

type Account = Data<'account'>;

/** A new account without anything in it. */
export function emptyAccount(now: number): Account {
  return {
    platform: 'other',
    kind: 'personal',
    title: '?',
    tags: [],
    made: now,
    changed: now,
    versions: { password: 0, notes: 0, candidate: 0, backup: 0 },
    factors: [],
    backup_codes: [],
    fields: [],
    history: [],
  };
}

/** An account with another password; the one before goes to the history, sealed for its new place. */
export function withPassword(book: Book, id: string, account: Account, password: string): Account {
  const now = book.now();
  const ver = account.versions.password + 1;
  const { password: old, password_set, ...kept } = account;
  return {
    ...kept,
    password: book.seal(id, 'password', ver, password),
    password_set: now,
    versions: { ...account.versions, password: ver },
    history: old === undefined ? account.history : pushed(book, id, account, old, password_set ?? account.made),
  };
}

function pushed(book: Book, id: string, account: Account, old: NonNullable<Account['password']>, set: number): Account['history'] {
  const bytes = book.open(id, 'password', old);
  if (bytes === null) return account.history;
  const entry = book.newId();
  const value = book.seal(id, `history/${entry}/value`, 1, bytes);
  wipe(bytes);
  return [...account.history, { id: entry, set, replaced: book.now(), value }].slice(-HISTORY);
}

function withoutPassword(book: Book, id: string, account: Account): Account {
  const { password: old, password_set, ...kept } = account;
  return old === undefined ? account : { ...kept, history: pushed(book, id, account, old, password_set ?? account.made) };
}

function withNotes(book: Book, id: string, account: Account, notes: string | null): Account {
  const { notes: _, ...kept } = account;
  if (notes === null) return kept;
  const ver = account.versions.notes + 1;
  return { ...kept, notes: book.seal(id, 'notes', ver, notes), versions: { ...account.versions, notes: ver } };
}

function withBackupCodes(book: Book, id: string, account: Account, codes: readonly string[]): Account {
  const ver = account.versions.backup + 1;
  const backup_codes = codes.map((code) => {
    const entry = book.newId();
    return { id: entry, code: book.seal(id, `backup_codes/${entry}/code`, 1, code) };
  });
  return { ...account, backup_codes, backup_set: book.now(), versions: { ...account.versions, backup: ver } };
}

function withFields(book: Book, id: string, account: Account, fields: NonNullable<AccountForm['fields']>): Account | Refused {
  const made: Account['fields'] = [];
  for (const field of fields) {
    const old = field.id === undefined ? undefined : account.fields.find((one) => one.id === field.id);
    if (field.id !== undefined && old === undefined) return refuse('not_found');
    const entry = field.id ?? book.newId();
    if (field.secret) {
      const secret =
        field.value === undefined ? old?.secret : book.seal(id, `fields/${entry}/secret`, (old?.secret?.ver ?? 0) + 1, field.value);
      made.push({ id: entry, name: field.name, ...(secret === undefined ? {} : { secret }) });
    } else {
      const value = field.value ?? old?.value;
      made.push({ id: entry, name: field.name, ...(value === undefined ? {} : { value }) });
    }
  }
  return { ...account, fields: made };
}

/** An account as a form states it; secrets the form leaves out stay, null clears them. */
export function applyForm(book: Book, id: string, before: Account, form: AccountForm): Account | Refused {
  const { client: _c, username: _u, recovery_mail: _m, recovery_phone: _p, address: _a, owner: _o, ...kept } = before;
  let account: Account = {
    ...kept,
    platform: form.platform,
    kind: form.kind,
    title: form.title,
    tags: form.tags,
    changed: book.now(),
    ...(form.client === null ? {} : { client: form.client }),
    ...(form.username === null ? {} : { username: form.username }),
    ...(form.recoveryMail === null ? {} : { recovery_mail: form.recoveryMail }),
    ...(form.recoveryPhone === null ? {} : { recovery_phone: form.recoveryPhone }),
    ...(form.address === null ? {} : { address: form.address }),
    ...(form.owner === null ? {} : { owner: form.owner }),
  };
  if (form.password === null) account = withoutPassword(book, id, account);
  else if (form.password !== undefined) account = withPassword(book, id, account, form.password);
  if (form.notes !== undefined) account = withNotes(book, id, account, form.notes);
  if (form.backupCodes !== undefined) account = withBackupCodes(book, id, account, form.backupCodes);
  return form.fields === undefined ? account : withFields(book, id, account, form.fields);
}
