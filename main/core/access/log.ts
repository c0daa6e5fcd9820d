import type { LogEvent } from '../../../shared/contracts/engine/accounts.ts';
import type { LogFault } from '../../../shared/contracts/engine/aside.ts';
import type { LogQuery } from '../../../shared/contracts/engine/log.ts';
import { type LogGroup, logGroupOf } from '../../../shared/log-groups.ts';
import { readChain } from '../audit/chain.ts';
import { findFault } from '../audit/fault.ts';
import type { Contacts } from '../people/contacts.ts';
import { auditRecords, type Book } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Entry } from '../records/shapes.ts';
import { byRef, LogNames } from './log-names.ts';

/** Events that rest on another person's signed message; the rest of the other side's doings are only told by their app. */
const SIGNED = new Set([
  'handoff-read',
  'request-read',
  'refusal-read',
  'code-request-read',
  'code-read',
  'revoke-read',
  'pass-read',
  'receipt-opened',
  'receipt-declined',
  'receipt-purged',
  'receipt-expired',
]);

const groups = new Map<string, LogGroup>();

function groupOf(what: string): LogGroup {
  const known = groups.get(what) ?? logGroupOf(what);
  groups.set(what, known);
  return known;
}

/** The audit log as people read it. */
export class Log {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #names: LogNames;
  #sorted: { readonly of: readonly Entry<'audit'>[]; readonly newest: readonly Entry<'audit'>[] } | null = null;

  constructor(book: Book, contacts: Contacts) {
    this.#book = book;
    this.#contacts = contacts;
    this.#names = new LogNames(book);
  }

  /** Newest first; of one account: what names it, its grants or its people's acts on them. */
  list({ account, offset, limit }: { account?: string | undefined; offset: number; limit: number }): {
    total: number;
    rows: LogEvent[];
  } {
    const refs = account === undefined ? null : this.#refsOf(account);
    const all = this.#book.all('audit');
    const events = refs === null ? all : [...refs].flatMap((ref) => groupedBy(all, byRef).get(ref) ?? []);
    const newest = events.toSorted((a, b) => b.data.n - a.data.n);
    return { total: newest.length, rows: newest.slice(offset, offset + limit).map((event) => this.#view(event, account)) };
  }

  /** Newest first, narrowed to an account, a person, a group of acts, a time. */
  search({ account, person, group, from, until, offset, limit }: LogQuery): { total: number; rows: LogEvent[] } {
    const refs = account === null ? null : this.#refsOf(account);
    const fp = person === null ? undefined : this.#contacts.fp(person);
    const fits = ({ data }: Entry<'audit'>): boolean =>
      (refs === null || (data.ref !== undefined && refs.has(data.ref))) &&
      (person === null || (fp !== undefined && data.who === fp)) &&
      (group === null || groupOf(data.what) === group) &&
      (from === null || data.t >= from) &&
      (until === null || data.t < until);
    const newest = this.#newest().filter(fits);
    return { total: newest.length, rows: newest.slice(offset, offset + limit).map((event) => this.#view(event)) };
  }

  // The chain gives the order; sorting it anew at each look would cost most of it.
  #newest(): readonly Entry<'audit'>[] {
    const all = this.#book.all('audit');
    const known = this.#sorted?.of === all ? this.#sorted.newest : all.toSorted((a, b) => b.data.n - a.data.n);
    this.#sorted = { of: all, newest: known };
    return known;
  }

  /** Checks the whole chain from its first record. */
  verify(): { records: number; bad: number | null } {
    const records = auditRecords(this.#book);
    const reading = readChain(records.map((record) => ({ ...record })));
    return { records: records.length, bad: reading.ok ? null : reading.bad };
  }

  /** Where the log does not hold together, for a person to judge; null when it does. */
  fault(): LogFault | null {
    const fault = findFault(auditRecords(this.#book));
    return fault && { ...fault, setAside: this.#book.aside().filter(({ type }) => type === 'audit').length };
  }

  #refsOf(account: string): Set<string> {
    const grants = this.#book.all('grant').filter(({ data }) => data.accounts.includes(account));
    return new Set([account, ...grants.map(({ id }) => id)]);
  }

  #view({ data }: Entry<'audit'>, account?: string): LogEvent {
    const contact = data.who === undefined ? null : this.#contacts.byFingerprint(data.who);
    const proof = SIGNED.has(data.what) ? 'signed' : null;
    return {
      n: data.n,
      t: data.t,
      what: data.what,
      who: contact === null ? null : this.#contacts.ref(contact.id),
      ...this.#names.of(data, account),
      proof,
    };
  }
}
