import type { Book } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';

const byAccount = ({ data }: Entry<'purged_account'>): string => data.account;

/** An account, or what is left of one that was deleted for good; null when neither is there. */
export function namedAccount(book: Book, id: string): Data<'account'> | Data<'purged_account'> | null {
  return book.get('account', id) ?? groupedBy(book.all('purged_account'), byAccount).get(id)?.[0]?.data ?? null;
}
