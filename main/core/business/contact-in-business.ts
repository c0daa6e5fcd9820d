import type { Book, Draft } from '../records/book.ts';
import { liveAdCodes } from './ad-code-state.ts';
import { placesOf } from './centre-parts.ts';

/** What of business access a person still has, so that they cannot be forgotten; null when there is nothing. */
export function holdOf(book: Book, contact: string): 'centre' | 'ad_code' | null {
  if (placesOf(book, contact).length > 0) return 'centre';
  return liveAdCodes(book, { contact }).length > 0 ? 'ad_code' : null;
}

/** Drafts that nothing of business access names a person any more; what it calls them stays. */
export function unname(book: Book, draft: Draft, contact: string): void {
  for (const { id, data } of book.all('centre')) {
    const { contact: named, ...kept } = data;
    if (named === contact) draft.put('centre', id, kept);
  }
  for (const { id, data } of book.all('member')) {
    const { contact: named, ...kept } = data;
    if (named === contact) draft.put('member', id, kept);
  }
  for (const { id, data } of book.all('ad_code')) {
    const { contact: named, ...kept } = data;
    if (named === contact) draft.put('ad_code', id, kept);
  }
}
