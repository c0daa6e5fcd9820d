import type { Book } from '../records/book.ts';
import type { CopyBook } from './copy-book.ts';

/** A contact of the copy as they are here: the same record, or one with the same keys; null when neither is here. */
export function contactHere(book: Book, copy: CopyBook, there: string): string | null {
  if (book.get('contact', there) !== null) return there;
  // SECURITY: by fingerprint, never by name: a person is their keys.
  const fp = copy.get('contact', there)?.fp;
  return book.all('contact').find(({ data }) => data.fp === fp)?.id ?? null;
}
