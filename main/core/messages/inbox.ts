import type { InboxItem, InboxRow, Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { endOf, stateOf } from '../access/grant-state.ts';
import type { Receipts } from '../access/receipts.ts';
import type { Received } from '../access/received.ts';
import type { RequestArrivals } from '../access/request-arrivals.ts';
import { type Card, readCardText } from '../people/card.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Me } from '../people/me.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { type AcceptedMessage, accept } from './accept.ts';
import { readArmor } from './armor.ts';
import type { ArrivedFacts, Arriving, Taker, Takers } from './arrivals.ts';
import { ABOUT, afterReceipt, shortened, withinReach } from './inbox-rules.ts';
import { lookUps } from './look-ups.ts';
import type { Outbox } from './outbox.ts';

interface Landed {
  readonly id: string;
  readonly kind: InboxRow['kind'];
  readonly contact: string | null;
}

/** What arrives: cards and sealed messages, read, kept and answered. */
export class Inbox {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #me: Me;
  readonly #outbox: Outbox;
  readonly #received: Received;
  readonly #receipts: Receipts;
  readonly #requests: RequestArrivals;
  readonly #takers: Takers;

  /** `takers` says who takes the kinds besides handoffs and receipts. */
  constructor(of: {
    book: Book;
    contacts: Contacts;
    me: Me;
    outbox: Outbox;
    received: Received;
    receipts: Receipts;
    requests: RequestArrivals;
    takers?: Omit<Takers, 0 | 1 | 2 | 5>;
  }) {
    this.#book = of.book;
    this.#contacts = of.contacts;
    this.#me = of.me;
    this.#outbox = of.outbox;
    this.#received = of.received;
    this.#receipts = of.receipts;
    this.#requests = of.requests;
    this.#takers = {
      ...of.takers,
      1: (draft, arriving) => this.#offer(draft, arriving),
      0: of.requests.request,
      2: of.requests.request,
      5: (draft, arriving) => this.#receipt(draft, arriving),
    };
  }

  /** Reads a paste: a card, or a sealed message. What cannot be read changes nothing. */
  read(paste: string): Promise<Landed | Refused> {
    return this.#book.change((draft) => {
      const message = readArmor(paste);
      if (message !== null) return this.#message(message, draft);
      const card = readCardText(paste);
      if (card !== null) return this.#card(card, draft);
      return refuse(paste.includes('LATCHKEYCARD') ? 'not_a_card' : 'not_a_message');
    });
  }

  list({ offset, limit }: { offset: number; limit: number }): { total: number; rows: InboxRow[] } {
    const all = this.#book
      .all('arrived')
      .toSorted((a, b) => Number(b.data.waiting) - Number(a.data.waiting) || b.data.at - a.data.at);
    return { total: all.length, rows: all.slice(offset, offset + limit).map((entry) => this.#row(entry)) };
  }

  get(id: string): InboxItem | Refused {
    const data = this.#book.get('arrived', id);
    if (data === null) return refuse('not_found');
    return {
      row: this.#row({ id, data }),
      secretsClosed: this.#isClosed(data),
      handoff: this.#handoff(data),
      reason: data.reason !== undefined && !this.#isClosed(data) ? data.reason : null,
      request: this.#requests.of(data),
      ...this.#about(data),
      answer: data.answer === undefined ? null : this.#made(data.answer),
    };
  }

  /** Takes a handoff up and makes the receipt that says so. */
  accept(id: string): Promise<{ received: string; receipt: Sealed } | Refused> {
    return this.#answer(id, 'opened');
  }

  async decline(id: string): Promise<{ receipt: Sealed } | Refused> {
    const done = await this.#answer(id, 'declined');
    return isRefused(done) ? done : { receipt: done.receipt };
  }

  /** Opens the secrets of a sender whose words nobody typed; the log keeps it. */
  override(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const arrived = this.#book.get('arrived', id);
      const grant = arrived?.grant === undefined ? null : this.#book.get('grant', arrived.grant);
      if (arrived?.grant === undefined || grant === null || grant.side !== 'received') return refuse('not_found');
      if (!this.#received.isClosed(grant)) return {};
      const contact = this.#book.get('contact', grant.contact);
      draft.put('grant', arrived.grant, { ...grant, override: this.#book.now() });
      draft.note('secrets-opened-unverified', { who: contact?.fp, ref: arrived.grant });
      return {};
    });
  }

  /** Puts an item away as dealt with. */
  done(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const data = this.#book.get('arrived', id);
      if (data === null) return refuse('not_found');
      draft.put('arrived', id, { ...data, waiting: false });
      this.#requests.refused(draft, data);
      return {};
    });
  }

  #card(card: Card, draft: Draft): Landed | Refused {
    if (card.fp === this.#me.card().fp) return refuse('own_card');
    if (this.#contacts.byFingerprint(card.fp) !== null) return refuse('already_known', { name: card.name });
    const contact = this.#contacts.add(card, draft);
    if (isRefused(contact)) return contact;
    const id = this.#book.newId();
    draft.put('arrived', id, { kind: 'card', contact, at: this.#book.now(), waiting: false });
    return { id, kind: 'card', contact };
  }

  #message(message: Uint8Array<ArrayBuffer>, draft: Draft): Landed | Refused {
    const verdict = this.#me.use((identity) => accept(message, lookUps(this.#book, this.#contacts, identity)));
    if (verdict.class === 'seen') return refuse('already_read');
    if (verdict.class !== 'accepted' && verdict.class !== 'unverified') return refuse('could_not_open', { why: verdict.class });
    const { message: payload } = verdict;
    const take = this.#takers[payload.kind] as Taker<typeof payload.kind> | undefined;
    // What this version cannot act on is left unread, so that a later one may read it.
    if (take === undefined) return refuse('could_not_open', { why: 'kind_unknown' });
    const contact =
      this.#contacts.byFingerprint(payload.from)?.id ?? (verdict.card === null ? null : this.#contacts.add(verdict.card, draft));
    if (contact === null) return refuse('could_not_open', { why: 'unknown_sender' });
    if (isRefused(contact)) return contact;
    this.#remember(verdict, draft);
    const facts = take(draft, { payload, hash: verdict.hash, contact, sender: verdict.sender });
    if (isRefused(facts)) return facts;
    const id = this.#book.newId();
    draft.put('arrived', id, { ...facts, contact, at: this.#book.now() });
    return { id, kind: facts.kind, contact };
  }

  #remember(verdict: AcceptedMessage, draft: Draft): void {
    const { from, id, until } = verdict.remember;
    const now = this.#book.now();
    for (const old of this.#book.all('seen')) if (old.data.until < now) draft.del(old.id);
    draft.put('seen', this.#book.newId(), { from, message: id, until });
    const closed = verdict.closes === null ? null : this.#book.get('sent', verdict.closes);
    if (verdict.closes !== null && closed !== null) draft.put('sent', verdict.closes, { ...closed, answered: true });
  }

  #offer(draft: Draft, arriving: Arriving<1>): ArrivedFacts | Refused {
    const { payload, hash, contact } = arriving;
    const { id: message, iat, from, body } = payload;
    if ('refused' in body) return this.#requests.refusal(draft, arriving);
    const before = this.#received.goingOn(body.grant, contact)?.data;
    const grant = this.#received.take(draft, { body, contact, message, hash, iat });
    if (isRefused(grant)) return grant;
    const about = shortened(body.items.map(({ title }) => title).join(', '), ABOUT);
    // An offer stated again is answered at its newest place only.
    for (const old of this.#book.all('arrived'))
      if (old.data.grant === grant && old.data.state === 'offered')
        draft.put('arrived', old.id, { ...old.data, waiting: false, state: 'ended' });
    const request = this.#requests.granted(draft, arriving, grant);
    draft.note('handoff-read', { who: from, ref: grant });
    const answers = request === null ? {} : { of: request };
    const again = before?.opened === undefined ? {} : { before: before.until };
    return { kind: 'handoff', waiting: true, about, message, hash, grant, state: 'offered', ...answers, ...again };
  }

  #receipt(draft: Draft, { payload }: Arriving<5>): ArrivedFacts {
    const { re, body, from } = payload;
    const sent = this.#book.get('sent', re);
    if (sent !== null && sent.witnessed === undefined) draft.put('sent', re, { ...sent, witnessed: this.#book.now() });
    const about = sent?.grant === undefined ? null : this.#book.get('grant', sent.grant);
    // SECURITY: only who was given something has a say in what became of it; a lender's receipt for a question of ours is none.
    const grant = about?.side === 'given' ? about : null;
    if (sent?.grant !== undefined && grant !== null) {
      const receipts = [...grant.receipts, { event: body.event, at: body.at }].slice(-50);
      const isPast = body.event !== 'opened' && this.#isOutdated(re, sent, grant);
      const told = isPast ? grant : afterReceipt(grant, body.event, this.#book.now());
      draft.put('grant', sent.grant, { ...told, receipts });
    }
    const account = grant === null ? null : this.#book.get('account', grant.accounts[0] ?? '');
    draft.note(`receipt-${body.event}`, { who: from, ref: sent?.grant });
    return {
      kind: 'receipt',
      waiting: false,
      receipt: body.event,
      message: re,
      ...(account === null ? {} : { about: account.title }),
      ...(sent?.grant === undefined ? {} : { grant: sent.grant }),
    };
  }

  /** True of the word on a handoff that was stated again since, once that newer one was answered too: it came late and ends nothing now. */
  #isOutdated(message: string, sent: Data<'sent'>, grant: Data<'grant'>): boolean {
    if (sent.kind !== 1 || grant.message === undefined || message === grant.message) return false;
    return this.#book.get('sent', grant.message)?.witnessed !== undefined;
  }

  async #answer(id: string, event: 'opened' | 'declined'): Promise<{ received: string; receipt: Sealed } | Refused> {
    const done = await this.#book.change((draft) => {
      const arrived = this.#book.get('arrived', id);
      const grant = arrived?.grant === undefined ? null : this.#book.get('grant', arrived.grant);
      if (arrived?.grant === undefined || grant === null || arrived.state !== 'offered') return refuse('not_found');
      if (this.#book.now() >= endOf(grant)) return refuse('ends_in_past');
      const receipt = this.#receipts.ofGrant(draft, arrived.grant, grant, event);
      if (isRefused(receipt)) return receipt;
      const state = event === 'opened' ? 'accepted' : 'declined';
      draft.put('arrived', id, { ...arrived, waiting: false, state, answer: receipt.id });
      if (event === 'opened') {
        draft.put('grant', arrived.grant, { ...grant, opened: this.#book.now() });
        if (arrived.of !== undefined) this.#requests.taken(draft, arrived.of, grant.contact, arrived.grant);
        draft.note('handoff-accepted', { who: this.#contacts.fp(grant.contact), ref: arrived.grant });
      } else {
        this.#received.purge(draft, arrived.grant, { ...grant, refused: this.#book.now() });
        draft.note('handoff-declined', { who: this.#contacts.fp(grant.contact), ref: arrived.grant });
      }
      return { received: grant.accounts[0] ?? '', message: receipt.id };
    });
    if (isRefused(done)) return done;
    const receipt = this.#outbox.get(done.message);
    return isRefused(receipt) ? receipt : { received: done.received, receipt };
  }

  #made(message: string): Sealed | null {
    const made = this.#outbox.get(message);
    return isRefused(made) ? null : made;
  }

  /** The records it is about, as far as a page has places for them. */
  #about({ of, grant: id, state }: Data<'arrived'>): Pick<InboxItem, 'codeRequest' | 'received' | 'grant'> {
    const asked = of === undefined ? null : this.#book.get('code_request', of);
    const grant = id === undefined ? null : this.#book.get('grant', id);
    const item = asked?.side === 'made' ? asked.account : grant?.accounts[0];
    return {
      codeRequest: asked === null ? null : (of ?? null),
      received: grant?.side === 'received' && grant.opened !== undefined && state !== 'ended' ? (item ?? null) : null,
      grant: grant?.side === 'given' ? (id ?? null) : null,
    };
  }

  #isClosed(data: Data<'arrived'>): boolean {
    // A refusal brings no grant to open; only words typed let its word be read.
    if (data.kind === 'refusal') return !this.#contacts.ref(data.contact).verified;
    const grant = data.grant === undefined ? null : this.#book.get('grant', data.grant);
    return grant !== null && grant.side === 'received' && this.#received.isClosed(grant);
  }

  #row({ id, data }: Entry<'arrived'>): InboxRow {
    return {
      id,
      kind: data.kind,
      from: this.#contacts.ref(data.contact),
      about: data.about ?? null,
      at: data.at,
      waiting: data.waiting,
      receipt: data.receipt ?? null,
      ...(data.before === undefined ? {} : { before: data.before }),
    };
  }

  #handoff(data: Data<'arrived'>): InboxItem['handoff'] {
    const grant = data.kind !== 'handoff' || data.grant === undefined ? null : this.#book.get('grant', data.grant);
    if (grant === null) return null;
    const over = stateOf(grant, this.#book.now()) === 'ended';
    const items = grant.accounts.flatMap((item) => this.#received.offered(item) ?? []);
    return {
      useFrom: grant.from,
      useUntil: grant.until,
      level: grant.level ?? null,
      note: grant.note ?? null,
      items: withinReach(items),
      state: data.state === 'offered' && over ? 'ended' : (data.state ?? 'offered'),
      received: data.state === 'accepted' ? (grant.accounts[0] ?? null) : null,
    };
  }
}
