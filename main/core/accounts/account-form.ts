import type { AccountForm } from '../../../shared/contracts/engine/accounts.ts';
import { type Refused, refuse } from '../../../shared/errors.ts';
import type { Bytes } from '../bytes.ts';
import type { SealedField } from '../crypto/field.ts';
import { wipe } from '../crypto/sodium.ts';
import { unfitLines, unfitSecret } from '../messages/unfit.ts';
import type { Book } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { lasting } from './lasting.ts';

/** Old passwords kept per account, and how many of them whatever they lasted. */
const HISTORY = 100;
const LATEST = 20;

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

/** Why texts of a form do not fit what a message can carry (lengths count in UTF-8 bytes), or null when they do. */
export function unfitForm(form: AccountForm): Refused | null {
  const refused = unfitLines([
    [form.title, 120],
    [form.username, 254],
    [form.address, 2048],
    ...(form.backupCodes ?? []).map((code) => [code, 64] as const),
  ]);
  if (refused !== null) return refused;
  const { password } = form;
  return password === null || password === undefined ? null : unfitSecret(password, 1024);
}

/** An account with another password; the one before goes to the history, sealed for its new place. */
export function withPassword(book: Book, id: string, account: Account, password: string | Bytes): Account {
  const now = book.now();
  const ver = account.versions.password + 1;
  const { password: old, password_set, ...kept } = account;
  return {
    ...kept,
    password: book.seal(id, 'password', ver, password),
    password_set: now,
    versions: { ...account.versions, password: ver },
    history:
      old === undefined ? account.history : pushed(book, id, account, { path: 'password', old, set: password_set ?? account.made }),
  };
}

/** An account without its waiting password, which goes to the history: it may have been typed at the platform all the same. */
export function withoutCandidate(book: Book, id: string, account: Account): Account {
  const { candidate: old, candidate_made, ...kept } = account;
  const set = candidate_made ?? account.changed;
  return old === undefined ? account : { ...kept, history: pushed(book, id, account, { path: 'candidate', old, set }) };
}

/** True when an account's password is this very text: writing it down again changes nothing at the platform. */
export function hasPassword(book: Book, id: string, account: Account, text: string): boolean {
  return account.password !== undefined && book.openText(id, 'password', account.password) === text;
}

function pushed(
  book: Book,
  id: string,
  account: Account,
  { path, old, set }: { path: 'password' | 'candidate'; old: SealedField; set: number },
): Account['history'] {
  const bytes = book.open(id, path, old);
  if (bytes === null) return account.history;
  const entry = book.newId();
  const value = book.seal(id, `history/${entry}/value`, 1, bytes);
  wipe(bytes);
  return lasting([...account.history, { id: entry, set, replaced: book.now(), value }], HISTORY, LATEST);
}

function withoutPassword(book: Book, id: string, account: Account): Account {
  const { password: old, password_set, ...kept } = account;
  return old === undefined
    ? account
    : { ...kept, history: pushed(book, id, account, { path: 'password', old, set: password_set ?? account.made }) };
}

/** An account with other notes, or without any. */
export function withNotes(book: Book, id: string, account: Account, notes: string | null): Account {
  const { notes: _, ...kept } = account;
  if (notes === null) return kept;
  const ver = account.versions.notes + 1;
  return { ...kept, notes: book.seal(id, 'notes', ver, notes), versions: { ...account.versions, notes: ver } };
}

/** An account with these backup codes; one that is among the present ones stays as it is, mark and all. */
export function withBackupCodes(book: Book, id: string, account: Account, codes: readonly string[]): Account {
  const ver = account.versions.backup + 1;
  const held = backupTexts(book, id, account);
  const backup_codes = codes.map((code) => {
    const kept = held.get(code);
    held.delete(code);
    if (kept !== undefined) return kept;
    const entry = book.newId();
    return { id: entry, code: book.seal(id, `backup_codes/${entry}/code`, 1, code) };
  });
  return { ...account, backup_codes, backup_set: book.now(), versions: { ...account.versions, backup: ver } };
}

/** Backup codes of an account by their text. */
export function backupTexts(book: Book, id: string, account: Account): Map<string, Account['backup_codes'][number]> {
  return new Map(
    account.backup_codes.flatMap((one) => {
      const text = book.openText(id, `backup_codes/${one.id}/code`, one.code);
      return text === null ? [] : [[text, one] as const];
    }),
  );
}

/** True when backup codes written down are new ones and no code of before is among them, so that whoever has the old ones has none. */
export function replacesBackupCodes(before: Account, after: Account): boolean {
  const old = new Set(before.backup_codes.map(({ id }) => id));
  return after.backup_codes.length > 0 && after.backup_codes.every(({ id }) => !old.has(id));
}

function withFields(book: Book, id: string, account: Account, fields: NonNullable<AccountForm['fields']>): Account | Refused {
  const made: Account['fields'] = [];
  const named = fields.flatMap((field) => field.id ?? []);
  if (new Set(named).size < named.length) return refuse('not_found');
  for (const field of fields) {
    const old = field.id === undefined ? undefined : account.fields.find((one) => one.id === field.id);
    if (field.id !== undefined && old === undefined) return refuse('not_found');
    const one = field.secret ? secretField(book, id, old, field.value) : openField(book, id, old, field.value);
    made.push({ ...one, name: field.name });
  }
  return { ...account, fields: made };
}

type Field = Account['fields'][number];
type Kept = Omit<Field, 'name'>;

/** A secret field with another value. One that was not secret before gets a new id: the versions of its old place are not known any more and must not come back. */
export function secretField(book: Book, id: string, old: Field | undefined, value: string | undefined): Kept {
  const text = value ?? old?.value;
  if (old?.secret !== undefined && text === undefined) return { ...old };
  const entry = old?.secret === undefined ? book.newId() : old.id;
  if (text === undefined) return { id: entry };
  return { id: entry, secret: book.seal(id, `fields/${entry}/secret`, (old?.secret?.ver ?? 0) + 1, text), set: book.now() };
}

function openField(book: Book, id: string, old: Field | undefined, value: string | undefined): Kept {
  const sealed = old?.secret === undefined || value !== undefined ? null : book.openText(id, `fields/${old.id}/secret`, old.secret);
  const text = value ?? old?.value ?? sealed;
  return { id: old?.id ?? book.newId(), ...(text === undefined || text === null ? {} : { value: text }) };
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
  else if (form.password !== undefined && !hasPassword(book, id, before, form.password))
    account = withPassword(book, id, account, form.password);
  if (form.notes !== undefined) account = withNotes(book, id, account, form.notes);
  if (form.backupCodes !== undefined) account = withBackupCodes(book, id, account, form.backupCodes);
  return form.fields === undefined ? account : withFields(book, id, account, form.fields);
}
