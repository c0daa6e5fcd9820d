import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import type { Book, Draft } from '../records/book.ts';
import { accountHead } from '../records/entries.ts';
import { type Line, lineOf, pinsInOrder } from './order.ts';

/** Accounts that can be pinned: more of them would be a list of their own. */
const MOST = 50;

/** The accounts pinned to the top of lists, in an order of the person's own. */
export class Pins {
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  /** Pinned accounts in the order in which they stand on top of lists; those in the trash are none. */
  list(): readonly Line[] {
    const pinned = this.#book.all('account').filter((entry) => {
      const { pinned: at, trashed } = accountHead(entry);
      return at !== undefined && trashed === undefined;
    });
    return pinsInOrder(pinned.map(lineOf));
  }

  /** Pins an account before another pinned one, or behind all; one that is pinned already moves. */
  pin({ id, before }: { id: string; before: string | null }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      if (account === null || account.trashed !== undefined) return refuse('not_found');
      const others = this.list()
        .map((entry) => entry.id)
        .filter((one) => one !== id);
      if (others.length >= MOST) return refuse('too_many', { max: MOST });
      const at = before === null ? others.length : others.indexOf(before);
      if (at < 0) return refuse('not_found');
      this.#number(draft, others.toSpliced(at, 0, id));
      return {};
    });
  }

  /** Takes an account from the top; gives the pinned one it stood before, null when it was the last. */
  unpin(id: string): Promise<{ before: string | null } | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      if (account?.pinned === undefined) return refuse('not_found');
      const ids = this.list().map((entry) => entry.id);
      const at = ids.indexOf(id);
      const { pinned: _, ...kept } = account;
      draft.put('account', id, kept);
      return { before: at < 0 ? null : (ids[at + 1] ?? null) };
    });
  }

  // Only what moves is stated again.
  #number(draft: Draft, ids: readonly string[]): void {
    ids.forEach((id, pinned) => {
      const account = this.#book.get('account', id);
      if (account !== null && account.pinned !== pinned) draft.put('account', id, { ...account, pinned });
    });
  }
}
