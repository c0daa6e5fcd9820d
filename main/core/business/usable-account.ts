import type { Book } from '../records/book.ts';

/** True for an account that can be named: it is not in the trash, or it was named `before` it went there. */
export function isUsable(book: Book, id: string, before: string | undefined): boolean {
  const account = book.get('account', id);
  return account !== null && (account.trashed === undefined || id === before);
}
