import type { AdCodeForm, AdCodeRow } from '../../../shared/contracts/engine/business.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { unfitLine, unfitSecret } from '../messages/unfit.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { adCodeState } from './ad-code-state.ts';
import { isUsable } from './usable-account.ts';

const DAY = 86_400;

/** Ad authorisation codes: whoever holds one may run ads with a post, until its last day or until it is withdrawn at the platform. */
export class AdCodes {
  readonly #book: Book;
  readonly #contacts: Contacts;

  constructor(book: Book, contacts: Contacts) {
    this.#book = book;
    this.#contacts = contacts;
  }

  /** Those that run, soonest end first; then, with `all`, those that are over, latest first. */
  list(of: { only: 'live' | 'all'; account?: string | undefined; offset: number; limit: number }): {
    total: number;
    rows: AdCodeRow[];
  } {
    const now = this.#book.now();
    const isLive = ({ data }: Entry<'ad_code'>): boolean => adCodeState(data, now) === 'live';
    const end = ({ data }: Entry<'ad_code'>): number => Math.min(data.ended ?? data.until, data.until);
    const codes = this.#book.all('ad_code').filter(({ data }) => of.account === undefined || data.account === of.account);
    const live = codes.filter(isLive).toSorted((a, b) => end(a) - end(b));
    const over = of.only === 'live' ? [] : codes.filter((entry) => !isLive(entry)).toSorted((a, b) => end(b) - end(a));
    const rows = [...live, ...over].flatMap((entry) => this.#row(entry, now) ?? []);
    return { total: rows.length, rows: rows.slice(of.offset, of.offset + of.limit) };
  }

  save(form: AdCodeForm): Promise<{ id: string } | Refused> {
    return this.#book.change((draft) => {
      const { account, contact, about, days, from } = form;
      const unfit = unfitLine(about, 254) ?? (form.code === null ? null : unfitSecret(form.code, 512));
      if (unfit !== null) return unfit;
      const before = form.id === undefined ? null : this.#book.get('ad_code', form.id);
      if (form.id !== undefined && before === null) return refuse('not_found');
      if (!isUsable(this.#book, account, before?.account)) return refuse('not_found');
      if (contact !== null && this.#book.get('contact', contact) === null) return refuse('not_found');
      const id = form.id ?? this.#book.newId();
      const data: Data<'ad_code'> = {
        ...{ account, about, days, from, until: from + days * DAY, made: before?.made ?? this.#book.now() },
        ...(contact === null ? {} : { contact }),
        ...(before?.ended === undefined ? {} : { ended: before.ended }),
        ...this.#sealed(id, before, form.code),
      };
      draft.put('ad_code', id, data);
      draft.note('ad-code-saved', { who: contact === null ? undefined : this.#contacts.fp(contact), ref: account });
      return { id };
    });
  }

  /** Text of a code, for copying. */
  async text(id: string): Promise<string | Refused> {
    const data = this.#book.get('ad_code', id);
    if (data?.code === undefined) return refuse('not_found');
    const text = this.#book.openText(id, 'code', data.code);
    if (text === null) return refuse('damaged_vault');
    if (this.#book.readOnly !== null) return text;
    const noted = await this.#book.change((draft) => {
      draft.note('secret-copied', { ref: data.account });
      return {};
    });
    return isRefused(noted) && this.#book.readOnly === null ? noted : text;
  }

  /** Says that a code was withdrawn at the platform. */
  end(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const data = this.#book.get('ad_code', id);
      if (data === null) return refuse('not_found');
      if (data.ended !== undefined) return {};
      draft.put('ad_code', id, { ...data, ended: this.#book.now() });
      draft.note('ad-code-ended', {
        who: data.contact === undefined ? undefined : this.#contacts.fp(data.contact),
        ref: data.account,
      });
      return {};
    });
  }

  #sealed(id: string, before: Data<'ad_code'> | null, code: string | null): Pick<Data<'ad_code'>, 'code'> {
    if (code !== null) return { code: this.#book.seal(id, 'code', (before?.code?.ver ?? 0) + 1, code) };
    return before?.code === undefined ? {} : { code: before.code };
  }

  /** Null for a code whose account does not read. */
  #row({ id, data }: Entry<'ad_code'>, now: number): AdCodeRow | null {
    const account = this.#book.get('account', data.account);
    if (account === null) return null;
    return {
      id,
      account: { id: data.account, platform: account.platform, title: account.title, username: account.username ?? null },
      person: data.contact === undefined ? null : this.#contacts.ref(data.contact),
      about: data.about,
      kept: data.code !== undefined,
      days: data.days,
      from: data.from,
      until: data.until,
      ended: data.ended ?? null,
      state: adCodeState(data, now),
    };
  }
}
