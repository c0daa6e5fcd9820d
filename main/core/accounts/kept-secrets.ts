import type { Book } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { lasting } from './lasting.ts';

type Account = Data<'account'>;

/** A value that notes, a list of backup codes or a secret field held before. */
export type Earlier = NonNullable<Account['earlier']>[number];
type Lost = Omit<Earlier, 'id' | 'replaced' | 'value' | 'set'> & { readonly text: string; readonly set: number };

/** Values kept per account, and how many of them whatever they lasted. Notes are long, and a record is read whole. */
const MOST = 20;
const LATEST = 5;

/** An account after a change, with what its notes, backup codes and secret fields held before it: passwords have a history of their own. */
export function withEarlier(book: Book, id: string, before: Account, after: Account): Account {
  const lost = [
    ...lostNotes(book, id, before, after),
    ...lostCodes(book, id, before, after),
    ...lostFields(book, id, before, after),
  ];
  if (lost.length === 0) return after;
  const known = after.earlier ?? [];
  const kept = lost.map(({ text, set, ...what }): Earlier => {
    const entry = book.newId();
    // SECURITY: one that comes and goes again is as old as it was: else a page that puts it back would make it a young one.
    const sets = known.filter((one) => isSame(book, id, one, { text, set, ...what })).map((one) => one.set ?? before.made);
    const value = book.seal(id, `earlier/${entry}/value`, 1, text);
    return { id: entry, ...what, set: Math.min(set, ...sets), replaced: book.now(), value };
  });
  const others = known.filter((entry) => !lost.some((one) => isSame(book, id, entry, one)));
  return { ...after, earlier: lasting([...others, ...kept], MOST, LATEST) };
}

/** Lists of backup codes an account had, each code with when it was used, 0 for one that was not. */
export function earlierCodes(
  book: Book,
  id: string,
  account: Account,
): { readonly entry: Earlier; readonly codes: ReadonlyMap<string, number> }[] {
  return (account.earlier ?? []).flatMap((entry) => {
    const text = entry.of === 'backup_codes' ? book.openText(id, `earlier/${entry.id}/value`, entry.value) : null;
    if (text === null) return [];
    return [{ entry, codes: new Map(text.split('\n').map((code, at) => [code, entry.used?.[at] ?? 0] as const)) }];
  });
}

// One value is kept once, or going to and fro would push others out; lists of codes by version, since exposures tell them by it.
function isSame(book: Book, id: string, entry: Earlier, { of, field, text }: Lost): boolean {
  if (entry.of !== of || of === 'backup_codes' || entry.field !== field) return false;
  return book.openText(id, `earlier/${entry.id}/value`, entry.value) === text;
}

function lostNotes(book: Book, id: string, before: Account, { notes: now }: Account): Lost[] {
  const { notes: old, earlier = [], made } = before;
  if (old === undefined || old.sealed === now?.sealed) return [];
  const set = Math.max(made, ...earlier.flatMap((one) => (one.of === 'notes' ? [one.replaced] : [])));
  const text = book.openText(id, 'notes', old);
  return isKept(text) && (now === undefined || book.openText(id, 'notes', now) !== text) ? [{ of: 'notes', set, text }] : [];
}

/** The whole list when one of it is gone, one code on each line: what comes back later is what was there together. */
function lostCodes(book: Book, id: string, before: Account, after: Account): Lost[] {
  const standing = new Set(after.backup_codes.map((code) => code.id));
  if (before.backup_codes.every((code) => standing.has(code.id))) return [];
  const read = before.backup_codes.flatMap(({ id: code, code: sealed, used = 0 }) => {
    const text = book.openText(id, `backup_codes/${code}/code`, sealed);
    return isKept(text) ? [{ text, used }] : [];
  });
  if (read.length === 0) return [];
  const text = read.map((one) => one.text).join('\n');
  const set = before.backup_set ?? before.made;
  return [{ of: 'backup_codes', ver: before.versions.backup, used: read.map(({ used }) => used), set, text }];
}

function lostFields(book: Book, id: string, before: Account, after: Account): Lost[] {
  return before.fields.flatMap(({ id: field, name, secret: old, set = before.made }) => {
    const now = after.fields.find((one) => one.id === field);
    if (old === undefined || now?.secret?.sealed === old.sealed) return [];
    const path = `fields/${field}/secret`;
    const text = book.openText(id, path, old);
    const stands = now?.secret === undefined ? now?.value : book.openText(id, path, now.secret);
    return isKept(text) && stands !== text ? [{ of: 'field' as const, name, field, set, text }] : [];
  });
}

function isKept(text: string | null): text is string {
  return text !== null && text !== '';
}
