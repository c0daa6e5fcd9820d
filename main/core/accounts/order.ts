import type { Data, Entry } from '../records/shapes.ts';

/** How a list of accounts is sorted: by title, or the ones used last first and then by title. */
export type Sort = 'used' | 'title';

type List = readonly Entry<'account'>[];

// Made once: comparing by a fresh one, as `localeCompare` may, costs several times as much.
const { compare } = new Intl.Collator();
const sorted: Readonly<Record<Sort, WeakMap<List, List>>> = { title: new WeakMap(), used: new WeakMap() };

function byTitle(a: Entry<'account'>, b: Entry<'account'>): number {
  return compare(a.data.title, b.data.title);
}

function byUse(a: Entry<'account'>, b: Entry<'account'>): number {
  return lastUse(b.data) - lastUse(a.data) || byTitle(a, b);
}

function lastUse(data: Data<'account'>): number {
  return data.used ?? data.made;
}

const ORDERS = { title: byTitle, used: byUse } as const;

/** All accounts in order; sorted once for each list the book gives, which is another one after each change. Equal ones keep their order. */
export function inOrder(all: List, sort: Sort): List {
  const held = sorted[sort].get(all);
  if (held !== undefined) return held;
  const list = all.toSorted(ORDERS[sort]);
  sorted[sort].set(all, list);
  return list;
}

/** True when all accounts are in this order already, so that `inOrder` costs nothing. */
export function isInOrder(all: List, sort: Sort): boolean {
  return sorted[sort].has(all);
}

/** The first `count` of a list as if it were sorted: one look at each instead of sorting what nobody sees yet. */
export function firstInOrder(list: List, sort: Sort, count: number): Entry<'account'>[] {
  const order = ORDERS[sort];
  const first: Entry<'account'>[] = [];
  for (const entry of list) {
    const last = first[count - 1];
    if (last !== undefined && order(entry, last) >= 0) continue;
    // Behind its equals, as a stable sort would have it.
    let [low, high] = [0, first.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = first[middle];
      if (there !== undefined && order(entry, there) >= 0) low = middle + 1;
      else high = middle;
    }
    first.splice(low, 0, entry);
    if (first.length > count) first.pop();
  }
  return first;
}
