import type { NumberRow, PersonNumber } from '../../../shared/contracts/engine/business.ts';
import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import { folded, holds, wordsOf } from '../accounts/search.ts';
import { unfitLines } from '../messages/unfit.ts';
import type { Book } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { isOut } from './centre-parts.ts';

const { compare } = new Intl.Collator();
const GAPS = /[\s.\-()]/g;

/** The numbers platforms ask for: of centres, of what and who is in them, and of the people one knows. */
export class Numbers {
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  /** By platform and owner. A number is found with or without the gaps it is written with. */
  list({ query, offset, limit }: { query?: string | undefined; offset: number; limit: number }): {
    total: number;
    rows: NumberRow[];
  } {
    const words = wordsOf(query ?? '');
    const bare = bareOf(query ?? '');
    const fits = (row: NumberRow): boolean =>
      holds(searchText(row), words) || (bare !== '' && folded(bareOf(row.value)).includes(folded(bare)));
    const found = this.#all()
      .filter((row) => words.length === 0 || fits(row))
      .toSorted((a, b) => compare(a.platform, b.platform) || compare(a.owner, b.owner) || compare(a.value, b.value));
    return { total: found.length, rows: found.slice(offset, offset + limit) };
  }

  /** True when a record bears this very number, so that it may be copied as one. */
  has(of: string, value: string): boolean {
    return this.#all().some((row) => row.of === of && row.value === value);
  }

  /** Numbers a person has at platforms, in the order they were written down. */
  of(contact: string): { numbers: PersonNumber[] } | Refused {
    const data = this.#book.get('contact', contact);
    return data === null ? refuse('not_found') : { numbers: data.ids ?? [] };
  }

  /** Writes a person's numbers down in place of those of before; one written twice is kept once. */
  save({ contact, numbers }: { contact: string; numbers: readonly PersonNumber[] }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const data = this.#book.get('contact', contact);
      if (data === null) return refuse('not_found');
      const unfit = unfitLines(numbers.flatMap(({ name, value }) => [[name, 64] as const, [value, 254] as const]));
      if (unfit !== null) return unfit;
      const { ids: _ids, ...kept } = data;
      const ids = [...new Map(numbers.map((one) => [JSON.stringify([one.platform, one.name, one.value]), one])).values()];
      draft.put('contact', contact, ids.length === 0 ? kept : { ...kept, ids });
      draft.note('ids-saved', { who: data.fp, ref: contact });
      return {};
    });
  }

  #all(): NumberRow[] {
    const rows: NumberRow[] = [];
    for (const { id, data } of this.#book.all('centre')) {
      const { platform, name, number } = data;
      if (number !== undefined)
        rows.push({ of: id, whose: 'centre', kind: null, centre: id, platform, owner: name, name: null, value: number });
    }
    for (const entry of this.#book.all('asset')) rows.push(...this.#within('asset', entry.data.kind, entry));
    for (const entry of this.#book.all('member')) if (!isOut(entry.data)) rows.push(...this.#within('member', null, entry));
    for (const { id, data } of this.#book.all('contact')) {
      for (const { platform, name, value } of data.ids ?? [])
        rows.push({ of: id, whose: 'person', kind: null, centre: null, platform, owner: data.name, name, value });
    }
    return rows;
  }

  #within(whose: 'asset' | 'member', kind: NumberRow['kind'], { id, data }: { id: string; data: PartData }): NumberRow[] {
    const centre = this.#book.get('centre', data.centre);
    if (centre === null || data.number === undefined) return [];
    const { platform } = centre;
    return [{ of: id, whose, kind, centre: data.centre, platform, owner: data.name, name: null, value: data.number }];
  }
}

type PartData = Pick<Data<'asset'> | Data<'member'>, 'centre' | 'name' | 'number'>;

function searchText({ platform, owner, name, value }: NumberRow): string {
  return folded([platform, owner, name ?? '', value].join('\n'));
}

function bareOf(text: string): string {
  return text.replaceAll(GAPS, '');
}
