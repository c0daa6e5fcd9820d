import type { AccountPart, CopyRow, CopyState } from '../../../shared/contracts/engine/copies.ts';
import { inOrder } from '../accounts/order.ts';
import { searched } from '../accounts/search.ts';
import type { Book } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';
import type { Watch } from '../vault/watch.ts';
import type { CopyBook } from './copy-book.ts';
import { differingParts, lastChangeOf } from './differing.ts';

/** Accounts compared between two looks. */
const STEP = 100;
const STATES = ['only_there', 'differs', 'same'] as const satisfies readonly CopyState[];

type Account = Data<'account'>;

interface Query {
  readonly show: CopyState | 'all';
  readonly query: string;
  readonly offset: number;
  readonly limit: number;
}

/** How an account of the copy stands to the one here, and that one: another is compared anew. */
interface Compared {
  readonly here: Account | null;
  readonly parts: readonly AccountPart[];
}

/** The accounts of a copy beside those of the open vault. */
export class Comparison {
  readonly #copy: CopyBook;
  readonly #accounts: readonly Entry<'account'>[];
  readonly #compared = new Map<string, Compared>();

  constructor(copy: CopyBook) {
    this.#copy = copy;
    this.#accounts = inOrder(copy.all('account'), 'title');
  }

  /** Compares all of them, letting others have their turn; false when it was given up. After it a list costs little. */
  async prepare(book: Book, watch: Watch): Promise<boolean> {
    for (const [at, entry] of this.#accounts.entries()) {
      if (at % STEP === 0 && !(await watch(at / this.#accounts.length))) return false;
      this.#compare(book, entry);
    }
    return true;
  }

  /** Rows of a list, in an order that stays while nothing changes, and how many there are of each state. */
  list(book: Book, { show, query, offset, limit }: Query, brought: ReadonlySet<string>) {
    const by = this.#byState(book, this.#accounts);
    const wanted = STATES.filter((state) => show === 'all' || show === state);
    const found = query.trim() === '' ? by : this.#byState(book, searched(this.#accounts, query));
    const all = wanted.flatMap((state) => found[state].map((entry) => ({ entry, state })));
    return {
      counts: {
        onlyThere: by.only_there.length,
        differs: by.differs.length,
        same: by.same.length,
        onlyHere: book.all('account').length - by.differs.length - by.same.length,
      },
      total: all.length,
      rows: all.slice(offset, offset + limit).map(({ entry, state }) => this.#row(book, entry, state, brought.has(entry.id))),
    };
  }

  #byState(book: Book, entries: readonly Entry<'account'>[]): Record<CopyState, Entry<'account'>[]> {
    const by: Record<CopyState, Entry<'account'>[]> = { only_there: [], differs: [], same: [] };
    for (const entry of entries) {
      const { here, parts } = this.#compare(book, entry);
      by[here === null ? 'only_there' : parts.length > 0 ? 'differs' : 'same'].push(entry);
    }
    return by;
  }

  #compare(book: Book, { id, data }: Entry<'account'>): Compared {
    const here = book.get('account', id);
    const held = this.#compared.get(id);
    if (held !== undefined && held.here === here) return held;
    const parts =
      here === null
        ? []
        : differingParts(
            { data, open: (path, field) => this.#copy.open(id, path, field) },
            { data: here, open: (path, field) => book.open(id, path, field) },
          );
    const compared = { here, parts };
    this.#compared.set(id, compared);
    return compared;
  }

  #row(book: Book, entry: Entry<'account'>, state: CopyState, brought: boolean): CopyRow {
    const { id, data } = entry;
    const { here, parts } = this.#compare(book, entry);
    const client = data.client === undefined ? null : (this.#copy.get('client', data.client) ?? book.get('client', data.client));
    return {
      id,
      state,
      title: data.title,
      username: data.username ?? null,
      client: client?.name ?? null,
      platform: data.platform,
      changed: lastChangeOf(data),
      trashed: data.trashed !== undefined,
      here: here === null ? null : { changed: lastChangeOf(here), trashed: here.trashed !== undefined },
      parts: [...parts],
      brought,
    };
  }
}
