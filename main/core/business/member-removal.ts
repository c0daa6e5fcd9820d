import type { Contacts } from '../people/contacts.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';

interface Around {
  readonly book: Book;
  readonly contacts: Contacts;
}

/** Drafts that a member is at their centre no longer; the record stays, with what they were before. Someone who is out already stays as they are. */
export function takeOut({ book, contacts }: Around, draft: Draft, id: string, data: Data<'member'>): void {
  if (data.state === 'removed') return;
  draft.put('member', id, { ...data, was: data.state, state: 'removed', removed: book.now() });
  draft.note('member-removed', { who: fpOf(contacts, data), ref: data.centre });
}

/** Drafts that a removal was none: the member is again what they were before. */
export function takeIn({ contacts }: Omit<Around, 'book'>, draft: Draft, id: string, data: Data<'member'>): void {
  const { removed: _removed, was, ...kept } = data;
  draft.put('member', id, { ...kept, state: was ?? 'active' });
  draft.note('member-saved', { who: fpOf(contacts, data), ref: data.centre });
}

function fpOf(contacts: Contacts, { contact }: Data<'member'>): string | undefined {
  return contact === undefined ? undefined : contacts.fp(contact);
}
