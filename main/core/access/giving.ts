import { type Refused, refuse } from '../../../shared/errors.ts';
import type { Factors } from '../accounts/factors.ts';
import { seedFactor } from '../accounts/seed-factor.ts';
import { makePass, type Pause } from '../codes/make-pass.ts';
import { type CodePass, passCodeCount, type PassWindow } from '../codes/pass.ts';
import { isZone } from '../codes/zone.ts';
import type { GrantBody } from '../messages/handoff.ts';
import { unfitLine, unfitText } from '../messages/unfit.ts';
import type { Card } from '../people/card.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import type { Exposures } from './exposures.ts';

/** What is to be given to whom, apart from the codes and their windows. */
export interface Gift {
  readonly account: string;
  readonly contact: string;
  readonly password: boolean;
  readonly backupCodes: boolean;
  readonly liveCodes: boolean;
  readonly level: string | null;
  readonly rules: readonly string[];
  readonly note: string | null;
  /** Of a role at the platform: what was agreed to be done there. */
  readonly steps?: readonly string[];
}

/** Account and person of a gift, both as they are now. */
export interface Parties {
  readonly account: Data<'account'>;
  readonly contact: Data<'contact'>;
  readonly card: Card;
}

/** The secrets of a gift, opened for as long as it takes to seal them. */
export interface Given {
  readonly password?: string;
  readonly backupCodes: readonly string[];
  readonly pass: CodePass | null;
}

/** What every message that gives access has in common: who and what, the secrets, and the exposures they leave behind. */
export class Giving {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #factors: Factors;
  readonly #exposures: Exposures;

  constructor(of: { book: Book; contacts: Contacts; factors: Factors; exposures: Exposures }) {
    this.#book = of.book;
    this.#contacts = of.contacts;
    this.#factors = of.factors;
    this.#exposures = of.exposures;
  }

  parties({ account: id, contact: person }: Pick<Gift, 'account' | 'contact'>, sendUnverified: boolean): Parties | Refused {
    const account = this.#book.get('account', id);
    const contact = this.#book.get('contact', person);
    const card = this.#contacts.card(person);
    if (account === null || account.trashed !== undefined || contact === null || card === null) return refuse('not_found');
    if (contact.state === 'retired') return refuse('not_found');
    // SECURITY: secrets go to a key nobody has checked only when the person says so a second time, and the log keeps it.
    return contact.state !== 'verified' && !sendUnverified ? refuse('not_verified') : { account, contact, card };
  }

  /** Computes the pass of these steps; null for none. */
  async pass(id: string, account: Data<'account'>, steps: readonly PassWindow[], pause: Pause): Promise<CodePass | null> {
    if (steps.length === 0) return null;
    const held = this.#factors.seedOf(id, account);
    if (held === null) throw new Error('a plan with windows has a seed');
    return makePass(held.seed, held.settings, { account: id, windows: steps }, pause, this.#factors.crypto);
  }

  /** Opens the secrets of a gift. */
  given(gift: Gift, account: Data<'account'>, pass: CodePass | null): Given | Refused {
    const id = gift.account;
    const password =
      gift.password && account.password !== undefined ? this.#book.openText(id, 'password', account.password) : undefined;
    if (password === null) return refuse('damaged_vault');
    const backupCodes: string[] = [];
    for (const { id: code, used, code: sealed } of gift.backupCodes ? account.backup_codes : []) {
      const text = used === undefined ? this.#book.openText(id, `backup_codes/${code}/code`, sealed) : null;
      if (text !== null) backupCodes.push(text);
    }
    return { ...(password === undefined ? {} : { password }), backupCodes, pass };
  }

  /** Drafts the exposures of what was given; a version this grant exposes already is not counted twice. */
  expose(changes: Draft, gift: Gift, account: Data<'account'>, given: Given, grant: string, at: number): void {
    const base = { account: gift.account, contact: gift.contact, grant, at };
    if (given.password !== undefined) {
      const set = account.password_set;
      const ver = account.versions.password;
      if (!this.#exposures.has(grant, 'password', ver))
        this.#exposures.add(changes, { ...base, secret: 'password', ver, ...(set === undefined ? {} : { set }) });
    }
    const backup = account.versions.backup;
    if (given.backupCodes.length > 0 && !this.#exposures.has(grant, 'backup_codes', backup))
      this.#exposures.add(changes, { ...base, secret: 'backup_codes', ver: backup });
    const last = given.pass?.windows.at(-1);
    const factor = seedFactor(account);
    if (given.pass === null || last === undefined || factor === null) return;
    const until = (last.first_step + last.count) * given.pass.period;
    this.#exposures.add(changes, { ...base, secret: 'codes', ver: 1, factor: factor.id, until });
  }
}

/** What a grant's record says was given. */
export function whatOf(given: Given, { liveCodes, steps = [] }: Pick<Gift, 'liveCodes' | 'steps'>): Data<'grant'>['what'] {
  const what: Data<'grant'>['what'] = [];
  if (given.password !== undefined) what.push('password');
  if (given.pass !== null) what.push('codes');
  if (given.backupCodes.length > 0) what.push('backup_codes');
  if (liveCodes) what.push('live_codes');
  if (steps.length > 0) what.push('role');
  return what;
}

/** Windows and number of codes of a pass, as a grant's record keeps them. */
export function windowFacts(pass: CodePass | null): Pick<Data<'grant'>, 'windows' | 'codes'> {
  if (pass === null) return { windows: [], codes: 0 };
  const windows = pass.windows.map(({ first_step, count }) => ({
    from: first_step * pass.period,
    until: (first_step + count) * pass.period,
  }));
  return { windows, codes: passCodeCount(pass) };
}

/** A pass as a message carries it. */
export function passBodyOf(pass: CodePass) {
  return { ...pass, windows: pass.windows.map((window) => ({ ...window })) };
}

/** A contact's zone as far as this machine knows it; a sentence must not fail for one it does not. */
export function knownZone(zone: string | undefined): string | null {
  return zone !== undefined && isZone(zone) ? zone : null;
}

/** Why the texts of a gift do not fit a message; null when they do. */
export function unfitGift({ level, rules, note }: Pick<Gift, 'level' | 'rules' | 'note'>): Refused | null {
  const lines = [level === null ? null : unfitLine(level, 120), ...rules.map((rule) => unfitLine(rule, 254))];
  const refused = lines.find((line) => line !== null);
  return refused ?? (note === null ? null : unfitText(note, 4000));
}

/** The body of a kind 1; it has no place for a seed. */
export function bodyOf(gift: Gift, account: Data<'account'>, until: number, given: Given, grant: string): GrantBody {
  const { password, backupCodes, pass } = given;
  const { steps = [] } = gift;
  return {
    grant,
    use_until: until,
    items: [
      {
        account: gift.account,
        platform: account.platform,
        title: account.title,
        live_codes: gift.liveCodes,
        ...(account.username === undefined ? {} : { username: account.username }),
        ...(password === undefined ? {} : { password }),
        ...(backupCodes.length === 0 ? {} : { backup_codes: [...backupCodes] }),
        ...(account.address === undefined ? {} : { links: [account.address] }),
        ...(gift.rules.length === 0 ? {} : { rules: [...gift.rules] }),
        ...(steps.length === 0 ? {} : { steps: [...steps] }),
      },
    ],
    ...(gift.level === null ? {} : { level: gift.level }),
    ...(gift.note === null ? {} : { note: gift.note }),
    ...(pass === null ? {} : { passes: [passBodyOf(pass)] }),
  };
}
