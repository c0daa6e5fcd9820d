import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { sealedSentence } from '../../../shared/text/sealed.ts';
import { b64u } from '../bytes.ts';
import { isZone } from '../codes/zone.ts';
import type { Outbox } from '../messages/outbox.ts';
import { unfitLine, unfitText } from '../messages/unfit.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Me } from '../people/me.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { instantOf } from './last-day.ts';
import { requestStateOf } from './request-state.ts';
import type { Requests } from './requests.ts';

const REFUSAL_LIFE = 90 * 86_400;
const FARTHEST = 366 * 86_400;

/** What a role at the platform gives instead of a secret. */
export interface StepsForm {
  readonly id: string;
  readonly account: string;
  readonly level: string;
  readonly steps: readonly string[];
  readonly lastDay: string;
  readonly untilMinute: number;
  readonly zone: string;
  readonly rules: readonly string[];
  readonly note: string | null;
  readonly sendUnverified: boolean;
}

/** The request a message answers, and what its letter says of that: a card besides when the asker may not know us. */
export interface Answering {
  readonly answers: { readonly re: string; readonly reh: string };
  readonly card: { readonly card?: string };
}

/** Answers to requests we got: refused, or met with steps. Approving one with secrets is a handoff that names it. */
export class RequestAnswers {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #me: Me;
  readonly #outbox: Outbox;
  readonly #requests: Requests;

  constructor(of: { book: Book; contacts: Contacts; me: Me; outbox: Outbox; requests: Requests }) {
    this.#book = of.book;
    this.#contacts = of.contacts;
    this.#me = of.me;
    this.#outbox = of.outbox;
    this.#requests = of.requests;
  }

  /** What a letter that answers a request of this contact carries; refused when it waits no longer, or is somebody else's. */
  answering(request: string, contact: string): Answering | Refused {
    const data = this.#book.get('request', request);
    if (data === null || data.side !== 'got' || data.contact !== contact) return refuse('not_found');
    if (requestStateOf(data, this.#book.now()) !== 'waiting') return refuse('request_over');
    const card = data.open ? { card: b64u(this.#me.card().bytes) } : {};
    return { answers: { re: data.message, reh: data.hash }, card };
  }

  /** Drafts that a request was met by a grant, in a message of ours. */
  granted(draft: Draft, request: string, grant: string, message: string): void {
    const data = this.#book.get('request', request);
    if (data === null) return;
    draft.put('request', request, { ...data, state: 'granted', answered: this.#book.now(), grant });
    this.#requests.settle(draft, request, message);
    draft.note('request-answered', { who: this.#fp(data), ref: request });
  }

  async refuse({ id, reason }: { id: string; reason: string | null }): Promise<{ sealed: Sealed } | Refused> {
    const unfit = reason === null ? null : unfitText(reason, 500);
    if (unfit !== null) return unfit;
    const done = await this.#book.change((draft) => {
      const data = this.#book.get('request', id);
      const card = data?.contact === undefined ? null : this.#contacts.card(data.contact);
      if (data?.contact === undefined || card === null) return refuse('not_found');
      const answering = this.answering(id, data.contact);
      if (isRefused(answering)) return answering;
      const now = this.#book.now();
      const sent = this.#outbox.seal(draft, {
        kind: 1,
        body: { refused: true, ...(reason === null ? {} : { reason }), ...answering.card },
        to: [card],
        iat: now,
        exp: now + REFUSAL_LIFE,
        answers: answering.answers,
        sentence: sealedSentence({ kind: 'refusal', from: this.#me.name, for: card.name, title: data.account }),
      });
      if (isRefused(sent)) return sent;
      const why = reason === null ? {} : { reason };
      draft.put('request', id, { ...data, ...why, state: 'refused', answered: now });
      this.#requests.settle(draft, id, sent.id);
      draft.note('request-refused', { who: this.#fp(data), ref: id });
      return { message: sent.id };
    });
    if (isRefused(done)) return done;
    const sealed = this.#outbox.get(done.message);
    return isRefused(sealed) ? sealed : { sealed };
  }

  /** Answers with the steps of a role at the platform: a grant without a secret, so nothing of it is exposed. */
  async steps(form: StepsForm): Promise<{ grant: string; sealed: Sealed } | Refused> {
    const unfit = unfitSteps(form);
    if (unfit !== null) return unfit;
    const done = await this.#book.change((draft) => this.#steps(draft, form));
    if (isRefused(done)) return done;
    const sealed = this.#outbox.get(done.message);
    return isRefused(sealed) ? sealed : { grant: done.grant, sealed };
  }

  #steps(draft: Draft, form: StepsForm): { grant: string; message: string } | Refused {
    const request = this.#book.get('request', form.id);
    const account = this.#book.get('account', form.account);
    const contact = request?.contact === undefined ? null : this.#book.get('contact', request.contact);
    const card = request?.contact === undefined ? null : this.#contacts.card(request.contact);
    if (request?.contact === undefined || contact === null || card === null) return refuse('not_found');
    if (account === null || account.trashed !== undefined || contact.state === 'retired') return refuse('not_found');
    // SECURITY: a role goes to whoever is named in the steps, so an unchecked key is asked about as it is for a secret.
    if (contact.state !== 'verified' && !form.sendUnverified) return refuse('not_verified');
    const answering = this.answering(form.id, request.contact);
    if (isRefused(answering)) return answering;
    const now = this.#book.now();
    const until = instantOf(form.lastDay, form.untilMinute, form.zone);
    if (until === null || until <= now) return refuse('ends_in_past');
    if (until > now + FARTHEST) return refuse('too_far_ahead');
    const grant = this.#book.newId();
    const number = this.#book.newId();
    const rules = [...form.rules];
    const item = {
      account: form.account,
      platform: account.platform,
      title: account.title,
      live_codes: false,
      ...(account.username === undefined ? {} : { username: account.username }),
      ...(rules.length === 0 ? {} : { rules }),
      steps: [...form.steps],
    };
    const note = form.note === null ? {} : { note: form.note };
    const sent = this.#outbox.seal(draft, {
      kind: 1,
      body: { grant: number, use_until: until, items: [item], level: form.level, ...note, ...answering.card },
      to: [card],
      iat: now,
      exp: until,
      answers: answering.answers,
      grant,
      sentence: sealedSentence({
        kind: 'handoff',
        from: this.#me.name,
        for: card.name,
        title: account.title,
        until: { at: until, zone: form.zone, theirZone: contact.zone !== undefined && isZone(contact.zone) ? contact.zone : null },
      }),
    });
    if (isRefused(sent)) return sent;
    draft.put('grant', grant, {
      side: 'given',
      grant: number,
      contact: request.contact,
      accounts: [form.account],
      live_codes: [],
      what: ['role'],
      level: form.level,
      rules,
      ...note,
      made: now,
      from: now,
      until,
      zone: form.zone,
      windows: [],
      codes: 0,
      last_iat: now,
      message: sent.id,
      message_hash: sent.hash,
      receipts: [],
      request: form.id,
      steps: [...form.steps],
    });
    this.granted(draft, form.id, grant, sent.id);
    draft.note(contact.state === 'verified' ? 'steps-sealed' : 'steps-sealed-unverified', { who: contact.fp, ref: grant });
    return { grant, message: sent.id };
  }

  #fp({ contact }: Data<'request'>): string | undefined {
    return contact === undefined ? undefined : this.#contacts.fp(contact);
  }
}

/** Why the texts of a form do not fit a message; null when they do. */
function unfitSteps({ level, steps, rules, note }: StepsForm): Refused | null {
  const faults = [
    unfitLine(level, 120),
    ...steps.map((step) => unfitText(step, 1000)),
    ...rules.map((rule) => unfitLine(rule, 254)),
    note === null ? null : unfitText(note, 4000),
  ];
  return faults.find((fault) => fault !== null) ?? null;
}
