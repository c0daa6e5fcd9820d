import type { RelayedCode } from '../../../shared/contracts/engine/relay.ts';
import { type Refused, refuse } from '../../../shared/errors.ts';
import { type CodePass } from '../codes/pass.ts';
import { nextOpening } from '../codes/live-code.ts';
import { shownPassCode } from '../codes/shown-code.ts';
import type { ArrivedFacts, Arriving } from '../messages/arrivals.ts';
import { ABOUT, shortened } from '../messages/inbox-rules.ts';
import { passEnd } from '../messages/pass-rules.ts';
import type { Book, Draft } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Entry } from '../records/shapes.ts';
import { endOf, isLive } from './grant-state.ts';
import type { Received } from './received.ts';
import { MOST_AN_HOUR } from './relay-rules.ts';

const HOUR = 3600;

interface Held {
  readonly answer: CodePass | string;
  readonly until: number;
}

const byGrant = ({ data }: Entry<'code_request'>): string => data.grant;
const byMessage = ({ data }: Entry<'code_request'>): string => data.message;
const byGiven = ({ data }: Entry<'arrived'>): string => (data.kind === 'code_request' ? (data.grant ?? '') : '');
const byNumber = ({ data }: Entry<'grant'>): string => data.grant;

/** Requests for codes and their answers as they arrive. Answers are kept in memory alone: a lock, or their end, and they are gone. */
export class Answers {
  readonly #book: Book;
  readonly #received: Received;
  readonly #held = new Map<string, Held>();

  constructor(book: Book, received: Received) {
    this.#book = book;
    this.#received = received;
  }

  /** Takes a request for a code. One open for each account: an older one waits no longer. Too many, or muted, and it is kept but not shown as waiting. */
  readonly request = (draft: Draft, { payload, hash, contact }: Arriving<3>): ArrivedFacts | Refused => {
    const { body, id: message, iat, exp, from } = payload;
    const grants = groupedBy(this.#book.all('grant'), byNumber).get(body.grant) ?? [];
    const found = grants.find(({ data }) => data.side === 'given' && data.contact === contact);
    if (found === undefined) return refuse('could_not_open', { why: 'unmatched' });
    const now = this.#book.now();
    const others = (groupedBy(this.#book.all('code_request'), byGrant).get(found.id) ?? []).filter(
      ({ data }) => data.side === 'got',
    );
    // SECURITY: counted by when they came, since the asker writes the other time.
    const lately = (groupedBy(this.#book.all('arrived'), byGiven).get(found.id) ?? []).filter(({ data }) => data.at > now - HOUR);
    const isQuiet = found.data.muted !== undefined || !isLive(found.data, now) || lately.length >= MOST_AN_HOUR;
    if (!isQuiet)
      for (const old of others) if (old.data.account === body.account && old.data.state === 'waiting') this.#replace(draft, old);
    const id = this.#book.newId();
    const when = 'now' in body.when ? {} : body.when;
    draft.put('code_request', id, {
      side: 'got',
      grant: found.id,
      account: body.account,
      contact,
      ...when,
      ...(body.why === undefined ? {} : { why: body.why }),
      made: iat,
      exp,
      message,
      hash,
      state: isQuiet ? 'closed' : 'waiting',
    });
    draft.note('code-request-read', { who: from, ref: found.id });
    const title = this.#book.get('account', body.account)?.title;
    const about = title === undefined ? {} : { about: shortened(title, ABOUT) };
    return { kind: 'code_request', waiting: !isQuiet, of: id, grant: found.id, ...about, message, hash };
  };

  /** Takes the answer to a request of ours. */
  readonly code = (draft: Draft, { payload, hash }: Arriving<4>): ArrivedFacts | Refused => {
    const { re, body, id: message, exp, from } = payload;
    const asked = groupedBy(this.#book.all('code_request'), byMessage)
      .get(re)
      ?.find(({ data }) => data.side === 'made');
    if (asked === undefined) return refuse('could_not_open', { why: 'unmatched' });
    draft.put('code_request', asked.id, { ...asked.data, state: 'answered', answered: this.#book.now(), answer: message });
    draft.note('code-read', { who: from, ref: asked.data.grant });
    this.#held.set(
      asked.data.account,
      'typed' in body ? { answer: body.typed, until: exp } : { answer: body.pass, until: passEnd(body.pass) },
    );
    const about = shortened(this.#book.get('received', asked.data.account)?.title ?? '', ABOUT);
    return { kind: 'code', waiting: false, of: asked.id, grant: asked.data.grant, about, message, hash };
  };

  /** The code now, of what came for a received item; refused while its sender's words are not compared. */
  live(item: string): RelayedCode | Refused {
    const held = this.#held.get(item);
    const none = { live: null, opens: null, ends: null, typed: null };
    const now = this.#book.clock();
    const id = this.#book.get('received', item)?.grant;
    const grant = id === undefined ? null : this.#book.get('grant', id);
    if (held === undefined || grant === null) return none;
    if (now >= held.until || this.#book.now() >= endOf(grant) || grant.purged !== undefined) {
      this.#held.delete(item);
      return none;
    }
    if (this.#received.isClosed(grant)) return refuse('secrets_closed');
    const { answer, until } = held;
    return typeof answer === 'string'
      ? { ...none, typed: { code: answer, until } }
      : { live: shownPassCode(answer, now), opens: nextOpening(answer, now), ends: until, typed: null };
  }

  #replace(draft: Draft, { id, data }: Entry<'code_request'>): void {
    draft.put('code_request', id, { ...data, state: 'closed' });
    for (const item of this.#book.all('arrived'))
      if (item.data.of === id && item.data.waiting) draft.put('arrived', item.id, { ...item.data, waiting: false });
  }
}
