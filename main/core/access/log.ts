import type { LogEvent } from '../../../shared/contracts/engine/accounts.ts';
import type { LogFault } from '../../../shared/contracts/engine/aside.ts';
import { readChain } from '../audit/chain.ts';
import { findFault } from '../audit/fault.ts';
import type { Contacts } from '../people/contacts.ts';
import { auditRecords, type Book } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';

/** Events that rest on another person's signed message; the rest of the other side's doings are only told by their app. */
const SIGNED = new Set(['handoff-read', 'receipt-opened', 'receipt-declined', 'receipt-purged', 'receipt-expired']);

/** The audit log as people read it. */
export class Log {
  readonly #book: Book;
  readonly #contacts: Contacts;

  constructor(book: Book, contacts: Contacts) {
    this.#book = book;
    this.#contacts = contacts;
  }

  /** Newest first; of one account: what names it, its grants or its people's acts on them. */
  list({ account, offset, limit }: { account?: string | undefined; offset: number; limit: number }): {
    total: number;
    rows: LogEvent[];
  } {
    const refs = account === undefined ? null : this.#refsOf(account);
    const events = this.#book.all('audit').filter(({ data }) => refs === null || (data.ref !== undefined && refs.has(data.ref)));
    const newest = events.toSorted((a, b) => b.data.n - a.data.n);
    return { total: newest.length, rows: newest.slice(offset, offset + limit).map((event) => this.#view(event)) };
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

  #view({ data }: Entry<'audit'>): LogEvent {
    const contact = data.who === undefined ? null : this.#contacts.byFingerprint(data.who);
    const proof = SIGNED.has(data.what) ? 'signed' : null;
    return {
      n: data.n,
      t: data.t,
      what: data.what,
      who: contact === null ? null : this.#contacts.ref(contact.id),
      about: this.#about(data),
      proof,
    };
  }

  #about({ ref }: Data<'audit'>): string | null {
    if (ref === undefined) return null;
    const grant = this.#book.get('grant', ref);
    const account = this.#book.get('account', grant?.accounts[0] ?? ref);
    if (account !== null) return account.title;
    const received = grant === null ? undefined : this.#book.all('received').find(({ data }) => data.grant === ref);
    return received?.data.title ?? this.#book.get('contact', ref)?.name ?? this.#book.get('client', ref)?.name ?? null;
  }
}
