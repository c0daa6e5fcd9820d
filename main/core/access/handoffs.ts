import type { HandoffDraft, HandoffPreview } from '../../../shared/contracts/engine/handoff.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { sealedSentence } from '../../../shared/text/sealed.ts';
import { type Factors, seedFactor } from '../accounts/factors.ts';
import { makePass, type Pause } from '../codes/make-pass.ts';
import type { CodePass } from '../codes/pass.ts';
import { isZone } from '../codes/zone.ts';
import type { GrantBody } from '../messages/handoff.ts';
import type { Outbox } from '../messages/outbox.ts';
import { unfitLine, unfitText } from '../messages/unfit.ts';
import type { Card } from '../people/card.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Me } from '../people/me.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import type { Exposures } from './exposures.ts';
import { type HandoffPlan, planHandoff, previewOf } from './handoff-plan.ts';

interface Parties {
  readonly account: Data<'account'>;
  readonly contact: Data<'contact'>;
  readonly card: Card;
}

interface Given {
  readonly password?: string;
  readonly backupCodes: readonly string[];
  readonly pass: CodePass | null;
}

/** Giving access: a plan, its sealing, and the grant and exposures it leaves behind. */
export class Handoffs {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #me: Me;
  readonly #factors: Factors;
  readonly #exposures: Exposures;
  readonly #outbox: Outbox;

  constructor(of: { book: Book; contacts: Contacts; me: Me; factors: Factors; exposures: Exposures; outbox: Outbox }) {
    this.#book = of.book;
    this.#contacts = of.contacts;
    this.#me = of.me;
    this.#factors = of.factors;
    this.#exposures = of.exposures;
    this.#outbox = of.outbox;
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
    const unfit = unfitDraft(draft);
    if (unfit !== null) return unfit;
    const parties = this.#parties(draft, sendUnverified);
    if (isRefused(parties)) return parties;
    const iat = this.#book.now();
    const plan = planHandoff(draft, parties.account, iat);
    if (plan.problem !== null) return refuse(plan.problem);
    const factor = seedFactor(parties.account)?.id;
    const pass = await this.#pass(draft.account, parties.account, plan, pause);
    const done = await this.#book.change((changes) => {
      // Computing took its time: who and what are looked at again, and a pass of a seed replaced meanwhile is of no use.
      const now = this.#parties(draft, sendUnverified);
      if (isRefused(now)) return now;
      if (pass !== null && seedFactor(now.account)?.id !== factor) return refuse('busy');
      return this.#record(changes, draft, plan, iat, { ...now, pass });
    });
    if (isRefused(done)) return done;
    const sealed = this.#outbox.get(done.message);
    return isRefused(sealed) ? sealed : { grant: done.grant, sealed };
  }

  #parties(draft: HandoffDraft, sendUnverified: boolean): Parties | Refused {
    const account = this.#book.get('account', draft.account);
    const contact = this.#book.get('contact', draft.contact);
    const card = this.#contacts.card(draft.contact);
    if (account === null || account.trashed !== undefined || contact === null || card === null) return refuse('not_found');
    if (contact.state === 'retired') return refuse('not_found');
    // SECURITY: secrets go to a key nobody has checked only when the person says so a second time, and the log keeps it.
    return contact.state !== 'verified' && !sendUnverified ? refuse('not_verified') : { account, contact, card };
  }

  async #pass(id: string, account: Data<'account'>, plan: HandoffPlan, pause: Pause): Promise<CodePass | null> {
    if (plan.steps.length === 0) return null;
    const held = this.#factors.seedOf(id, account);
    if (held === null) throw new Error('a plan with windows has a seed');
    return makePass(held.seed, held.settings, { account: id, windows: plan.steps }, pause);
  }

  #given(draft: HandoffDraft, account: Data<'account'>, pass: CodePass | null): Given | Refused {
    const id = draft.account;
    const password =
      draft.password && account.password !== undefined ? this.#book.openText(id, 'password', account.password) : undefined;
    if (password === null) return refuse('damaged_vault');
    const backupCodes: string[] = [];
    for (const { id: code, used, code: sealed } of draft.backupCodes ? account.backup_codes : []) {
      const text = used === undefined ? this.#book.openText(id, `backup_codes/${code}/code`, sealed) : null;
      if (text !== null) backupCodes.push(text);
    }
    return { ...(password === undefined ? {} : { password }), backupCodes, pass };
  }

  #record(changes: Draft, draft: HandoffDraft, plan: HandoffPlan, iat: number, of: Parties & { readonly pass: CodePass | null }) {
    const { account, contact, card } = of;
    const given = this.#given(draft, account, of.pass);
    if (isRefused(given)) return given;
    const grantNumber = this.#book.newId();
    const grant = this.#book.newId();
    const sealed = this.#outbox.seal(changes, {
      kind: 1,
      body: bodyOf(draft, account, plan, given, grantNumber),
      to: [card],
      iat,
      exp: plan.until,
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
    changes.put(
      'grant',
      grant,
      this.#grant(draft, plan, iat, given, { number: grantNumber, message: sealed.id, hash: sealed.hash }),
    );
    this.#expose(changes, draft, account, given, grant, iat);
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
    const what: Data<'grant'>['what'] = [];
    if (given.password !== undefined) what.push('password');
    if (given.pass !== null) what.push('codes');
    if (given.backupCodes.length > 0) what.push('backup_codes');
    if (draft.liveCodes) what.push('live_codes');
    return {
      side: 'given',
      grant: of.number,
      contact: draft.contact,
      accounts: [draft.account],
      live_codes: draft.liveCodes ? [draft.account] : [],
      what,
      rules: draft.rules,
      ...(draft.level === null ? {} : { level: draft.level }),
      ...(draft.note === null ? {} : { note: draft.note }),
      ...(draft.device === null ? {} : { device: draft.device }),
      made: iat,
      from: iat,
      until: plan.until,
      zone: draft.zone,
      windows: plan.windows.map(({ from, to }) => ({ from, until: to })),
      codes: plan.steps.reduce((sum, { count }) => sum + count, 0),
      last_iat: iat,
      message: of.message,
      message_hash: of.hash,
      receipts: [],
    };
  }

  #expose(changes: Draft, draft: HandoffDraft, account: Data<'account'>, given: Given, grant: string, at: number): void {
    const base = { account: draft.account, contact: draft.contact, grant, at };
    if (given.password !== undefined) {
      const set = account.password_set;
      this.#exposures.add(changes, {
        ...base,
        secret: 'password',
        ver: account.versions.password,
        ...(set === undefined ? {} : { set }),
      });
    }
    if (given.backupCodes.length > 0)
      this.#exposures.add(changes, { ...base, secret: 'backup_codes', ver: account.versions.backup });
    const last = given.pass?.windows.at(-1);
    const factor = seedFactor(account);
    if (given.pass === null || last === undefined || factor === null) return;
    const until = (last.first_step + last.count) * given.pass.period;
    this.#exposures.add(changes, { ...base, secret: 'codes', ver: 1, factor: factor.id, until });
  }
}

/** A contact's zone as far as this machine knows it; a sentence must not fail for one it does not. */
function knownZone(zone: string | undefined): string | null {
  return zone !== undefined && isZone(zone) ? zone : null;
}

/** Why the texts of a draft do not fit a message; null when they do. */
function unfitDraft({ level, rules, note }: HandoffDraft): Refused | null {
  const lines = [level === null ? null : unfitLine(level, 120), ...rules.map((rule) => unfitLine(rule, 254))];
  const refused = lines.find((line) => line !== null);
  return refused ?? (note === null ? null : unfitText(note, 4000));
}

/** The body of a kind 1; it has no place for a seed. */
function bodyOf(draft: HandoffDraft, account: Data<'account'>, plan: HandoffPlan, given: Given, grant: string): GrantBody {
  const { password, backupCodes, pass } = given;
  return {
    grant,
    use_until: plan.until,
    items: [
      {
        account: draft.account,
        platform: account.platform,
        title: account.title,
        live_codes: draft.liveCodes,
        ...(account.username === undefined ? {} : { username: account.username }),
        ...(password === undefined ? {} : { password }),
        ...(backupCodes.length === 0 ? {} : { backup_codes: [...backupCodes] }),
        ...(account.address === undefined ? {} : { links: [account.address] }),
        ...(draft.rules.length === 0 ? {} : { rules: draft.rules }),
      },
    ],
    ...(draft.level === null ? {} : { level: draft.level }),
    ...(draft.note === null ? {} : { note: draft.note }),
    ...(pass === null ? {} : { passes: [{ ...pass, windows: pass.windows.map((window) => ({ ...window })) }] }),
  };
}
