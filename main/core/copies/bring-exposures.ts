import type { Book, Draft } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Entry } from '../records/shapes.ts';
import { contactHere } from './contact-here.ts';
import type { CopyBook } from './copy-book.ts';

const byAccount = ({ data }: Entry<'exposure'>): string => data.account;

/**
 * Drafts that what people have seen of a copy's account and that still counts is exposed of the new one as well: a secret keeps its version when
 * it is brought in, and whoever knew it knows it still. Gives the copy's numbers of those who are not known here, of whom nothing can be noted.
 */
export function bringExposures(draft: Draft, book: Book, copy: CopyBook, account: { from: string; to: string }): readonly string[] {
  const now = book.now();
  const strangers: string[] = [];
  for (const { data } of groupedBy(copy.all('exposure'), byAccount).get(account.from) ?? []) {
    if (data.ended !== undefined || (data.until !== undefined && data.until <= now)) continue;
    const contact = contactHere(book, copy, data.contact);
    // The factor has another number here; codes end with their last window in any case.
    const { factor: _f, ...kept } = data;
    if (contact === null) strangers.push(data.contact);
    else draft.put('exposure', book.newId(), { ...kept, account: account.to, contact });
  }
  return strangers;
}
