import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import type { RequestDetail, RequestForm, RequestRow } from '../../../shared/contracts/engine/requests.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { sealedSentence } from '../../../shared/text/sealed.ts';
import { b64u } from '../bytes.ts';
import type { Outbox } from '../messages/outbox.ts';
import { unfitLines, unfitText } from '../messages/unfit.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Me } from '../people/me.ts';
import type { Book, Draft } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { isLive } from './grant-state.ts';
import { instantOf } from './last-day.ts';
import { likelyAccounts } from './request-match.ts';
import { requestStateOf } from './request-state.ts';

const DAY = 86_400;
/** How long a request waits for an answer, in seconds. */
export const REQUEST_LIFE = 60 * DAY;
/** A loan asked for reaches at most this far, as one given does. */
const FARTHEST = 366 * DAY;

const byRequest = ({ data }: Entry<'arrived'>): string => data.of ?? '';

/** Access asked for, on either side: made, given out again, refused, closed. */
export class Requests {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #me: Me;
  readonly #outbox: Outbox;

  constructor(of: { book: Book; contacts: Contacts; me: Me; outbox: Outbox }) {
    this.#book = of.book;
    this.#contacts = of.contacts;
    this.#me = of.me;
    this.#outbox = of.outbox;
  }

  /** Asks a contact (sealed) or, without one, whoever gets it (signed, readable by anyone; it carries our card). */
  async make(form: RequestForm): Promise<{ request: string; sealed: Sealed } | Refused> {
    const unfit = unfitRequest(form);
    if (unfit !== null) return unfit;
    const done = await this.#book.change((draft) => this.#make(draft, form));
    if (isRefused(done)) return done;
    const sealed = this.#outbox.get(done.message);
    return isRefused(sealed) ? sealed : { request: done.request, sealed };
  }

  #make(draft: Draft, form: RequestForm): { request: string; message: string } | Refused {
    const now = this.#book.now();
    const until = instantOf(form.lastDay, form.untilMinute, form.zone);
    if (until === null || until <= now) return refuse('ends_in_past');
    if (until > now + FARTHEST) return refuse('too_far_ahead');
    const contact = form.contact === null ? null : this.#book.get('contact', form.contact);
    const card = form.contact === null ? null : this.#contacts.card(form.contact);
    if (form.contact !== null && (contact === null || card === null || contact.state === 'retired')) return refuse('not_found');
    const request = this.#book.newId();
    const asked = {
      platform: form.platform,
      account: form.account,
      role: form.role,
      why: form.why,
      until,
      ...(form.device === null ? {} : { device: form.device }),
      ...(form.ids.length === 0 ? {} : { ids: form.ids }),
    };
    const head = { iat: now, exp: now + REQUEST_LIFE };
    const sentence = sealedSentence({
      kind: 'request',
      from: this.#me.name,
      for: card?.name ?? form.addressee,
      open: card === null,
      title: form.account,
      until: { at: until, zone: form.zone },
    });
    const body = { card: b64u(this.#me.card().bytes), request: asked };
    const sent =
      card === null
        ? this.#outbox.seal(draft, { kind: 0, body, to: [], ...head, sentence })
        : this.#outbox.seal(draft, { kind: 2, body: asked, to: [card], ...head, sentence });
    if (isRefused(sent)) return sent;
    draft.put('request', request, {
      side: 'made',
      open: card === null,
      ...(form.contact === null ? {} : { contact: form.contact }),
      ...(form.addressee === null || card !== null ? {} : { addressee: form.addressee }),
      ...asked,
      ids: form.ids,
      made: now,
      exp: head.exp,
      message: sent.id,
      hash: sent.hash,
      state: 'waiting',
    });
    draft.note(card === null ? 'request-made-open' : 'request-made', { who: contact?.fp, ref: request });
    return { request, message: sent.id };
  }

  /** Requests, those that wait first, then the newest. */
  list({ side, offset, limit }: { side?: 'made' | 'got' | undefined; offset: number; limit: number }): {
    total: number;
    rows: RequestRow[];
  } {
    const now = this.#book.now();
    const waits = ({ data }: Entry<'request'>): number => Number(requestStateOf(data, now) === 'waiting');
    const all = this.#book
      .all('request')
      .filter(({ data }) => side === undefined || data.side === side)
      .toSorted((a, b) => waits(b) - waits(a) || b.data.made - a.data.made);
    return { total: all.length, rows: all.slice(offset, offset + limit).map((entry) => this.row(entry)) };
  }

  get(id: string): RequestDetail | Refused {
    const data = this.#book.get('request', id);
    if (data === null) return refuse('not_found');
    const likely = data.side === 'got' ? likelyAccounts(this.#book.all('account'), data) : [];
    return {
      row: this.row({ id, data }),
      why: data.why,
      device: data.device ?? null,
      ids: data.ids,
      message: data.message,
      reason: this.#reason(data),
      grant: data.grant ?? null,
      accounts: likely.map(({ id: account, data: { platform, title, username, kind } }) => ({
        id: account,
        platform,
        title,
        username: username ?? null,
        business: kind === 'business',
      })),
      lent: this.#lent(data),
      answers: this.#answers(id, data),
    };
  }

  row({ id, data }: Entry<'request'>): RequestRow {
    return {
      id,
      side: data.side,
      person: data.contact === undefined ? null : this.#contacts.ref(data.contact),
      addressee: data.addressee ?? null,
      platform: data.platform,
      account: data.account,
      role: data.role,
      until: data.until,
      made: data.made,
      expires: data.exp,
      state: requestStateOf(data, this.#book.now()),
      nudged: data.nudged ?? null,
      open: data.open,
    };
  }

  /** The message of a request of ours once more. */
  async again(id: string): Promise<{ sealed: Sealed } | Refused> {
    const done = await this.#book.change((draft) => {
      const data = this.#book.get('request', id);
      if (data === null || data.side !== 'made') return refuse('not_found');
      const now = this.#book.now();
      if (requestStateOf(data, now) !== 'waiting') return refuse('request_over');
      draft.put('request', id, { ...data, nudged: now });
      draft.note('request-given-out-again', { who: this.#fp(data), ref: id });
      return { message: data.message };
    });
    if (isRefused(done)) return done;
    const sealed = this.#outbox.get(done.message);
    return isRefused(sealed) ? sealed : { sealed };
  }

  /** Puts a request away. One of ours waits no longer, so that no answer to it is taken; one of theirs stays unanswered. */
  close(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const data = this.#book.get('request', id);
      if (data === null) return refuse('not_found');
      if (requestStateOf(data, this.#book.now()) !== 'waiting') return refuse('request_over');
      draft.put('request', id, { ...data, state: 'closed' });
      const sent = data.side === 'made' ? this.#book.get('sent', data.message) : null;
      if (sent !== null) draft.put('sent', data.message, { ...sent, answered: true });
      this.settle(draft, id);
      draft.note('request-closed', { who: this.#fp(data), ref: id });
      return {};
    });
  }

  /** Drafts that what the inbox shows of a request waits no longer; `answer` is the message of ours that met it. */
  settle(draft: Draft, id: string, answer?: string): void {
    for (const item of groupedBy(this.#book.all('arrived'), byRequest).get(id) ?? [])
      if (item.data.kind === 'request' && (item.data.waiting || answer !== undefined))
        draft.put('arrived', item.id, { ...item.data, waiting: false, ...(answer === undefined ? {} : { answer }) });
  }

  // An extension has no place for the card that the sender of an open request may need.
  #lent({ side, open, state, contact }: Data<'request'>): RequestDetail['lent'] {
    if (side !== 'got' || open || state !== 'waiting') return [];
    const now = this.#book.now();
    return this.#book
      .all('grant')
      .filter(({ data }) => data.side === 'given' && data.contact === contact && isLive(data, now))
      .toSorted((a, b) => a.data.until - b.data.until)
      .flatMap(({ id: grant, data: { accounts, until } }) =>
        accounts[0] === undefined ? [] : { grant, account: accounts[0], until },
      )
      .slice(0, 20);
  }

  // SECURITY: the word of someone unchecked is not shown as the answer of the one who was asked.
  #reason({ side, reason, contact }: Data<'request'>): string | null {
    const isShown = side === 'got' || (contact !== undefined && this.#contacts.ref(contact).verified);
    return isShown ? (reason ?? null) : null;
  }

  #answers(id: string, { side, state }: Data<'request'>): RequestDetail['answers'] {
    if (side !== 'made' || state !== 'waiting') return [];
    return (groupedBy(this.#book.all('arrived'), byRequest).get(id) ?? [])
      .filter(({ data }) => data.waiting)
      .slice(-20)
      .map(({ id: inbox, data }) => ({ inbox, person: this.#contacts.ref(data.contact) }));
  }

  #fp({ contact }: Data<'request'>): string | undefined {
    return contact === undefined ? undefined : this.#contacts.fp(contact);
  }
}

/** Why the texts of a form do not fit a message; null when they do. */
function unfitRequest({ platform, account, role, why, device, ids, addressee }: RequestForm): Refused | null {
  const lines = unfitLines([
    [addressee, 64],
    [platform, 64],
    [account, 254],
    [role, 120],
    [device, 120],
    ...ids.flatMap(({ name, value }) => [[name, 64] as const, [value, 254] as const]),
  ]);
  return lines ?? unfitText(why, 2000);
}
