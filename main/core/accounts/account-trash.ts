import type { Held } from '../../../shared/contracts/engine/account-list.ts';
import { isRefused, type Refused } from '../../../shared/errors.ts';
import { MAX_ROWS, TRASH_DAYS } from '../../../shared/limits.ts';
import type { Exposures } from '../access/exposures.ts';
import type { Book, Draft } from '../records/book.ts';
import { accountHead } from '../records/entries.ts';
import type { Data } from '../records/shapes.ts';

const DAY = 86_400;

/** How many left the vault, and how many stayed because something of them still goes on outside. */
export interface Emptied {
  readonly purged: number;
  readonly held: number;
}

/**
 * The trash: what leaves the vault after its days, or at a person's word, and what may not yet. An account whose secret someone still has stays: with
 * it would go the only place that says so, and the way to end it.
 */
export class AccountTrash {
  readonly #book: Book;
  readonly #exposures: Exposures;

  constructor(book: Book, exposures: Exposures) {
    this.#book = book;
    this.#exposures = exposures;
  }

  /** When an account of the trash leaves the vault, and what keeps it past that; null for one that is not in the trash. */
  of(id: string): { until: number; held: Held | null } | null {
    const trashed = this.#book.get('account', id)?.trashed;
    return trashed === undefined ? null : { until: trashed + TRASH_DAYS * DAY, held: this.held().get(id) ?? null };
  }

  /** What keeps accounts in the vault, of all that are kept, whether or not they are in the trash. */
  held(): ReadonlyMap<string, Held> {
    const now = this.#book.now();
    const held = new Map<string, Held>();
    for (const { data } of this.#book.all('ad_code'))
      if (data.ended === undefined && now < data.until) held.set(data.account, 'ad_code');
    for (const { data } of this.#book.all('run')) {
      // The run of someone who is forgotten since is shown nowhere, and nobody could finish it.
      const isLost = data.kind === 'leaver' && this.#book.get('contact', data.contact ?? '') === null;
      if (data.finished === undefined && !isLost) for (const account of accountsOf(data)) held.set(account, 'run');
    }
    for (const { data } of this.#exposures.open(null, now)) held.set(data.account, 'exposed');
    for (const { data } of this.#book.all('grant')) {
      // Ended is not closed: only its run says that nobody has it any more.
      if (data.side !== 'given' || data.closed !== undefined || data.refused !== undefined) continue;
      for (const account of data.accounts) held.set(account, 'lent');
    }
    return held;
  }

  /** Deletes some accounts of the trash for good; others, what is held, and what is not among `counted` stay. Saved in parts of `MAX_ROWS`. */
  async purge(ids: readonly string[], counted: ReadonlySet<string> = new Set(ids)): Promise<Emptied | Refused> {
    const all = { purged: 0, held: 0 };
    for (let at = 0; at < ids.length; at += MAX_ROWS) {
      const part = await this.#book.change((draft) => this.#purge(draft, ids.slice(at, at + MAX_ROWS), counted));
      if (isRefused(part)) return part;
      all.purged += part.purged;
      all.held += part.held;
    }
    return all;
  }

  /** All that is in the trash. */
  all(): string[] {
    return this.#trashedBefore(Infinity);
  }

  /** Those of some accounts that would be deleted for good now. */
  free(ids: readonly string[]): ReadonlySet<string> {
    const held = this.held();
    return new Set(ids.filter((id) => !held.has(id) && this.#book.get('account', id)?.trashed !== undefined));
  }

  /** Deletes what was in the trash for its days, at unlock and as time passes. */
  async sweep(): Promise<void> {
    // SECURITY: the clock as it is, not the highest one seen: a clock that once ran ahead by a month must not empty the trash.
    const due = this.#trashedBefore(Math.min(this.#book.clock(), this.#book.now()) - TRASH_DAYS * DAY);
    if (due.length > 0) await this.purge(due);
  }

  /** Accounts deleted for good that older frames of the file or older backups may still hold, each with when. */
  lingering(): ReadonlyMap<string, number> {
    return new Map(
      this.#book.all('purged_account').flatMap(({ data }) => (data.lingers === undefined ? [] : [[data.account, data.lingers]])),
    );
  }

  /** Notes that nothing holds these any more. */
  async scrubbed(accounts: ReadonlyMap<string, number>): Promise<void> {
    await this.#book.change((draft) => {
      for (const { id, data } of this.#book.all('purged_account')) {
        const { lingers, ...kept } = data;
        if (lingers !== undefined && accounts.get(data.account) === lingers) draft.put('purged_account', id, kept);
      }
      return {};
    });
  }

  #trashedBefore(time: number): string[] {
    return this.#book.all('account').flatMap((entry) => {
      const { trashed } = accountHead(entry);
      return trashed === undefined || trashed > time ? [] : [entry.id];
    });
  }

  #purge(draft: Draft, ids: readonly string[], counted: ReadonlySet<string>): Emptied {
    const held = this.held();
    const trashed = [...new Set(ids)].flatMap((id) => {
      const data = this.#book.get('account', id);
      return data?.trashed === undefined ? [] : [{ id, data }];
    });
    const free = trashed.filter(({ id }) => !held.has(id) && counted.has(id));
    for (const { id, data } of free) this.#delete(draft, id, data);
    if (free.length > 0) this.#forget(draft, new Set(free.map(({ id }) => id)));
    return { purged: free.length, held: trashed.filter(({ id }) => held.has(id)).length };
  }

  #delete(draft: Draft, id: string, { platform, title, username, client }: Data<'account'>): void {
    const now = this.#book.now();
    const wasLent = this.#book.all('grant').some(({ data }) => data.side === 'given' && data.accounts.includes(id));
    const ofLoans = { ...(username === undefined ? {} : { username }), ...(client === undefined ? {} : { client }) };
    const name = { platform, title, ...(wasLent ? ofLoans : {}) };
    draft.del(id);
    draft.put('purged_account', this.#book.newId(), { account: id, ...name, purged: now, lingers: now });
    draft.note('account-purged', { ref: id });
  }

  /**
   * Drafts what goes with accounts: devices, ad codes and put-off reminders of theirs; things of business centres stay, without an account. So do
   * the devices of others, which are facts of a loan: signed out, or signed in still.
   */
  #forget(draft: Draft, accounts: ReadonlySet<string>): void {
    for (const { id, data } of this.#book.all('device')) if (accounts.has(data.account) && data.whose !== 'contact') draft.del(id);
    for (const { id, data } of this.#book.all('ad_code')) if (accounts.has(data.account)) draft.del(id);
    for (const { id, data } of this.#book.all('snooze')) if (data.of !== undefined && accounts.has(data.of)) draft.del(id);
    for (const { id, data } of this.#book.all('asset')) {
      const { account, ...kept } = data;
      if (account !== undefined && accounts.has(account)) draft.put('asset', id, kept);
    }
  }
}

/** Accounts a run is about. */
function accountsOf({ account, steps }: Data<'run'>): string[] {
  return [...(account === undefined ? [] : [account]), ...steps.flatMap((step) => step.account ?? [])];
}
