import type { Entry } from '../records/shapes.ts';
import { NearWords } from './near.ts';
import {
  firstInOrder,
  type Line,
  lineOf,
  linesInOrder,
  pinsInOrder,
  putInOrder,
  noteRanks,
  ranksOf,
  type Sort,
  takeFromOrder,
} from './order.ts';
import { holds, wordsOf } from './search.ts';

type List = readonly Entry<'account'>[];
type Clients = readonly Entry<'client'>[];

/** Which accounts a list shows, and how. */
export interface Wanted {
  /** Null for those without a client, left out for all. */
  readonly client?: string | null | undefined;
  readonly query: string;
  readonly sort: Sort;
  readonly trashed: boolean;
  /** What else they are to be; left out for anything. What it says may change without the accounts. */
  readonly fits?: ((line: Line) => boolean) | undefined;
}

/** What fits: the pinned ones first, which are in order already, then the others. */
interface Found {
  readonly pins: readonly Line[];
  readonly others: readonly Line[];
  /** Nothing holds the words as they were typed; these come close. */
  readonly near: boolean;
}

/** Some of the accounts wanted, in order, and how many there are. */
export interface AccountsPage {
  readonly total: number;
  readonly near: boolean;
  readonly accounts: readonly Line[];
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
  #clients: Clients = [];
  #ranks: ReadonlyMap<string, number> = new Map();
  #last: { readonly of: string; readonly found: Found } | null = null;
  readonly #sorted = new Map<Sort, readonly Line[]>();
  readonly #heard = new NearWords();

  /** Accounts `from` to `to` of those wanted. */
  page(list: List, clients: Clients, wanted: Wanted, from: number, to: number): AccountsPage {
    this.#follow(list, clients);
    const { sort } = wanted;
    // A page near the top needs no sorted vault: the one shown right after opening.
    const isPicked = to <= FEW && !this.#sorted.has(sort);
    const { pins, others, near } = isPicked ? this.#matching(this.#lines, wanted) : this.#found(wanted);
    const first = Math.max(0, from - pins.length);
    const last = Math.max(0, to - pins.length);
    const rest = isPicked ? firstInOrder(others, sort, last) : others;
    const accounts = [...pins.slice(from, to), ...rest.slice(first, last)];
    return { total: pins.length + others.length, near, accounts };
  }

  /** Every account's line, as it is now and in no order. */
  all(list: List, clients: Clients): readonly Line[] {
    this.#follow(list, clients);
    return this.#lines;
  }

  /** Makes ready, when nobody waits, what the first search and the first long scroll would make: text to search, and order. */
  warm(list: List, clients: Clients): void {
    this.#follow(list, clients);
    this.#inOrder('used');
    for (const line of this.#lines) void line.known;
  }

  /** The list just asked for is kept, as the next page of it will be asked for too. */
  #found(wanted: Wanted): Found {
    const { client, query, sort, trashed, fits } = wanted;
    if (fits !== undefined) return this.#matching(this.#inOrder(sort), wanted);
    const of = JSON.stringify([client === undefined, client, query, sort, trashed]);
    if (this.#last?.of !== of) this.#last = { of, found: this.#matching(this.#inOrder(sort), wanted) };
    return this.#last.found;
  }

  #inOrder(sort: Sort): readonly Line[] {
    const held = this.#sorted.get(sort);
    if (held !== undefined) return held;
    // By use it begins with the names in order, so that hardly any two are compared again.
    const made = linesInOrder(sort === 'title' ? this.#lines : this.#inOrder('title'), sort);
    this.#sorted.set(sort, made);
    return made;
  }

  #matching(lines: readonly Line[], wanted: Wanted): Found {
    const words = wordsOf(wanted.query);
    if (words.length === 0) return membersIn(lines, wanted);
    const of = membersOf(wanted);
    const found = lines.filter((line) => of(line) && holds(line.known.text, words));
    if (found.length > 0) return { pins: [], others: found, near: false };
    const near = this.#nearing(words);
    const others = near === null ? [] : lines.filter((line) => of(line) && near(line.known.text));
    return { pins: [], others, near: others.length > 0 };
  }

  /** What tells a text that holds, for each word, it or one it may have been meant as; null where no word may be read otherwise. */
  #nearing(words: readonly string[]): ((text: string) => boolean) | null {
    for (const line of this.#lines) {
      if (line.isHeard) continue;
      line.isHeard = true;
      this.#heard.add(line.known.text);
    }
    const meant = words.map((word) => this.#heard.of(word));
    if (meant.every(({ length }) => length === 1)) return null;
    return (text) => meant.every((some) => some.some((word) => text.includes(word)));
  }

  #follow(list: List, clients: Clients): void {
    if (clients !== this.#clients) {
      this.#clients = clients;
      this.#ranks = ranksOf(clients);
      noteRanks(this.#lines, this.#ranks);
      this.#sorted.delete('client');
      this.#last = null;
    }
    if (list === this.#list) return;
    const { lines, gone, come } = changed(this.#lines, list);
    noteRanks(come, this.#ranks);
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

/** The lines a list without words is of. Nothing is called for each of them: while an engine is young, that would cost more than all the rest. */
function membersIn(lines: readonly Line[], { client, trashed, fits }: Wanted): Found {
  const pins: Line[] = [];
  const others: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || line.trashed !== trashed || (client !== undefined && line.client !== client)) continue;
    if (fits === undefined || fits(line)) (line.pinned === null ? others : pins).push(line);
  }
  return { pins: pinsInOrder(pins), others, near: false };
}

/** What tells the lines a list is of, its words apart. */
function membersOf({ client, trashed, fits }: Wanted): (line: Line) => boolean {
  const isMember = (line: Line): boolean => line.trashed === trashed && (client === undefined || line.client === client);
  return fits === undefined ? isMember : (line) => isMember(line) && fits(line);
}
