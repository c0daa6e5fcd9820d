import { passingData } from '../records/entries.ts';
import type { Entry } from '../records/shapes.ts';
import { firstInOrder, type Line, lineOf, linesInOrder, putInOrder, type Sort, takeFromOrder } from './order.ts';
import { holds, searchText, wordsOf } from './search.ts';

type List = readonly Entry<'account'>[];

/** Which accounts a list shows, and how. */
export interface Wanted {
  /** Null for those without a client, left out for all. */
  readonly client?: string | null | undefined;
  readonly query: string;
  readonly sort: Sort;
  readonly trashed: boolean;
}

/** Rows up to which a list is picked rather than sorted. */
const FEW = 200;
/** Changed accounts from which on sorting beats putting each in its place. */
const MANY = 100;

/**
 * The book's accounts in each order people sort by, listed and searched. After a change only what changed is put in its place: sorting
 * fifty thousand names anew takes a fifth of a second, and the book gives another list after every password copied.
 */
export class AccountLines {
  #list: List = [];
  #lines: readonly Line[] = [];
  #last: { readonly of: string; readonly found: readonly Line[] } | null = null;
  readonly #sorted = new Map<Sort, readonly Line[]>();

  /** Accounts `from` to `to` of those wanted, in order, and how many there are. */
  page(
    list: List,
    wanted: Wanted,
    from: number,
    to: number,
  ): { readonly total: number; readonly accounts: readonly Entry<'account'>[] } {
    this.#follow(list);
    const { sort } = wanted;
    // A page near the top needs no sorted vault: the one shown right after opening.
    const isPicked = to <= FEW && !this.#sorted.has(sort);
    const found = isPicked ? matching(this.#lines, wanted) : this.#found(wanted);
    return { total: found.length, accounts: (isPicked ? firstInOrder(found, sort, to) : found).slice(from, to) };
  }

  /** Makes ready, when nobody waits, what the first search and the first long scroll would make: text to search, and order. */
  warm(list: List): void {
    this.#follow(list);
    this.#inOrder('used');
    for (const line of this.#lines) textOf(line);
  }

  /** The list just asked for is kept, as the next page of it will be asked for too. */
  #found(wanted: Wanted): readonly Line[] {
    const { client, query, sort, trashed } = wanted;
    const of = JSON.stringify([client === undefined, client, query, sort, trashed]);
    if (this.#last?.of !== of) this.#last = { of, found: matching(this.#inOrder(sort), wanted) };
    return this.#last.found;
  }

  #inOrder(sort: Sort): readonly Line[] {
    const held = this.#sorted.get(sort);
    if (held !== undefined) return held;
    // By use it begins with the names in order, so that hardly any two are compared again.
    const made = linesInOrder(sort === 'used' ? this.#inOrder('title') : this.#lines, sort);
    this.#sorted.set(sort, made);
    return made;
  }

  #follow(list: List): void {
    if (list === this.#list) return;
    const { lines, gone, come } = changed(this.#lines, list);
    this.#list = list;
    this.#lines = lines;
    this.#last = null;
    for (const [sort, before] of this.#sorted) {
      if (gone.size + come.length > MANY) {
        this.#sorted.set(sort, linesInOrder([...before.filter((line) => !gone.has(line)), ...come], sort));
        continue;
      }
      const now = [...before];
      for (const line of gone) takeFromOrder(now, line, sort);
      for (const line of come) putInOrder(now, line, sort);
      this.#sorted.set(sort, now);
    }
  }
}

/**
 * The lines of a list out of those of an earlier one, with what left and what came. Quick for what the book does: an account stated again
 * keeps its place, one taken away lets the rest move up, new ones come last. Of any other two lists it is true too, only slower.
 */
function changed(
  before: readonly Line[],
  list: List,
): { readonly lines: readonly Line[]; readonly gone: ReadonlySet<Line>; readonly come: readonly Line[] } {
  const lines: Line[] = [];
  const gone = new Set<Line>();
  const come: Line[] = [];
  let at = 0;
  for (const entry of list) {
    let line = before[at];
    while (line !== undefined && line.id !== entry.id) {
      gone.add(line);
      line = before[++at];
    }
    at += 1;
    if (line !== undefined && line.entry === entry) {
      lines.push(line);
      continue;
    }
    if (line !== undefined) gone.add(line);
    const made = lineOf(entry);
    lines.push(made);
    come.push(made);
  }
  for (const line of before.slice(at)) gone.add(line);
  return { lines, gone, come };
}

/** The text of a line, made when it is first wanted. */
function textOf(line: Line): string {
  line.text ??= searchText(passingData(line.entry));
  return line.text;
}

function matching(lines: readonly Line[], { client, query, trashed }: Wanted): readonly Line[] {
  const words = wordsOf(query);
  const found: Line[] = [];
  // A plain loop: it runs over every account at each letter typed.
  for (const line of lines) {
    if (line.trashed !== trashed || (client !== undefined && line.client !== client)) continue;
    if (words.length === 0 || holds(textOf(line), words)) found.push(line);
  }
  return found;
}
