import type { LedgerRow, LedgerTotals, LedgerWanted } from '../../../shared/contracts/engine/ledger.ts';
import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import { ledgerDates } from '../../../shared/text/ledger-dates.ts';
import { isZone } from '../codes/zone.ts';
import type { PlatformFile } from '../accounts/platform-file.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import type { Exposures } from './exposures.ts';
import { stateOf } from './grant-state.ts';
import { certificateOf } from './ledger-certificate.ts';
import { type LedgerLine, LedgerLines } from './ledger-lines.ts';
import { ledgerReport } from './ledger-report.ts';
import { ledgerTable } from './ledger-table.ts';
import type { Runs } from './runs.ts';
import { namedAccount } from '../accounts/named-account.ts';

interface Parts {
  readonly book: Book;
  readonly contacts: Contacts;
  readonly exposures: Exposures;
  readonly platforms: PlatformFile;
  readonly runs: Runs;
}

/** Who has what, until when: every loan of either side, and what is written of them for others to read. */
export class Ledger {
  readonly #of: Parts;
  readonly #lines: LedgerLines;

  constructor(of: Parts) {
    this.#of = of;
    this.#lines = new LedgerLines(of);
  }

  /** One page of the loans wanted, and how many of them stand where, in whichever state. */
  list({ state, offset, limit, ...filter }: LedgerWanted & { readonly offset: number; readonly limit: number }): {
    total: number;
    rows: LedgerRow[];
    totals: LedgerTotals;
  } {
    const now = this.#of.book.now();
    const all = this.#lines.wanted(filter, now);
    const lines = inState(all, state);
    const totals = { all: all.length, exposed: 0, ended: 0, ending: 0, active: 0, closed: 0 };
    for (const line of all) totals[line.state]++;
    return { total: lines.length, rows: lines.slice(offset, offset + limit).map((line) => this.#row(line, now)), totals };
  }

  /** Makes ready, when nobody waits, what the first search would make. */
  warm(): void {
    this.#lines.warm();
  }

  /** How many given loans are over and still exposed. */
  get exposed(): number {
    return this.#lines.exposed(this.#of.book.now());
  }

  /** The loans wanted as a table (CSV), dates in a zone. No secret is in it. */
  table(wanted: LedgerWanted, zone: string): string {
    const { book, platforms } = this.#of;
    return ledgerTable(this.#rows(wanted), ledgerDates(known(zone)), book.now(), platforms.known.name);
  }

  /** The same as a page to read and print. */
  report(wanted: LedgerWanted, zone: string): string {
    const { book, platforms } = this.#of;
    const rows = this.#rows(wanted);
    const client = wanted.client === null ? null : (book.get('client', wanted.client)?.name ?? null);
    const person = wanted.person === null ? null : this.#of.contacts.ref(wanted.person).name;
    const of = { vault: this.#vaultName, by: this.#of.contacts.ref(null).name, side: wanted.side, client, person };
    return ledgerReport(rows, of, ledgerDates(known(zone)), book.now(), platforms.known.name);
  }

  /** What came back of all that was lent of a client's accounts, and what did not, as a page. */
  certificate(client: string, zone: string): string | Refused {
    const { book, contacts, platforms } = this.#of;
    const data = book.get('client', client);
    if (data === null) return refuse('not_found');
    const filter = { side: 'given', client, person: null, account: null, query: '' } as const;
    const lines = this.#lines.wanted(filter, book.now());
    return certificateOf(
      { book, contacts, platformName: platforms.known.name },
      lines,
      { id: client, client: data.name, vault: this.#vaultName },
      ledgerDates(known(zone)),
    );
  }

  /** Notes in the log that a report, or a certificate of a client, was made. What cannot be logged is not withheld. */
  async noteMade(client: string | null): Promise<Done | Refused> {
    const { book } = this.#of;
    if (book.readOnly !== null) return {};
    return book.change<Done>((draft) => {
      if (client === null) draft.note('report-made');
      else draft.note('certificate-made', { ref: client });
      return {};
    });
  }

  get #vaultName(): string {
    return this.#of.book.all('meta')[0]?.data.name ?? '';
  }

  #rows({ state, ...filter }: LedgerWanted): LedgerRow[] {
    const now = this.#of.book.now();
    return inState(this.#lines.wanted(filter, now), state).map((line) => this.#row(line, now));
  }

  #row(line: LedgerLine, now: number): LedgerRow {
    const { id, data, state, until } = line;
    const isEarly = data.side === 'received' && data.ended !== undefined && data.ended < data.until && data.revoked === undefined;
    return {
      id,
      side: data.side,
      account: this.#account(line),
      person: this.#of.contacts.ref(data.contact),
      what: data.what,
      level: data.level ?? null,
      from: data.from,
      until,
      state,
      grant: stateOf(data, now),
      closed: data.closed ?? null,
      givenBack: isEarly ? (data.ended ?? null) : null,
      exposed: state === 'exposed' ? this.#exposed(id) : [],
      run: data.run === undefined ? null : this.#of.runs.progress(data.run),
      lanes: lanesOf(line, now),
    };
  }

  #account({ id, data }: LedgerLine): LedgerRow['account'] {
    const { book } = this.#of;
    const first = data.accounts[0] ?? id;
    const more = data.accounts.length - 1;
    const found = data.side === 'given' ? namedAccount(book, first) : book.get('received', first);
    if (found === null) return { id: first, platform: 'other', title: '?', username: null, client: null, more };
    const client = 'client' in found ? book.get('client', found.client ?? '') : null;
    return {
      id: first,
      platform: found.platform,
      title: found.title,
      username: found.username ?? null,
      client: client === null ? null : { name: client.name, colour: client.colour },
      more,
    };
  }

  /** Of each kind of secret that still works, since when it was known first. */
  #exposed(grant: string): LedgerRow['exposed'] {
    const since = new Map<LedgerRow['exposed'][number]['secret'], number>();
    for (const { data } of this.#of.exposures.ofGrant(grant))
      since.set(data.secret, Math.min(data.at, since.get(data.secret) ?? Infinity));
    return [...since].map(([secret, at]) => ({ secret, since: at }));
  }
}

function inState(lines: readonly LedgerLine[], state: LedgerWanted['state']): readonly LedgerLine[] {
  return state === 'all' ? lines : lines.filter((line) => line.state === state);
}

function lanesOf({ data, state, until }: LedgerLine, now: number): LedgerRow['lanes'] {
  const { what, from, windows } = data;
  const bar = (first: number, last: number) =>
    first < Math.min(last, until) ? { from: first, until: Math.min(last, until) } : null;
  let codes: { from: number; until: number } | null = what.includes('live_codes') ? { from, until } : null;
  for (const span of windows)
    codes = { from: Math.min(span.from, codes?.from ?? span.from), until: Math.max(span.until, codes?.until ?? span.until) };
  return {
    codes: codes === null ? null : bar(codes.from, codes.until),
    password: what.includes('password') || what.includes('backup_codes') ? bar(from, until) : null,
    role: what.includes('role') ? bar(from, until) : null,
    exposed: state === 'exposed' && until < now ? { from: until, until: now } : null,
  };
}

/** A zone the machine knows; UTC stands in for one it does not. */
function known(zone: string): string {
  return isZone(zone) ? zone : 'UTC';
}
