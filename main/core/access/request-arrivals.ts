import { refuse, type Refused } from '../../../shared/errors.ts';
import type { ArrivedFacts, Arriving } from '../messages/arrivals.ts';
import { ABOUT, shortened } from '../messages/inbox-rules.ts';
import type { PayloadOf } from '../messages/payload.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';

type Asked = PayloadOf<2>['body'];

/** Requests that are not answered yet, of one sender: as many as this are kept. */
const MOST_WAITING = 50;

/** What comes of requests and their answers as they arrive: kept, and matched. */
export class RequestArrivals {
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  /** Takes a request, sealed or open. */
  readonly request = (draft: Draft, arriving: Arriving<0> | Arriving<2>): ArrivedFacts | Refused => {
    const { payload, hash, contact } = arriving;
    const asked: Asked = 'card' in payload.body ? payload.body.request : payload.body;
    const now = this.#book.now();
    const waiting = this.#book
      .all('request')
      .filter(({ data }) => data.side === 'got' && data.contact === contact && data.state === 'waiting' && data.exp > now);
    if (waiting.length >= MOST_WAITING) return refuse('too_many', { max: MOST_WAITING });
    const request = this.#book.newId();
    draft.put('request', request, {
      side: 'got',
      open: payload.kind === 0,
      contact,
      ...asked,
      ids: (asked.ids ?? []).map((one) => ({ ...one })),
      made: payload.iat,
      exp: payload.exp,
      message: payload.id,
      hash,
      state: 'waiting',
    });
    draft.note('request-read', { who: payload.from, ref: request });
    return { kind: 'request', waiting: true, of: request, about: shortened(asked.account, ABOUT), message: payload.id, hash };
  };

  /** Takes the refusal of a request of ours. One from somebody unchecked is kept, and the request waits on. */
  refusal(draft: Draft, { payload, hash, contact, sender }: Arriving<1>): ArrivedFacts | Refused {
    const { re, body, from, id: message } = payload;
    const found = re === undefined ? null : this.#byMessage(re);
    if (found === null || !('refused' in body)) return refuse('could_not_open', { why: 'unmatched' });
    const reason = body.reason === undefined ? {} : { reason: body.reason };
    if (sender === 'verified' && found.data.state === 'waiting')
      draft.put('request', found.id, { ...found.data, ...reason, contact, state: 'refused', answered: this.#book.now() });
    draft.note('refusal-read', { who: from, ref: found.id });
    const about = shortened(found.data.account, ABOUT);
    return { kind: 'refusal', waiting: true, of: found.id, about, message, hash, ...reason };
  }

  /** Drafts that a handoff, or codes for longer, answers a request of ours, when that still waits; gives the request's id, null when it answers none. */
  granted(draft: Draft, { payload, contact, sender }: Arriving<1> | Arriving<7>, grant: string): string | null {
    const found = payload.re === undefined ? null : this.#byMessage(payload.re);
    if (found === null) return null;
    // SECURITY: an open request can be answered by many; who met it first, or that it was put away, is not for another to change.
    if (sender === 'verified' && found.data.state === 'waiting') this.#grant(draft, found, contact, grant);
    return found.id;
  }

  /** Drafts that the person took an answer up, whoever it came from: the request waits no longer. */
  taken(draft: Draft, request: string, contact: string, grant: string): void {
    const data = this.#book.get('request', request);
    const sent = data === null ? null : this.#book.get('sent', data.message);
    if (data === null || data.side !== 'made') return;
    this.#grant(draft, { id: request, data }, contact, grant);
    if (sent !== null) draft.put('sent', data.message, { ...sent, answered: true });
  }

  /** Drafts that a refusal whose sender's words have been compared since was read: the request it answers waits no longer. */
  refused(draft: Draft, { kind, of, reason, contact }: Data<'arrived'>): void {
    const data = kind !== 'refusal' || of === undefined ? null : this.#book.get('request', of);
    if (data === null || of === undefined || data.state !== 'waiting') return;
    if (this.#book.get('contact', contact)?.state !== 'verified') return;
    const why = reason === undefined ? {} : { reason };
    draft.put('request', of, { ...data, ...why, contact, state: 'refused', answered: this.#book.now() });
    const sent = this.#book.get('sent', data.message);
    if (sent !== null) draft.put('sent', data.message, { ...sent, answered: true });
  }

  /** The request an item of the inbox is, or answers; null for none. */
  of({ of }: Data<'arrived'>): string | null {
    return of !== undefined && this.#book.get('request', of) !== null ? of : null;
  }

  #grant(draft: Draft, { id, data }: Entry<'request'>, contact: string, grant: string): void {
    if (data.state === 'granted' && data.grant === grant) return;
    draft.put('request', id, { ...data, contact, grant, state: 'granted', answered: this.#book.now() });
  }

  #byMessage(message: string): Entry<'request'> | null {
    return this.#book.all('request').find(({ data }) => data.side === 'made' && data.message === message) ?? null;
  }
}
