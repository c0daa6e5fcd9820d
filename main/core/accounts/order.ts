import { accountHead } from '../records/entries.ts';
import type { Data, Entry } from '../records/shapes.ts';

/** How a list of accounts is sorted: by title, or the ones used last first and then by title. */
export type Sort = 'used' | 'title';

/** An account as lists keep it: beside its record what listing looks at, read out once, since it is looked at for every account at every letter typed. */
export class Line implements Entry<'account'> {
  readonly entry: Entry<'account'>;
  readonly id: string;
  readonly title: string;
  /** When it was used last, else made. */
  readonly used: number;
  readonly client: string | null;
  readonly trashed: boolean;
  /** Its text to search; null until somebody searches. */
  text: string | null = null;

  constructor(entry: Entry<'account'>) {
    const { title, used, made, client, trashed } = accountHead(entry);
    this.entry = entry;
    this.id = entry.id;
    this.title = title;
    this.used = used ?? made;
    this.client = client ?? null;
    this.trashed = trashed !== undefined;
  }

  /** Made when somebody asks for it: a list of a large vault shows few. */
  get data(): Data<'account'> {
    return this.entry.data;
  }
}

/** The line of an account. */
export function lineOf(entry: Entry<'account'>): Line {
  return new Line(entry);
}

// Made once: comparing by a fresh one, as `localeCompare` may, costs several times as much.
const { compare } = new Intl.Collator();

// Of equal titles the ids decide, so that none changes its place because another account did.
function byTitle(a: Line, b: Line): number {
  return compare(a.title, b.title) || Number(a.id > b.id) - Number(a.id < b.id);
}

function byUse(a: Line, b: Line): number {
  return b.used - a.used || byTitle(a, b);
}

const ORDERS = { title: byTitle, used: byUse } as const;

/** Accounts in order. */
export function inOrder(accounts: readonly Entry<'account'>[], sort: Sort): Line[] {
  return linesInOrder(accounts.map(lineOf), sort);
}

/** Lines in order. */
export function linesInOrder(lines: readonly Line[], sort: Sort): Line[] {
  return lines.toSorted(ORDERS[sort]);
}

/** Puts one more line where it belongs among lines in order. */
export function putInOrder(lines: Line[], one: Line, sort: Sort): void {
  lines.splice(placeOf(lines, one, sort), 0, one);
}

/** Takes a line out of the lines in order it stands among. */
export function takeFromOrder(lines: Line[], one: Line, sort: Sort): void {
  lines.splice(placeOf(lines, one, sort), 1);
}

/** Where a line stands among lines in order, or belongs. No two are equal, their ids differ. */
function placeOf(lines: readonly Line[], one: Line, sort: Sort): number {
  const order = ORDERS[sort];
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = lines[middle];
    if (there !== undefined && order(one, there) > 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first `count` of some lines as if they were sorted: one look at each instead of sorting what nobody sees yet. */
export function firstInOrder(lines: readonly Line[], sort: Sort, count: number): Line[] {
  const order = ORDERS[sort];
  const first: Line[] = [];
  for (const one of lines) {
    const last = first[count - 1];
    if (last !== undefined && order(one, last) > 0) continue;
    putInOrder(first, one, sort);
    if (first.length > count) first.pop();
  }
  return first;
}
