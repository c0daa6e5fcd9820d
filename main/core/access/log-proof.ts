import type { LogVerdict } from '../../../shared/contracts/engine/log.ts';
import { type Done, isRefused, type Refused } from '../../../shared/errors.ts';
import { checkExport, writeExport } from '../audit/export.ts';
import { type AuditHead, EMPTY_HEAD, headAfter } from '../audit/record.ts';
import type { Bytes } from '../bytes.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Me } from '../people/me.ts';
import { auditRecords, type Book } from '../records/book.ts';

/** What pins the log down: heads others hold, and the whole of it written out and signed. */
export class LogProof {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #me: Me;

  constructor(of: { book: Book; contacts: Contacts; me: Me }) {
    this.#book = of.book;
    this.#contacts = of.contacts;
    this.#me = of.me;
  }

  /** Heads that went out with a message a receipt has answered; the first the log does not have any more is named. */
  witnesses(): { heads: number; people: number; last: number | null; bad: number | null } {
    const held = this.#witnessed();
    if (held.length === 0) return { heads: 0, people: 0, last: null, bad: null };
    const heads = new Map<number, string>([[0, EMPTY_HEAD.h]]);
    for (const record of auditRecords(this.#book)) heads.set(record.n, headAfter(record).h);
    const bad = held.toSorted((a, b) => a.n - b.n).find(({ n, h }) => heads.get(n) !== h);
    return {
      heads: held.length,
      people: new Set(held.map(({ by }) => by)).size,
      last: Math.max(...held.map(({ at }) => at)),
      bad: bad?.n ?? null,
    };
  }

  /** The whole log as a signed file; that it was written is its last entry. */
  async written(): Promise<Bytes | Refused> {
    const done: Done | Refused = await this.#book.change<Done>((draft) => {
      draft.note('log-exported');
      return {};
    });
    if (isRefused(done)) return done;
    const card = this.#me.card();
    return this.#me.use((identity) => writeExport(auditRecords(this.#book), card, identity.sign.privateKey, this.#book.now()));
  }

  /** Checks a file of someone's log. Of our own the heads others hold are looked for too. */
  check(bytes: Uint8Array): LogVerdict {
    const none = { bad: null, records: 0, written: null, by: null, known: null };
    const plain = checkExport(bytes, []);
    if (plain.class !== 'whole') return { ...none, verdict: plain.class, bad: 'bad' in plain ? plain.bad : null };
    const isMine = plain.card.fp === this.#me.card().fp;
    const verdict = isMine ? checkExport(bytes, this.#upTo(plain.records.length)) : plain;
    if (verdict.class !== 'whole') return { ...none, verdict: verdict.class, bad: 'bad' in verdict ? verdict.bad : null };
    const contact = this.#contacts.byFingerprint(plain.card.fp);
    const state = contact === null ? 'stranger' : contact.data.state === 'verified' ? 'verified' : 'unverified';
    const facts = { records: plain.records.length, written: plain.iat, by: plain.card.name };
    return { verdict: 'whole', bad: null, ...facts, known: isMine ? 'me' : state };
  }

  // A file written earlier lacks the heads given out since.
  #upTo(records: number): AuditHead[] {
    return this.#witnessed().filter(({ n }) => n <= records);
  }

  /** Heads a receipt has answered, when, and by the fingerprint of whose message that was. */
  #witnessed(): (AuditHead & { at: number; by: string })[] {
    return this.#book
      .all('sent')
      .flatMap(({ data: { log, witnessed, to } }) =>
        log === undefined || witnessed === undefined ? [] : [{ ...log, at: witnessed, by: to.join() }],
      );
  }
}
