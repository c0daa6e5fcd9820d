import type { LedgerState, LedgerWanted } from '../../../shared/contracts/engine/ledger.ts';
import type { PlatformFile } from '../accounts/platform-file.ts';
import { folded, holds, wordsOf } from '../accounts/search.ts';
import { addDays, dateAt, endOfDay, isZone, weekdayOf } from '../codes/zone.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import { accountHead } from '../records/entries.ts';
import type { Data, Entry } from '../records/shapes.ts';
import type { Exposures } from './exposures.ts';
import { endOf, stateOf } from './grant-state.ts';
import { namedAccount } from '../accounts/named-account.ts';

/** One loan of the ledger, before anything of it is written out. */
export interface LedgerLine {
  readonly id: string;
  readonly data: Data<'grant'>;
  readonly state: LedgerState;
  /** When it is over: its last instant, or an earlier end. */
  readonly until: number;
}

type Filter = Omit<LedgerWanted, 'state'>;

const ORDER: Readonly<Record<LedgerState, number>> = { exposed: 0, ended: 1, ending: 2, active: 3, closed: 4 };

/** The instant at which the present week ends in a zone: the end of its Sunday (ISO 8601). Unix seconds. */
export function endOfWeek(now: number, zone: string): number {
  const today = dateAt(now, zone);
  return endOfDay(addDays(today, 7 - weekdayOf(today)), zone);
}

/** Grants as lines of the ledger: those wanted, each with where it stands, in their order. One pass over all grants. */
export class LedgerLines {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #exposures: Exposures;
  readonly #platforms: PlatformFile;
  #texts: { readonly of: readonly unknown[]; readonly byGrant: Map<string, string> } = { of: [], byGrant: new Map() };

  constructor(of: { book: Book; contacts: Contacts; exposures: Exposures; platforms: PlatformFile }) {
    this.#book = of.book;
    this.#contacts = of.contacts;
    this.#exposures = of.exposures;
    this.#platforms = of.platforms;
  }

  /** What is exposed first, then what ended, ends this week, is lent; the longest over, or the first to end, at the top. What closed last leads the closed. */
  wanted(filter: Filter, now: number): LedgerLine[] {
    const words = wordsOf(filter.query);
    const weeks = this.#weeks(now);
    const ofClient = filter.client === null ? null : this.#accountsOf(filter.client);
    const texts = words.length === 0 ? null : this.#textsNow();
    const lines: LedgerLine[] = [];
    for (const entry of this.#book.all('grant')) {
      const { id, data } = entry;
      if (!fits(data, filter, ofClient)) continue;
      if (texts !== null && !holds(this.#textOf(entry, texts), words)) continue;
      lines.push({ id, data, state: this.#stateOf({ id, data }, now, weeks), until: endOf(data) });
    }
    return lines.toSorted(inOrder);
  }

  /** Makes ready what the first search would make. */
  warm(): void {
    const texts = this.#textsNow();
    for (const entry of this.#book.all('grant')) this.#textOf(entry, texts);
  }

  /** How many given loans are over and still exposed. */
  exposed(now: number): number {
    let count = 0;
    for (const { id, data } of this.#book.all('grant'))
      if (data.side === 'given' && now >= endOf(data) && this.#exposures.hasOpen(id)) count++;
    return count;
  }

  #stateOf({ id, data }: Entry<'grant'>, now: number, weeks: (data: Data<'grant'>) => number): LedgerState {
    const until = endOf(data);
    if (now >= until || data.closed !== undefined) {
      if (data.side === 'received') return 'closed';
      if (this.#exposures.hasOpen(id)) return 'exposed';
      return data.closed !== undefined || data.refused !== undefined ? 'closed' : 'ended';
    }
    // The last two days always count: on a Sunday, tomorrow is another week.
    return stateOf(data, now) === 'ending' || until <= weeks(data) ? 'ending' : 'active';
  }

  #accountsOf(client: string): ReadonlySet<string> {
    const ids = this.#book.all('account').flatMap((entry) => (accountHead(entry).client === client ? [entry.id] : []));
    const purged = this.#book.all('purged_account').flatMap(({ data }) => (data.client === client ? [data.account] : []));
    return new Set([...ids, ...purged]);
  }

  /** When the week ends where a grant's last day ends; looked up once for each zone. */
  #weeks(now: number): (data: Data<'grant'>) => number {
    const ends = new Map<string, number>();
    return ({ zone, contact }) => {
      const name = zone ?? this.#book.get('contact', contact)?.zone ?? 'UTC';
      const known = ends.get(name);
      if (known !== undefined) return known;
      const end = endOfWeek(now, isZone(name) ? name : 'UTC');
      ends.set(name, end);
      return end;
    };
  }

  /** Texts made before, as long as nothing they are made of has changed. */
  #textsNow(): Map<string, string> {
    const of = (['grant', 'received', 'account', 'client', 'contact', 'catalogue'] as const).map((type) => this.#book.all(type));
    if (of.some((list, at) => list !== this.#texts.of[at])) this.#texts = { of, byGrant: new Map() };
    return this.#texts.byGrant;
  }

  #textOf({ id, data }: Entry<'grant'>, texts: Map<string, string>): string {
    const text = texts.get(id) ?? this.#text(data);
    texts.set(id, text);
    return text;
  }

  /** Everything of a loan that may be searched. */
  #text(data: Data<'grant'>): string {
    const parts: (string | undefined)[] = [this.#contacts.ref(data.contact).name];
    for (const id of data.accounts) {
      const account = data.side === 'given' ? namedAccount(this.#book, id) : this.#book.get('received', id);
      if (account === null) continue;
      const client = 'client' in account ? this.#book.get('client', account.client ?? '')?.name : undefined;
      parts.push(account.title, account.username, account.platform, this.#platforms.known.name(account.platform), client);
    }
    return folded(parts.filter((part) => part !== undefined).join('\n'));
  }
}

function fits(data: Data<'grant'>, { side, person, account }: Filter, ofClient: ReadonlySet<string> | null): boolean {
  if (data.side !== side || (side === 'received' && data.opened === undefined)) return false;
  if (person !== null && data.contact !== person) return false;
  if (account !== null && !data.accounts.includes(account)) return false;
  return ofClient === null || data.accounts.some((id) => ofClient.has(id));
}

function inOrder(a: LedgerLine, b: LedgerLine): number {
  const byState = ORDER[a.state] - ORDER[b.state];
  if (byState !== 0) return byState;
  const later = a.state === 'closed' ? closedAt(b) - closedAt(a) : a.until - b.until;
  // Of equals the ids decide, so that none changes its place because another one did.
  return later || Number(a.id > b.id) - Number(a.id < b.id);
}

function closedAt({ data, until }: LedgerLine): number {
  return data.closed ?? until;
}
