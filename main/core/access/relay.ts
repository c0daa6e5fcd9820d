import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import type { AskForm, CodeRequestDetail, CodeRequestRow, RelayedCode } from '../../../shared/contracts/engine/relay.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { sealedSentence } from '../../../shared/text/sealed.ts';
import type { Factors } from '../accounts/factors.ts';
import { namedAccount } from '../accounts/named-account.ts';
import { timedFactor } from '../accounts/seed-factor.ts';
import { makePass } from '../codes/make-pass.ts';
import type { CodePass } from '../codes/pass.ts';
import { dateAt } from '../codes/zone.ts';
import type { Outbox } from '../messages/outbox.ts';
import { passEnd } from '../messages/pass-rules.ts';
import { unfitLine } from '../messages/unfit.ts';
import type { Card } from '../people/card.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Me } from '../people/me.ts';
import type { Book, Draft } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';
import type { Exposures } from './exposures.ts';
import { passBodyOf } from './giving.ts';
import { isLive } from './grant-state.ts';
import type { Answers } from './relay-answers.ts';
import { codeRequestStateOf, MOST_AN_HOUR, MOST_DENIED, relaySteps, REQUEST_LIFE } from './relay-rules.ts';

const HOUR = 3600;
/** How long a typed code may be opened, in seconds. */
const TYPED_LIFE = 600;
const AFTER_LAST_STEP = 30;

const byGrant = ({ data }: Entry<'code_request'>): string => data.grant;
const byRequest = ({ data }: Entry<'arrived'>): string => data.of ?? '';

interface Found {
  readonly asked: Data<'code_request'>;
  readonly grant: Data<'grant'>;
  readonly account: Data<'account'>;
  readonly card: Card;
}

/** Codes asked for under a grant, and answered by hand: a few minutes of them, or one that was typed in. */
export class Relay {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #me: Me;
  readonly #outbox: Outbox;
  readonly #factors: Factors;
  readonly #exposures: Exposures;
  readonly #held: Answers;

  constructor(of: {
    book: Book;
    contacts: Contacts;
    me: Me;
    outbox: Outbox;
    factors: Factors;
    exposures: Exposures;
    held: Answers;
  }) {
    this.#book = of.book;
    this.#contacts = of.contacts;
    this.#me = of.me;
    this.#outbox = of.outbox;
    this.#factors = of.factors;
    this.#exposures = of.exposures;
    this.#held = of.held;
  }

  /** Asks the lender of a received item for codes, now or for a time to come; an older request for the same account waits no longer. */
  async ask(form: AskForm): Promise<{ request: string; sealed: Sealed } | Refused> {
    const unfit = form.why === null ? null : unfitLine(form.why, 254);
    if (unfit !== null) return unfit;
    const done = await this.#book.change((draft) => this.#ask(draft, form));
    if (isRefused(done)) return done;
    const sealed = this.#outbox.get(done.message);
    return isRefused(sealed) ? sealed : { request: done.request, sealed };
  }

  #ask(draft: Draft, { received, when, zone, why }: AskForm): { request: string; message: string } | Refused {
    const item = this.#book.get('received', received);
    const grant = item === null ? null : this.#book.get('grant', item.grant);
    const card = grant === null ? null : this.#contacts.card(grant.contact);
    if (item === null || grant === null || card === null || grant.opened === undefined) return refuse('not_found');
    const now = this.#book.now();
    if (!isLive(grant, now) || grant.purged !== undefined) return refuse('access_ended');
    if (!item.live_codes) return refuse('no_live_codes');
    if (when !== null && (when.to <= when.from || when.to <= now || when.from >= grant.until)) return refuse('no_windows');
    const request = this.#book.newId();
    const sent = this.#outbox.seal(draft, {
      kind: 3,
      body: {
        grant: grant.grant,
        account: item.account,
        when: when === null ? { now: true } : { from: when.from, to: when.to, zone },
        ...(why === null ? {} : { why }),
      },
      to: [card],
      iat: now,
      exp: now + REQUEST_LIFE,
      grant: item.grant,
      sentence: sealedSentence({
        kind: 'code_request',
        from: this.#me.name,
        for: card.name,
        title: item.title,
        until: { at: now + REQUEST_LIFE, zone },
      }),
    });
    if (isRefused(sent)) return sent;
    for (const old of this.#waiting(item.grant)) if (old.data.account === received) this.#close(draft, old);
    draft.put('code_request', request, {
      side: 'made',
      grant: item.grant,
      account: received,
      contact: grant.contact,
      ...(when === null ? {} : { ...when, zone }),
      ...(why === null ? {} : { why }),
      made: now,
      exp: now + REQUEST_LIFE,
      message: sent.id,
      hash: sent.hash,
      state: 'waiting',
    });
    draft.note('code-asked', { who: card.fp, ref: item.grant });
    return { request, message: sent.id };
  }

  /** Requests for codes, those that wait first, then the newest. */
  list({ side, offset, limit }: { side?: 'made' | 'got' | undefined; offset: number; limit: number }): {
    total: number;
    rows: CodeRequestRow[];
  } {
    const now = this.#book.now();
    const waits = ({ data }: Entry<'code_request'>): number => Number(codeRequestStateOf(data, now) === 'waiting');
    const all = this.#book
      .all('code_request')
      .filter(({ data }) => side === undefined || data.side === side)
      .toSorted((a, b) => waits(b) - waits(a) || b.data.made - a.data.made);
    return { total: all.length, rows: all.slice(offset, offset + limit).map((entry) => this.#row(entry)) };
  }

  get(id: string): CodeRequestDetail | Refused {
    const asked = this.#book.get('code_request', id);
    const grant = asked === null ? null : this.#book.get('grant', asked.grant);
    if (asked === null || grant === null) return refuse('not_found');
    const account = asked.side === 'got' ? this.#book.get('account', asked.account) : null;
    const sent = asked.side === 'made' ? this.#outbox.get(asked.message) : null;
    const answer = asked.side !== 'got' || asked.answer === undefined ? null : this.#outbox.get(asked.answer);
    return {
      row: this.#row({ id, data: asked }),
      answered: grant.relayed ?? 0,
      answeredToday: this.#answeredToday(asked.grant, grant.zone ?? 'UTC'),
      grantUntil: grant.until,
      problem: this.#problem(asked, grant),
      hasSeed: account !== null && timedFactor(account) !== null,
      muted: grant.muted !== undefined,
      answer: answer === null || isRefused(answer) ? null : answer,
      sent: sent === null || isRefused(sent) ? null : sent,
      inbox: asked.side === 'got' ? (groupedBy(this.#book.all('arrived'), byRequest).get(id)?.[0]?.id ?? null) : null,
    };
  }

  close(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const data = this.#book.get('code_request', id);
      if (data === null || data.side !== 'made') return refuse('not_found');
      if (codeRequestStateOf(data, this.#book.now()) !== 'waiting') return refuse('request_over');
      this.#close(draft, { id, data });
      draft.note('code-request-closed', { who: this.#contacts.fp(data.contact), ref: data.grant });
      return {};
    });
  }

  /** Answers with the codes of so many minutes. */
  async answer(id: string, minutes: number): Promise<{ sealed: Sealed } | Refused> {
    // SECURITY: log, exposure and the mark that it was answered are on disk before there is anything to send.
    const taken = await this.#book.change((draft) => {
      const found = this.#answerable(id);
      if (isRefused(found)) return found;
      const factor = timedFactor(found.account);
      if (factor === null) return refuse('no_seed');
      const now = this.#book.clock();
      const window = relaySteps(found.asked, { now, minutes, period: factor.settings.period, until: found.grant.until });
      if (window === null) return refuse('no_windows');
      const { contact, grant, account } = found.asked;
      const until = (window.first_step + window.count) * factor.settings.period;
      this.#exposures.add(draft, { account, contact, grant, at: now, secret: 'codes', ver: 1, factor: factor.id, until });
      this.#mark(draft, id, found, 'code-sent');
      return { ...found, window };
    });
    if (isRefused(taken)) return taken;
    const { asked, account, window } = taken;
    const held = this.#factors.seedOf(asked.account, account);
    if (held === null) return refuse('no_seed');
    const order = { account: asked.account, windows: [window] };
    const pass = await makePass(held.seed, held.settings, order, () => Promise.resolve(), this.#factors.crypto);
    return this.#send(id, taken, pass);
  }

  /** Answers with a code that came to the owner by SMS or mail. */
  async type(id: string, code: string): Promise<{ sealed: Sealed } | Refused> {
    const taken = await this.#book.change((draft) => {
      const found = this.#answerable(id);
      if (isRefused(found)) return found;
      this.#mark(draft, id, found, 'code-typed-sent');
      return found;
    });
    return isRefused(taken) ? taken : this.#send(id, taken, code);
  }

  /** Refuses by saying nothing; after three in a row requests under this grant are muted. */
  deny(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const data = this.#book.get('code_request', id);
      const grant = data === null ? null : this.#book.get('grant', data.grant);
      if (data === null || grant === null || data.side !== 'got') return refuse('not_found');
      if (codeRequestStateOf(data, this.#book.now()) !== 'waiting') return refuse('request_over');
      const now = this.#book.now();
      const denied = (grant.denied ?? 0) + 1;
      const isMuted = denied >= MOST_DENIED && grant.muted === undefined;
      const who = this.#contacts.fp(data.contact);
      draft.put('code_request', id, { ...data, state: 'denied', answered: now });
      draft.put('grant', data.grant, { ...grant, denied, ...(isMuted ? { muted: now } : {}) });
      this.#settle(draft, id);
      draft.note('code-denied', { who, ref: data.grant });
      if (isMuted) draft.note('code-requests-muted', { who, ref: data.grant });
      return {};
    });
  }

  /** From now on requests under a grant are kept and not shown; those that wait are over. */
  mute(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const grant = this.#book.get('grant', id);
      if (grant === null || grant.side !== 'given') return refuse('not_found');
      if (grant.muted !== undefined) return {};
      draft.put('grant', id, { ...grant, muted: this.#book.now() });
      for (const asked of this.#waiting(id)) {
        draft.put('code_request', asked.id, { ...asked.data, state: 'closed' });
        this.#settle(draft, asked.id);
      }
      draft.note('code-requests-muted', { who: this.#contacts.fp(grant.contact), ref: id });
      return {};
    });
  }

  unmute(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const grant = this.#book.get('grant', id);
      if (grant === null || grant.side !== 'given') return refuse('not_found');
      const { muted: _m, denied: _d, ...kept } = grant;
      draft.put('grant', id, kept);
      draft.note('code-requests-unmuted', { who: this.#contacts.fp(grant.contact), ref: id });
      return {};
    });
  }

  /** The code that came in answer for a received item; nothing of it is on disk. */
  live(received: string): RelayedCode | Refused {
    return this.#held.live(received);
  }

  async copied(received: string): Promise<string | Refused> {
    const code = this.#held.live(received);
    if (isRefused(code)) return code;
    const text = code.live?.code ?? code.typed?.code;
    const grant = this.#book.get('received', received)?.grant;
    if (text === undefined || grant === undefined) return refuse('no_windows');
    if (this.#book.readOnly !== null) return text;
    const noted = await this.#book.change<Done>((draft) => {
      const lent = this.#book.get('grant', grant);
      draft.note('received-code-shown', { who: lent === null ? undefined : this.#contacts.fp(lent.contact), ref: grant });
      return {};
    });
    return isRefused(noted) ? noted : text;
  }

  async #send(
    id: string,
    { asked, grant, card, account }: Found,
    answer: CodePass | string,
  ): Promise<{ sealed: Sealed } | Refused> {
    const done = await this.#book.change((draft) => {
      const data = this.#book.get('code_request', id);
      if (data === null) return refuse('not_found');
      const iat = this.#book.clock();
      const isTyped = typeof answer === 'string';
      const exp = isTyped ? iat + TYPED_LIFE : passEnd(answer) + AFTER_LAST_STEP;
      const sent = this.#outbox.seal(draft, {
        kind: 4,
        body: isTyped ? { typed: answer } : { pass: passBodyOf(answer) },
        to: [card],
        iat,
        exp,
        answers: { re: asked.message, reh: asked.hash },
        grant: asked.grant,
        sentence: sealedSentence({
          kind: 'code',
          from: this.#me.name,
          for: card.name,
          title: account.title,
          until: { at: exp, zone: grant.zone ?? 'UTC' },
        }),
      });
      if (isRefused(sent)) return sent;
      draft.put('code_request', id, { ...data, answer: sent.id });
      return { message: sent.id };
    });
    if (isRefused(done)) return done;
    const sealed = this.#outbox.get(done.message);
    return isRefused(sealed) ? sealed : { sealed };
  }

  #mark(draft: Draft, id: string, { asked, grant }: Found, note: 'code-sent' | 'code-typed-sent'): void {
    draft.put('code_request', id, { ...asked, state: 'answered', answered: this.#book.now() });
    draft.put('grant', asked.grant, { ...grant, relayed: (grant.relayed ?? 0) + 1, denied: 0 });
    this.#settle(draft, id);
    draft.note(note, { who: this.#contacts.fp(asked.contact), ref: asked.grant });
  }

  #answerable(id: string): Found | Refused {
    const asked = this.#book.get('code_request', id);
    const grant = asked === null ? null : this.#book.get('grant', asked.grant);
    const account = asked === null ? null : this.#book.get('account', asked.account);
    const card = asked === null ? null : this.#contacts.card(asked.contact);
    if (asked === null || grant === null || account === null || card === null || asked.side !== 'got') return refuse('not_found');
    const problem = this.#problem(asked, grant);
    if (problem === 'muted') return refuse('request_over');
    return problem === null ? { asked, grant, account, card } : refuse(problem);
  }

  #problem(asked: Data<'code_request'>, grant: Data<'grant'>): CodeRequestDetail['problem'] {
    const now = this.#book.now();
    if (asked.side !== 'got' || codeRequestStateOf(asked, now) !== 'waiting') return 'request_over';
    if (!isLive(grant, now)) return 'grant_over';
    // SECURITY: a code is worth as much as the password beside it; an unchecked key gets none, whatever else it was given.
    if (this.#book.get('contact', asked.contact)?.state !== 'verified') return 'not_verified';
    if (grant.muted !== undefined) return 'muted';
    return this.#answeredSince(asked.contact, now - HOUR) >= MOST_AN_HOUR ? 'too_often' : null;
  }

  #answeredSince(contact: string, since: number): number {
    const isRecent = ({ data }: Entry<'code_request'>): boolean =>
      data.side === 'got' && data.contact === contact && data.state === 'answered' && (data.answered ?? 0) > since;
    return this.#book.all('code_request').filter(isRecent).length;
  }

  #answeredToday(grant: string, zone: string): number {
    const today = dateAt(this.#book.now(), zone);
    return (groupedBy(this.#book.all('code_request'), byGrant).get(grant) ?? []).filter(
      ({ data }) => data.state === 'answered' && data.answered !== undefined && dateAt(data.answered, zone) === today,
    ).length;
  }

  #waiting(grant: string): readonly Entry<'code_request'>[] {
    return (groupedBy(this.#book.all('code_request'), byGrant).get(grant) ?? []).filter(({ data }) => data.state === 'waiting');
  }

  #close(draft: Draft, { id, data }: Entry<'code_request'>): void {
    draft.put('code_request', id, { ...data, state: 'closed' });
    const sent = this.#book.get('sent', data.message);
    if (sent !== null) draft.put('sent', data.message, { ...sent, answered: true });
  }

  #settle(draft: Draft, id: string): void {
    for (const item of groupedBy(this.#book.all('arrived'), byRequest).get(id) ?? [])
      if (item.data.waiting) draft.put('arrived', item.id, { ...item.data, waiting: false });
  }

  #row({ id, data }: Entry<'code_request'>): CodeRequestRow {
    const of = data.side === 'got' ? namedAccount(this.#book, data.account) : this.#book.get('received', data.account);
    const { from, to, zone } = data;
    return {
      id,
      side: data.side,
      person: this.#contacts.ref(data.contact),
      account: data.account,
      platform: of?.platform ?? 'other',
      title: of?.title ?? '?',
      username: of?.username ?? null,
      grant: data.grant,
      when: from === undefined || to === undefined || zone === undefined ? null : { from, to, zone },
      why: data.why ?? null,
      made: data.made,
      expires: data.exp,
      state: codeRequestStateOf(data, this.#book.now()),
    };
  }
}
