import type { AsideRecord } from '../../../shared/contracts/engine/aside.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { putSize, type VaultRecord } from '../vault/record.ts';
import type { Book } from './book.ts';
import { isKnownType, lastChange, ownName, whyAside } from './why-aside.ts';

/** Most records noted in the log at once. */
const NOTED_AT_ONCE = 100;

/** Types that are not removed by hand: the log is only ever written on, and without the other two a vault has no name and no key to sign with. */
const STAYS: ReadonlySet<string> = new Set(['audit', 'meta', 'identity']);

/** The records that cannot be read: kept byte for byte, tried again at each opening, removed on the person's word alone. */
export class Aside {
  readonly #book: Book;
  #noted = 0;

  constructor(book: Book) {
    this.#book = book;
  }

  /** In the order of the file. */
  list({ offset, limit }: { offset: number; limit: number }): { total: number; rows: AsideRecord[] } {
    const all = this.#book.aside();
    return { total: all.length, rows: all.slice(offset, offset + limit).map(viewOf) };
  }

  /** What is known of one of them; null for any other record, a sound one too. */
  get(id: string): AsideRecord | null {
    const record = this.#find(id);
    return record === null ? null : viewOf(record);
  }

  /** Takes one out of the vault; the log says so. `not_found` for any other record, and for what is not removed by hand. */
  remove(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const record = this.#find(id);
      if (record === null || STAYS.has(record.type)) return refuse('not_found');
      draft.del(id);
      draft.note('record-removed', { ref: id });
      return {};
    });
  }

  /** Writes into the log what was set aside since it was last looked, each record once. Reads every record that nobody has read yet. */
  async note(): Promise<void> {
    const all = this.#book.aside();
    if (all.length === this.#noted) return;
    const told = new Set(this.#book.all('audit').flatMap(({ data }) => (data.what === 'record-set-aside' ? [data.ref] : [])));
    const fresh = all.filter(({ id }) => !told.has(id)).slice(0, NOTED_AT_ONCE);
    const saved = await this.#book.change((draft) => {
      for (const { id } of fresh) draft.note('record-set-aside', { ref: id });
      return {};
    });
    if (!isRefused(saved) && fresh.length < NOTED_AT_ONCE) this.#noted = all.length;
  }

  #find(id: string): VaultRecord | null {
    return this.#book.aside().find((record) => record.id === id) ?? null;
  }
}

function viewOf(record: VaultRecord): AsideRecord {
  const { id, type, v } = record;
  // One that fits is never asked about; were it, nothing wrong would be known of it.
  const { why, field } = whyAside(record) ?? { why: 'unknown_field', field: null };
  return {
    id,
    type,
    known: isKnownType(type),
    v,
    name: ownName(record),
    why,
    field,
    changed: lastChange(record),
    bytes: putSize(record),
    removable: !STAYS.has(type),
  };
}
