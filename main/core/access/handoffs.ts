import type { HandoffDraft, HandoffPreview } from '../../../shared/contracts/engine/handoff.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { sealedSentence } from '../../../shared/text/sealed.ts';
import { seedFactor } from '../accounts/seed-factor.ts';
import type { Pause } from '../codes/make-pass.ts';
import type { CodePass } from '../codes/pass.ts';
import type { Outbox } from '../messages/outbox.ts';
import type { Me } from '../people/me.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { bodyOf, type Given, type Giving, knownZone, type Parties, unfitGift, whatOf, windowFacts } from './giving.ts';
import { type HandoffPlan, planHandoff, previewOf } from './handoff-plan.ts';
import type { RequestAnswers } from './request-answers.ts';

/** Giving access: a plan, its sealing, and the grant and exposures it leaves behind. */
export class Handoffs {
  readonly #book: Book;
  readonly #me: Me;
  readonly #giving: Giving;
  readonly #outbox: Outbox;
  readonly #answers: RequestAnswers;

  constructor(of: { book: Book; me: Me; giving: Giving; outbox: Outbox; answers: RequestAnswers }) {
    this.#book = of.book;
    this.#me = of.me;
    this.#giving = of.giving;
    this.#outbox = of.outbox;
    this.#answers = of.answers;
  }

  preview(draft: HandoffDraft): HandoffPreview | Refused {
    const account = this.#book.get('account', draft.account);
    const contact = this.#book.get('contact', draft.contact);
    if (account === null || account.trashed !== undefined || contact === null) return refuse('not_found');
    return previewOf(planHandoff(draft, account, this.#book.now()), draft, account, contact.state === 'verified');
  }

  /**
   * Computes the pass, seals, and records grant, exposures and log entry in one transaction; the text exists outside only after that is on disk.
   * `pause` is called between runs of codes and may reject to cancel.
   */
  async seal(draft: HandoffDraft, sendUnverified: boolean, pause: Pause): Promise<{ grant: string; sealed: Sealed } | Refused> {
    const unfit = unfitGift(draft);
    if (unfit !== null) return unfit;
    const parties = this.#giving.parties(draft, sendUnverified);
    if (isRefused(parties)) return parties;
    const iat = this.#book.now();
    const plan = planHandoff(draft, parties.account, iat);
    if (plan.problem !== null) return refuse(plan.problem);
    const factor = seedFactor(parties.account)?.id;
    const pass = await this.#giving.pass(draft.account, parties.account, plan.steps, pause);
    const done = await this.#book.change((changes) => {
      // Computing took its time: who and what are looked at again, and a pass of a seed replaced meanwhile is of no use.
      const now = this.#giving.parties(draft, sendUnverified);
      if (isRefused(now)) return now;
      if (pass !== null && seedFactor(now.account)?.id !== factor) return refuse('busy');
      return this.#record(changes, draft, plan, iat, { ...now, pass });
    });
    if (isRefused(done)) return done;
    const sealed = this.#outbox.get(done.message);
    return isRefused(sealed) ? sealed : { grant: done.grant, sealed };
  }

  #record(changes: Draft, draft: HandoffDraft, plan: HandoffPlan, iat: number, of: Parties & { readonly pass: CodePass | null }) {
    const { account, contact, card } = of;
    const given = this.#giving.given(draft, account, of.pass);
    if (isRefused(given)) return given;
    const answering = draft.request === undefined ? null : this.#answers.answering(draft.request, draft.contact);
    if (answering !== null && isRefused(answering)) return answering;
    const number = this.#book.newId();
    const grant = this.#book.newId();
    const sealed = this.#outbox.seal(changes, {
      kind: 1,
      body: { ...bodyOf(draft, account, plan.until, given, number), ...answering?.card },
      to: [card],
      iat,
      exp: plan.until,
      ...(answering === null ? {} : { answers: answering.answers }),
      grant,
      sentence: sealedSentence({
        kind: 'handoff',
        from: this.#me.name,
        for: contact.name,
        title: account.title,
        until: { at: plan.until, zone: draft.zone, theirZone: knownZone(contact.zone) },
      }),
    });
    if (isRefused(sealed)) return sealed;
    changes.put('grant', grant, this.#grant(draft, plan, iat, given, { number, message: sealed.id, hash: sealed.hash }));
    this.#giving.expose(changes, draft, account, given, grant, iat);
    if (draft.request !== undefined) this.#answers.granted(changes, draft.request, grant, sealed.id);
    changes.note(contact.state === 'verified' ? 'handoff-sealed' : 'handoff-sealed-unverified', { who: contact.fp, ref: grant });
    return { grant, message: sealed.id };
  }

  #grant(
    draft: HandoffDraft,
    plan: HandoffPlan,
    iat: number,
    given: Given,
    of: { number: string; message: string; hash: string },
  ): Data<'grant'> {
    return {
      side: 'given',
      grant: of.number,
      contact: draft.contact,
      accounts: [draft.account],
      live_codes: draft.liveCodes ? [draft.account] : [],
      what: whatOf(given, draft),
      rules: draft.rules,
      ...(draft.level === null ? {} : { level: draft.level }),
      ...(draft.note === null ? {} : { note: draft.note }),
      ...(draft.device === null ? {} : { device: draft.device }),
      made: iat,
      from: iat,
      until: plan.until,
      zone: draft.zone,
      ...windowFacts(given.pass),
      last_iat: iat,
      message: of.message,
      message_hash: of.hash,
      receipts: [],
      ...(draft.request === undefined ? {} : { request: draft.request }),
    };
  }
}
