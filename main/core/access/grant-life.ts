import type { Extension, Reduction } from '../../../shared/contracts/engine/grant-life.ts';
import type { GrantRow } from '../../../shared/contracts/engine/grants.ts';
import type { HandoffDraft, HandoffPreview, WindowPlan } from '../../../shared/contracts/engine/handoff.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import type { AuditKind } from '../../../shared/audit-kinds.ts';
import { isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { sealedSentence } from '../../../shared/text/sealed.ts';
import { seedFactor, timedFactor } from '../accounts/seed-factor.ts';
import type { Pause } from '../codes/make-pass.ts';
import type { CodePass, PassWindow } from '../codes/pass.ts';
import { stepsOf } from '../codes/windows.ts';
import type { Outbox } from '../messages/outbox.ts';
import { unfitLine, unfitText } from '../messages/unfit.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Me } from '../people/me.ts';
import type { Book, Draft } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { bodyOf, type Gift, type Giving, knownZone, type Parties, passBodyOf, whatOf, windowFacts } from './giving.ts';
import { isLive } from './grant-state.ts';
import type { Grants } from './grants.ts';
import type { Answering, RequestAnswers } from './request-answers.ts';
import { type HandoffPlan, planHandoff, previewOf } from './handoff-plan.ts';
import { instantOf } from './last-day.ts';

const MOST_SHOWN = 100;
/** How long the word that a grant has ended may be opened, in seconds. */
const REVOKE_LIFE = 366 * 86_400;

type Change = Pick<Data<'grant'>, 'until' | 'rules'> & { readonly zone: string; readonly level: string | null };

interface Found {
  readonly grant: Data<'grant'>;
  readonly account: string;
}

const byAccount = ({ data }: Entry<'grant'>): string => (data.side === 'given' ? (data.accounts[0] ?? '') : '');

/** What becomes of a grant between its handoff and its run: extended, reduced, its secret sent anew, ended early. */
export class GrantLife {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #me: Me;
  readonly #giving: Giving;
  readonly #grants: Grants;
  readonly #outbox: Outbox;
  readonly #answers: RequestAnswers;

  constructor(of: {
    book: Book;
    contacts: Contacts;
    me: Me;
    giving: Giving;
    grants: Grants;
    outbox: Outbox;
    answers: RequestAnswers;
  }) {
    this.#book = of.book;
    this.#contacts = of.contacts;
    this.#me = of.me;
    this.#giving = of.giving;
    this.#grants = of.grants;
    this.#outbox = of.outbox;
    this.#answers = of.answers;
  }

  previewExtension(form: Extension): HandoffPreview | Refused {
    const found = this.#live(form.id);
    if (isRefused(found)) return found;
    const account = this.#book.get('account', found.account);
    if (account === null) return refuse('not_found');
    const draft = draftOf(found, form, form.windows);
    const isVerified = this.#contacts.ref(found.grant.contact).verified;
    const plan = this.#plan(found, draft, account);
    return plan.problem === null && plan.until < found.grant.until
      ? refuse('ends_earlier')
      : previewOf(plan, draft, account, isVerified);
  }

  /**
   * A new last day. With windows their codes travel alone (kind 7); without, what the grant gives is stated again (kind 1). With `request`
   * the message answers what its holder asked for.
   */
  async extend(form: Extension, sendUnverified: boolean, pause: Pause, request?: string): Promise<{ sealed: Sealed } | Refused> {
    const found = this.#live(form.id);
    if (isRefused(found)) return found;
    const parties = this.#giving.parties({ account: found.account, contact: found.grant.contact }, sendUnverified);
    if (isRefused(parties)) return parties;
    const plan = this.#plan(found, draftOf(found, form, form.windows), parties.account);
    if (plan.problem !== null) return refuse(plan.problem);
    if (plan.until < found.grant.until) return refuse('ends_earlier');
    const change = { until: plan.until, zone: form.zone, rules: found.grant.rules, level: found.grant.level ?? null };
    if (form.windows.kind === 'none')
      return this.#restate(
        form.id,
        { change, gift: giftOf(found), windows: true, note: 'grant-extended', request },
        sendUnverified,
        pause,
      );
    const pass = await this.#giving.pass(found.account, parties.account, plan.steps, pause);
    if (pass === null) return refuse('no_windows');
    return this.#send((draft) =>
      this.#sealPass(draft, form.id, { change, pass, seed: seedFactor(parties.account)?.id, request }, sendUnverified),
    );
  }

  /** Less than before, or an earlier end. What was seen stays exposed until it is changed. */
  async reduce(form: Reduction, sendUnverified: boolean, pause: Pause): Promise<{ sealed: Sealed } | Refused> {
    const found = this.#live(form.id);
    if (isRefused(found)) return found;
    const { grant } = found;
    const faults = [form.level === null ? null : unfitLine(form.level, 120), ...form.rules.map((rule) => unfitLine(rule, 254))];
    const unfit = faults.find((fault) => fault !== null);
    if (unfit !== undefined && unfit !== null) return unfit;
    const now = this.#book.now();
    const until = instantOf(form.lastDay, form.untilMinute, form.zone);
    if (until === null || until <= now) return refuse('ends_in_past');
    if (until > grant.until) return refuse('not_less');
    const had = giftOf(found);
    const isMore = (form.password && !had.password) || (form.backupCodes && !had.backupCodes) || (form.liveCodes && !had.liveCodes);
    if (isMore) return refuse('not_less');
    const hasWindows = form.codes && grant.windows.some((window) => window.until > now);
    const isRole = (had.steps ?? []).length > 0;
    if (!form.password && !form.backupCodes && !form.liveCodes && !hasWindows && !isRole) return refuse('nothing_to_send');
    const gift = { ...had, password: form.password, backupCodes: form.backupCodes, liveCodes: form.liveCodes };
    const change = { until, zone: form.zone, rules: form.rules, level: form.level };
    return this.#restate(
      form.id,
      { change, gift: { ...gift, rules: form.rules, level: form.level }, windows: form.codes, note: 'grant-reduced' },
      sendUnverified,
      pause,
    );
  }

  /** Live grants of an account that gave a password which has been changed since. */
  outdated(account: string): { grants: GrantRow[] } {
    const grants = groupedBy(this.#book.all('grant'), byAccount).get(account) ?? [];
    const due = grants.filter((entry) => this.#grants.isOutdated(entry));
    return { grants: due.slice(0, MOST_SHOWN).map((entry) => this.#grants.row(entry)) };
  }

  /** What the grant gives, as it is now, to the same person until the same end. */
  async sendAnew(id: string, sendUnverified: boolean, pause: Pause): Promise<{ sealed: Sealed } | Refused> {
    const found = this.#live(id);
    if (isRefused(found)) return found;
    const { until, rules, level = null, zone = 'UTC' } = found.grant;
    const change = { until, rules, level, zone };
    return this.#restate(id, { change, gift: giftOf(found), windows: true, note: 'secret-sent-anew' }, sendUnverified, pause);
  }

  /** Ends a grant now and seals the word of it. One that is over already only gets the word. */
  async end(id: string, reason: string): Promise<{ sealed: Sealed } | Refused> {
    const unfit = unfitText(reason, 500);
    if (unfit !== null) return unfit;
    return this.#send((draft) => {
      const grant = this.#book.get('grant', id);
      const card = grant === null ? null : this.#contacts.card(grant.contact);
      if (grant === null || card === null || grant.side !== 'given') return refuse('not_found');
      const now = this.#book.now();
      const iat = Math.max(now, grant.last_iat + 1);
      const title = this.#book.get('account', grant.accounts[0] ?? '')?.title ?? null;
      const sent = this.#outbox.seal(draft, {
        kind: 6,
        body: { grant: grant.grant, reason },
        to: [card],
        iat,
        exp: iat + REVOKE_LIFE,
        grant: id,
        sentence: sealedSentence({ kind: 'revoke', from: this.#me.name, for: card.name, title }),
      });
      if (isRefused(sent)) return sent;
      // Declined is no end: a late receipt may say that it was opened after all.
      const isEarly = now < grant.until && grant.ended === undefined;
      const word = { revoked: now, revoke_reason: reason, revoke_message: sent.id, last_iat: iat };
      draft.put('grant', id, { ...grant, ...word, ...(isEarly ? { ended: now } : {}) });
      const who = this.#contacts.fp(grant.contact);
      if (isEarly) draft.note('grant-ended-early', { who, ref: id });
      draft.note('revoke-sealed', { who, ref: id });
      return { message: sent.id };
    });
  }

  /** A kind 1 that states a known grant again, with the codes of the windows it has left when `windows` says so. */
  async #restate(
    id: string,
    what: {
      readonly change: Change;
      readonly gift: Gift;
      readonly windows: boolean;
      readonly note: AuditKind;
      readonly request?: string | undefined;
    },
    sendUnverified: boolean,
    pause: Pause,
  ): Promise<{ sealed: Sealed } | Refused> {
    const parties = this.#giving.parties(what.gift, sendUnverified);
    const before = this.#book.get('grant', id);
    if (isRefused(parties)) return parties;
    if (before === null) return refuse('not_found');
    const seed = timedFactor(parties.account);
    const steps = what.windows && seed !== null ? this.#stepsLeft(before, what.change.until, seed.settings.period) : [];
    const pass = await this.#giving.pass(what.gift.account, parties.account, steps, pause);
    return this.#send((draft) => {
      const again = this.#again(id, what.gift, sendUnverified, pass === null ? undefined : seed?.id);
      if (isRefused(again)) return again;
      const { grant, account, contact, card } = again;
      // Extended once more while its codes were computed: the later end stays.
      if (what.note === 'grant-extended' && what.change.until < grant.until) return refuse('ends_earlier');
      const given = this.#giving.given(what.gift, account, pass);
      if (isRefused(given)) return given;
      const answering = this.#answering(what.request, grant.contact);
      if (isRefused(answering)) return answering;
      const iat = Math.max(this.#book.now(), grant.last_iat + 1);
      const { until, zone, rules, level } = what.change;
      const sent = this.#outbox.seal(draft, {
        kind: 1,
        body: bodyOf(what.gift, account, until, given, grant.grant),
        to: [card],
        iat,
        exp: until,
        grant: id,
        sentence: this.#sentence('handoff', again, until, zone),
        ...answering,
      });
      if (isRefused(sent)) return sent;
      const { level: _l, ...kept } = grant;
      draft.put('grant', id, {
        ...kept,
        ...(level === null ? {} : { level }),
        rules: [...rules],
        until,
        zone,
        what: whatOf(given, what.gift),
        live_codes: what.gift.liveCodes ? [what.gift.account] : [],
        ...windowFacts(pass),
        last_iat: iat,
        message: sent.id,
        message_hash: sent.hash,
      });
      this.#giving.expose(draft, what.gift, account, given, id, iat);
      if (what.request !== undefined) this.#answers.granted(draft, what.request, id, sent.id);
      draft.note(what.note, { who: contact.fp, ref: id });
      return { message: sent.id };
    });
  }

  #sealPass(
    draft: Draft,
    id: string,
    {
      change,
      pass,
      seed,
      request,
    }: {
      readonly change: Change;
      readonly pass: CodePass;
      readonly seed: string | undefined;
      readonly request: string | undefined;
    },
    sendUnverified: boolean,
  ): { message: string } | Refused {
    const found = this.#live(id);
    if (isRefused(found)) return found;
    const gift = giftOf(found);
    const again = this.#again(id, gift, sendUnverified, seed);
    if (isRefused(again)) return again;
    const { grant, account, contact, card } = again;
    if (change.until < grant.until) return refuse('ends_earlier');
    const answering = this.#answering(request, grant.contact);
    if (isRefused(answering)) return answering;
    const iat = Math.max(this.#book.now(), grant.last_iat + 1);
    const sent = this.#outbox.seal(draft, {
      kind: 7,
      body: { grant: grant.grant, use_until: change.until, passes: [passBodyOf(pass)] },
      to: [card],
      iat,
      exp: change.until,
      grant: id,
      sentence: this.#sentence('pass', again, change.until, change.zone),
      ...answering,
    });
    if (isRefused(sent)) return sent;
    const what = grant.what.includes('codes') ? grant.what : [...grant.what, 'codes' as const];
    const { until, zone } = change;
    draft.put('grant', id, { ...grant, until, zone, what, ...windowFacts(pass), last_iat: iat });
    this.#giving.expose(draft, gift, account, { backupCodes: [], pass }, id, iat);
    if (request !== undefined) this.#answers.granted(draft, request, id, sent.id);
    draft.note('grant-extended', { who: contact.fp, ref: id });
    draft.note('pass-sealed', { who: contact.fp, ref: id });
    return { message: sent.id };
  }

  /** What a letter carries that answers a request; nothing when it answers none. */
  #answering(request: string | undefined, contact: string): Partial<Pick<Answering, 'answers'>> | Refused {
    if (request === undefined) return {};
    const answering = this.#answers.answering(request, contact);
    if (isRefused(answering)) return answering;
    // An open request is answered by a handoff alone: codes name none, and there is no place here for the card the asker may need.
    return answering.card.card === undefined ? { answers: answering.answers } : refuse('not_found');
  }

  /** Grant, account and person looked at again inside a change, since computing codes took its time. */
  #again(
    id: string,
    gift: Gift,
    sendUnverified: boolean,
    seed: string | undefined,
  ): (Parties & { readonly grant: Data<'grant'> }) | Refused {
    const found = this.#live(id);
    if (isRefused(found)) return found;
    const parties = this.#giving.parties(gift, sendUnverified);
    if (isRefused(parties)) return parties;
    return seed !== undefined && seedFactor(parties.account)?.id !== seed ? refuse('busy') : { ...parties, grant: found.grant };
  }

  async #send(work: (draft: Draft) => { message: string } | Refused): Promise<{ sealed: Sealed } | Refused> {
    const done = await this.#book.change(work);
    if (isRefused(done)) return done;
    const sealed = this.#outbox.get(done.message);
    return isRefused(sealed) ? sealed : { sealed };
  }

  #sentence(kind: 'handoff' | 'pass', { account, contact }: Parties, until: number, zone: string): string {
    return sealedSentence({
      kind,
      from: this.#me.name,
      for: contact.name,
      title: account.title,
      until: { at: until, zone, theirZone: knownZone(contact.zone) },
    });
  }

  #live(id: string): Found | Refused {
    const grant = this.#book.get('grant', id);
    const account = grant?.accounts[0];
    if (grant === null || account === undefined || grant.side !== 'given') return refuse('not_found');
    return isLive(grant, this.#book.now()) ? { grant, account } : refuse('grant_over');
  }

  /** As for a handoff; without new windows, a role and the windows that are left are something to state again too. */
  #plan({ grant }: Found, draft: HandoffDraft, account: Data<'account'>): HandoffPlan {
    const now = this.#book.now();
    const plan = planHandoff(draft, account, now);
    if (plan.problem !== 'nothing_to_send') return plan;
    const goesOn = grant.what.includes('role') || (timedFactor(account) !== null && grant.windows.some(({ until }) => until > now));
    return goesOn ? { ...plan, problem: null } : plan;
  }

  #stepsLeft({ windows }: Data<'grant'>, until: number, period: number): readonly PassWindow[] {
    const spans = windows.map((window) => ({ from: window.from, to: window.until }));
    const steps = stepsOf(spans, period, { now: this.#book.now(), useUntil: until });
    return typeof steps === 'string' ? [] : steps;
  }
}

/** What a grant gives, as a gift of the same account to the same person. */
function giftOf({ grant, account }: Found): Gift {
  return {
    account,
    contact: grant.contact,
    password: grant.what.includes('password'),
    backupCodes: grant.what.includes('backup_codes'),
    liveCodes: grant.what.includes('live_codes'),
    level: grant.level ?? null,
    rules: grant.rules,
    note: grant.note ?? null,
    ...(grant.steps === undefined ? {} : { steps: grant.steps }),
  };
}

function draftOf(found: Found, end: Pick<Extension, 'lastDay' | 'untilMinute' | 'zone'>, windows: WindowPlan): HandoffDraft {
  const { lastDay, untilMinute, zone } = end;
  const { steps: _s, ...gift } = giftOf(found);
  return { ...gift, rules: [...gift.rules], device: found.grant.device ?? null, lastDay, untilMinute, zone, windows };
}
