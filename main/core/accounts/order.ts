import type { ACCOUNT_SORTS } from '../../../shared/settings.ts';
import { accountHead, passingData } from '../records/entries.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { hasSeed } from './seed-factor.ts';
import { searchText } from './search.ts';

/** How a list of accounts is sorted: by title; the ones used, added or changed last first, and then by title; or by the names of clients. */
export type Sort = (typeof ACCOUNT_SORTS)[number];

/** What searching and filtering look at. */
interface Known {
  readonly text: string;
  readonly platform: string;
  readonly tags: readonly string[];
  readonly isMine: boolean;
  readonly hasCode: boolean;
}

/** Where accounts without a client stand among those with one. */
const NO_CLIENT = Number.MAX_SAFE_INTEGER;

/** An account as lists keep it: beside its record what listing looks at, read out once, since it is looked at for every account at every letter typed. */
export class Line implements Entry<'account'> {
  readonly entry: Entry<'account'>;
  readonly id: string;
  readonly title: string;
  /** When it was used last, else made. */
  readonly used: number;
  readonly made: number;
  readonly changed: number;
  readonly client: string | null;
  readonly trashed: boolean;
  /** Its place among the pinned ones; null when it is none, or in the trash. */
  readonly pinned: number | null;
  /** The place of its client's name among those of all. */
  rank = NO_CLIENT;
  /** Its words are known to whoever looks for near ones. */
  isHeard = false;
  #known: Known | null = null;

  constructor(entry: Entry<'account'>) {
    const { title, used, made, changed, client, trashed, pinned } = accountHead(entry);
    this.entry = entry;
    this.id = entry.id;
    this.title = title;
    this.used = used ?? made;
    this.made = made;
    this.changed = changed;
    this.client = client ?? null;
    this.trashed = trashed !== undefined;
    this.pinned = trashed === undefined ? (pinned ?? null) : null;
  }

  /** Made when somebody asks for it: a list of a large vault shows few. */
  get data(): Data<'account'> {
    return this.entry.data;
  }

  /** Read out of the record when somebody first searches or filters, and kept; the record itself is not. */
  get known(): Known {
    this.#known ??= knownOf(passingData(this.entry));
    return this.#known;
  }
}

// Each platform and tag once: of a large vault they would else be kept as often as it has accounts.
const once = new Map<string, string>();
const MOST_ONCE = 10_000;

function kept(text: string): string {
  const known = once.get(text);
  if (known !== undefined) return known;
  if (once.size < MOST_ONCE) once.set(text, text);
  return text;
}

function knownOf(data: Data<'account'>): Known {
  return {
    text: searchText(data),
    platform: kept(data.platform),
    tags: data.tags.length === 0 ? [] : data.tags.map(kept),
    isMine: data.owner === undefined,
    hasCode: hasSeed(data),
  };
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

const ORDERS: Readonly<Record<Sort, (a: Line, b: Line) => number>> = {
  title: byTitle,
  used: (a, b) => b.used - a.used || byTitle(a, b),
  client: (a, b) => a.rank - b.rank || byTitle(a, b),
  added: (a, b) => b.made - a.made || byTitle(a, b),
  changed: (a, b) => b.changed - a.changed || byTitle(a, b),
};

/** The places of clients by name. */
export function ranksOf(clients: readonly Entry<'client'>[]): ReadonlyMap<string, number> {
  const named = clients.toSorted((a, b) => compare(a.data.name, b.data.name) || Number(a.id > b.id) - Number(a.id < b.id));
  return new Map(named.map(({ id }, rank) => [id, rank]));
}

/** Notes on lines where their clients stand. */
export function noteRanks(lines: Iterable<Line>, ranks: ReadonlyMap<string, number>): void {
  for (const line of lines) line.rank = line.client === null ? NO_CLIENT : (ranks.get(line.client) ?? NO_CLIENT);
}

/** Pinned lines in the order they were given. */
export function pinsInOrder(lines: readonly Line[]): Line[] {
  return lines.toSorted((a, b) => (a.pinned ?? 0) - (b.pinned ?? 0) || byTitle(a, b));
}

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
