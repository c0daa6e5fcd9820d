import type { z } from 'zod';
import type { exposure } from '../../../shared/contracts/engine/accounts.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book, Draft } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { endOf } from './grant-state.ts';

const MOST_SHOWN = 100;

const byGrant = ({ data }: Entry<'exposure'>): string => data.grant;
const byAccount = ({ data }: Entry<'exposure'>): string => data.account;
const byContact = ({ data }: Entry<'exposure'>): string => data.contact;

type ExposureView = z.infer<typeof exposure>;

/** Secret versions others have seen: open until the secret is changed, or until the last code of a pass is over. */
export class Exposures {
  readonly #book: Book;
  readonly #contacts: Contacts;

  constructor(book: Book, contacts: Contacts) {
    this.#book = book;
    this.#contacts = contacts;
  }

  /** Exposures that count at an instant, of one account or of all. */
  open(account: string | null, now = this.#book.now()): readonly Entry<'exposure'>[] {
    const all = this.#book.all('exposure');
    const some = account === null ? all : (groupedBy(all, byAccount).get(account) ?? []);
    return some.filter(({ data }) => isOpen(data, now));
  }

  /** True when something someone has seen outlived the grant it was seen under. */
  isOverdue(account: string, now = this.#book.now()): boolean {
    return this.open(account, now).some(({ data }) => {
      const grant = this.#book.get('grant', data.grant);
      return data.secret !== 'codes' && (grant === null || now >= endOf(grant));
    });
  }

  /** True when a grant exposes this very version of a secret. */
  has(grant: string, secret: Data<'exposure'>['secret'], ver: number): boolean {
    return this.ofGrant(grant).some(({ data }) => data.secret === secret && data.ver === ver);
  }

  /** True while a secret that a grant gave is one someone has seen and that was not changed since. */
  isOpen(grant: string, secret: Data<'exposure'>['secret']): boolean {
    return this.ofGrant(grant).some(({ data }) => data.secret === secret);
  }

  /** True while anything a grant gave is still exposed. */
  hasOpen(grant: string): boolean {
    return this.ofGrant(grant).length > 0;
  }

  /** What one person has seen and that still counts, of every account. */
  of(contact: string): readonly Entry<'exposure'>[] {
    const now = this.#book.now();
    return (groupedBy(this.#book.all('exposure'), byContact).get(contact) ?? []).filter(({ data }) => isOpen(data, now));
  }

  /** True while a person knows a secret of an account, under whichever grant they saw it. */
  isOpenTo(contact: string, account: string, secret: Data<'exposure'>['secret']): boolean {
    return this.open(account).some(({ data }) => data.contact === contact && data.secret === secret);
  }

  /** What is exposed of an account, as a page shows it: what ends only by a change first, then the newest, no more than the contract's cap. */
  views(account: string): ExposureView[] {
    const lasting = (data: Data<'exposure'>): number => Number(data.until === undefined);
    const shown = this.open(account).toSorted((a, b) => lasting(b.data) - lasting(a.data) || b.data.at - a.data.at);
    return shown.slice(0, MOST_SHOWN).map((entry) => this.#view(entry));
  }

  /** What one grant exposes still, as a page shows it. */
  viewsOf(grant: string): ExposureView[] {
    return this.ofGrant(grant)
      .slice(0, MOST_SHOWN)
      .map((entry) => this.#view(entry));
  }

  /** Drafts what one handoff exposes. */
  add(draft: Draft, data: Data<'exposure'>): void {
    draft.put('exposure', this.#book.newId(), data);
  }

  /** Drafts the end of every exposure of one secret of an account, because it was changed; `of` leaves out those it changes nothing for. */
  end(
    draft: Draft,
    account: string,
    secret: Data<'exposure'>['secret'],
    of: (data: Data<'exposure'>) => boolean = () => true,
  ): void {
    const now = this.#book.now();
    for (const { id, data } of this.open(account, now))
      if (data.secret === secret && of(data)) draft.put('exposure', id, { ...data, ended: now });
  }

  /**
   * Drafts that a secret is known again to all who had seen it, because it is the account's once more: `wasSeen` tells whether an exposure was of
   * it. Each grant counts once, from when it was seen first.
   */
  reopen(
    draft: Draft,
    account: string,
    secret: 'password' | 'backup_codes',
    now: { readonly ver: number; readonly set?: number },
    wasSeen: (data: Data<'exposure'>) => boolean,
  ): void {
    const known = new Set(this.open(account).flatMap(({ data }) => (data.secret === secret ? [data.grant] : [])));
    const all = groupedBy(this.#book.all('exposure'), byAccount).get(account) ?? [];
    for (const { data } of all.toSorted((a, b) => a.data.at - b.data.at)) {
      if (data.secret !== secret || known.has(data.grant) || !wasSeen(data)) continue;
      known.add(data.grant);
      const { ended: _, ...kept } = data;
      this.add(draft, { ...kept, ...now });
    }
  }

  /** Drafts that codes computed ahead count again as far as they reach, because their key is the account's once more. */
  resume(draft: Draft, account: string, wasOf: (data: Data<'exposure'>) => boolean): void {
    const now = this.#book.now();
    for (const { id, data } of groupedBy(this.#book.all('exposure'), byAccount).get(account) ?? []) {
      const { ended, ...kept } = data;
      if (data.secret === 'codes' && ended !== undefined && isOpen(kept, now) && wasOf(data)) draft.put('exposure', id, kept);
    }
  }

  #view({ id, data }: Entry<'exposure'>): ExposureView {
    return {
      id,
      secret: data.secret,
      set: data.set ?? null,
      seenBy: this.#contacts.ref(data.contact),
      at: data.at,
      until: data.until ?? null,
    };
  }

  /** What a grant gave and that still counts. */
  ofGrant(grant: string): readonly Entry<'exposure'>[] {
    const now = this.#book.now();
    return (groupedBy(this.#book.all('exposure'), byGrant).get(grant) ?? []).filter(({ data }) => isOpen(data, now));
  }
}

function isOpen(data: Data<'exposure'>, now: number): boolean {
  return data.ended === undefined && (data.until === undefined || now < data.until);
}
