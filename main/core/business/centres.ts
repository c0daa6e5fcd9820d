import type { AssetRow, CentreForm, CentreRow, MemberRow } from '../../../shared/contracts/engine/business.ts';
import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import { folded, holds, wordsOf } from '../accounts/search.ts';
import { unfitLines, unfitText } from '../messages/unfit.ts';
import type { Book } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { assetsIn, isOut, isOver, membersIn } from './centre-parts.ts';
import type { CentreViews } from './centre-views.ts';

const { compare } = new Intl.Collator();

interface CentreQuery {
  readonly archived: boolean;
  readonly client?: string | undefined;
  readonly query?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Business centres: one's own, and those of partners. */
export class Centres {
  readonly #book: Book;
  readonly #views: CentreViews;

  constructor(book: Book, views: CentreViews) {
    this.#book = book;
    this.#views = views;
  }

  /** Members who are still in, or still invited, after their last day, in all centres. */
  get over(): number {
    const now = this.#book.now();
    return this.#book.all('member').filter(({ data }) => isOver(data, now) && this.#book.get('centre', data.centre) !== null)
      .length;
  }

  /** Centres by name, the archived ones or the others; each word of a query stands in a centre's own texts or in those of what is in it. */
  list({ archived, client, query, offset, limit }: CentreQuery): { total: number; rows: CentreRow[] } {
    const words = wordsOf(query ?? '');
    const found = this.#book
      .all('centre')
      .filter(({ data }) => data.archived === archived && (client === undefined || data.client === client))
      .filter((entry) => words.length === 0 || holds(this.#searchText(entry), words))
      .toSorted((a, b) => compare(a.data.name, b.data.name) || compare(a.id, b.id));
    return { total: found.length, rows: found.slice(offset, offset + limit).map((entry) => this.#views.row(entry)) };
  }

  get(id: string): { row: CentreRow; notes: string | null; assets: AssetRow[]; members: MemberRow[] } | Refused {
    const data = this.#book.get('centre', id);
    if (data === null) return refuse('not_found');
    const assets = this.#views.assets(id);
    return { row: this.#views.row({ id, data }), notes: data.notes ?? null, assets, members: this.#views.members(id, assets) };
  }

  save(form: CentreForm): Promise<{ id: string } | Refused> {
    return this.#book.change((draft) => {
      const { client, contact, platform, name, owner, archived } = form;
      const unfit =
        unfitLines([
          [name, 120],
          [form.number, 254],
        ]) ?? (form.notes === null ? null : unfitText(form.notes, 4000));
      if (unfit !== null) return unfit;
      const before = form.id === undefined ? null : this.#book.get('centre', form.id);
      if (form.id !== undefined && before === null) return refuse('not_found');
      if (client !== null && this.#book.get('client', client) === null) return refuse('not_found');
      if (contact !== null && this.#book.get('contact', contact) === null) return refuse('not_found');
      const id = form.id ?? this.#book.newId();
      const data: Data<'centre'> = {
        ...{ platform, name, owner, archived, made: before?.made ?? this.#book.now() },
        ...(client === null ? {} : { client }),
        ...(form.number === null ? {} : { number: form.number }),
        // One's own centre belongs to nobody else.
        ...(contact === null || owner === 'me' ? {} : { contact }),
        ...(form.notes === null ? {} : { notes: form.notes }),
      };
      draft.put('centre', id, data);
      draft.note('centre-saved', { ref: id });
      return { id };
    });
  }

  /** Removes a centre with all that stands in it, the history of who was there too; refused while someone is in or waits. */
  remove(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      if (this.#book.get('centre', id) === null) return refuse('not_found');
      const members = membersIn(this.#book, id);
      if (members.some(({ data }) => !isOut(data))) return refuse('centre_in_use');
      for (const part of [...assetsIn(this.#book, id), ...members]) draft.del(part.id);
      draft.del(id);
      draft.note('centre-removed', { ref: id });
      return {};
    });
  }

  #searchText({ id, data }: Entry<'centre'>): string {
    const parts = [...assetsIn(this.#book, id), ...membersIn(this.#book, id)].flatMap((part) => [part.data.name, part.data.number]);
    const person = this.#views.person(data.contact)?.name;
    return folded([data.name, data.number, data.platform, person, ...parts].filter((part) => part !== undefined).join('\n'));
  }
}
