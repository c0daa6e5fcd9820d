import type { Book } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';

type Account = Data<'account'>;
type Earlier = NonNullable<Account['earlier']>[number];
type Lost = Pick<Earlier, 'of' | 'name'> & { readonly text: string };

/** Values kept per account; the oldest go first. Notes are long, and a record is read whole. */
const MOST = 20;

/** An account after a change, with what its notes, backup codes and secret fields held before it: passwords have a history of their own. */
export function withEarlier(book: Book, id: string, before: Account, after: Account): Account {
  const lost = [
    ...lostNotes(book, id, before, after),
    ...lostCodes(book, id, before, after),
    ...lostFields(book, id, before, after),
  ];
  if (lost.length === 0) return after;
  const kept = lost.map(({ text, ...what }): Earlier => {
    const entry = book.newId();
    return { id: entry, ...what, replaced: book.now(), value: book.seal(id, `earlier/${entry}/value`, 1, text) };
  });
  return { ...after, earlier: [...(after.earlier ?? []), ...kept].slice(-MOST) };
}

function lostNotes(book: Book, id: string, { notes: old }: Account, { notes: now }: Account): Lost[] {
  if (old === undefined || old.sealed === now?.sealed) return [];
  const text = book.openText(id, 'notes', old);
  return isKept(text) && (now === undefined || book.openText(id, 'notes', now) !== text) ? [{ of: 'notes', text }] : [];
}

/** Codes that are gone, one on each line. */
function lostCodes(book: Book, id: string, before: Account, after: Account): Lost[] {
  const standing = new Set(after.backup_codes.map((code) => code.id));
  const gone = before.backup_codes.filter((code) => !standing.has(code.id));
  const texts = gone.map((code) => book.openText(id, `backup_codes/${code.id}/code`, code.code)).filter(isKept);
  return texts.length === 0 ? [] : [{ of: 'backup_codes', text: texts.join('\n') }];
}

function lostFields(book: Book, id: string, before: Account, after: Account): Lost[] {
  return before.fields.flatMap(({ id: field, name, secret: old }) => {
    const now = after.fields.find((one) => one.id === field);
    if (old === undefined || now?.secret?.sealed === old.sealed) return [];
    const path = `fields/${field}/secret`;
    const text = book.openText(id, path, old);
    const stands = now?.secret === undefined ? now?.value : book.openText(id, path, now.secret);
    return isKept(text) && stands !== text ? [{ of: 'field' as const, name, text }] : [];
  });
}

function isKept(text: string | null): text is string {
  return text !== null && text !== '';
}
