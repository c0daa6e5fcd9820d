import type { GrantDetail, GrantRow } from '../../../shared/contracts/engine/grants.ts';
import { type Refused, refuse } from '../../../shared/errors.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';
import type { Exposures } from './exposures.ts';
import { endOf, isLive, stateOf } from './grant-state.ts';
import { namedAccount } from '../accounts/named-account.ts';

/** What was lent to whom until when, as its owner sees it. */
export class Grants {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #exposures: Exposures;

  constructor(book: Book, contacts: Contacts, exposures: Exposures) {
    this.#book = book;
    this.#contacts = contacts;
    this.#exposures = exposures;
  }

  /** Given grants, those that want something done first. */
  list({ account, offset, limit }: { account?: string | undefined; offset: number; limit: number }): {
    total: number;
    rows: GrantRow[];
  } {
    const order = { ended: 0, ending: 1, active: 2, offered: 3, requested: 4, refused: 5, closed: 6 } as const;
    const rows = this.#book
      .all('grant')
      .filter(({ data }) => data.side === 'given' && (account === undefined || data.accounts.includes(account)))
      .map((entry) => this.row(entry))
      .toSorted((a, b) => order[a.state] - order[b.state] || a.until - b.until);
    return { total: rows.length, rows: rows.slice(offset, offset + limit) };
  }

  get(id: string): GrantDetail | Refused {
    const data = this.#book.get('grant', id);
    if (data === null || data.side !== 'given') return refuse('not_found');
    return {
      row: this.row({ id, data }),
      what: data.what,
      zone: data.zone ?? 'UTC',
      windows: data.windows,
      codes: data.codes,
      level: data.level ?? null,
      rules: data.rules,
      device: data.device ?? null,
      receipts: data.receipts,
      message: data.message ?? null,
      closedAt: data.closed ?? null,
      note: data.note ?? null,
      steps: data.steps ?? [],
      exposures: this.#exposures.viewsOf(id),
      outdated: this.isOutdated({ id, data }),
      relayed: data.relayed ?? 0,
      muted: data.muted !== undefined,
      revoked: this.#revoked(data),
    };
  }

  /** True for a live grant that gave a password which has been changed since. */
  isOutdated({ id, data }: Entry<'grant'>): boolean {
    return isLive(data, this.#book.now()) && data.what.includes('password') && !this.#exposures.isOpen(id, 'password');
  }

  #revoked({ revoked, revoke_reason, revoke_message }: Data<'grant'>): GrantDetail['revoked'] {
    if (revoked === undefined) return null;
    const kept = revoke_message !== undefined && this.#book.get('sent', revoke_message) !== null;
    return { at: revoked, reason: revoke_reason ?? '', message: kept ? revoke_message : null };
  }

  row({ id, data }: Entry<'grant'>): GrantRow {
    const accountId = data.accounts[0] ?? id;
    const account = namedAccount(this.#book, accountId);
    return {
      id,
      account: accountId,
      platform: account?.platform ?? 'other',
      title: account?.title ?? '?',
      username: account?.username ?? null,
      person: this.#contacts.ref(data.contact),
      state: stateOf(data, this.#book.now()),
      from: data.from,
      until: endOf(data),
      exposed: this.#exposures.hasOpen(id),
      run: data.run ?? null,
    };
  }

  /** Notes in the log that grants have reached their end; at unlock and as time passes. */
  async sweep(): Promise<void> {
    const now = this.#book.now();
    const due = this.#book
      .all('grant')
      .filter(({ data }) => data.side === 'given' && stateOf(data, now) === 'ended' && data.ended === undefined);
    if (due.length === 0) return;
    await this.#book.change((draft) => {
      for (const { id } of due) {
        const grant = this.#book.get('grant', id);
        if (grant === null || grant.ended !== undefined) continue;
        draft.put('grant', id, { ...grant, ended: grant.until });
        draft.note('grant-ended', { who: this.#contacts.fp(grant.contact), ref: id });
      }
      return {};
    });
  }
}
