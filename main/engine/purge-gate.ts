import { type Refused, refuse } from '../../shared/errors.ts';

/** Accounts that are deleted for good within an hour by the page's word alone. */
const FREE_PURGES = 10;
const HOUR = 3_600_000;

/**
 * Counts the accounts deleted for good. Nothing brings one back, and the backups that hold it go too: script that got into the page must not be able
 * to empty a vault, so that beyond a few the person says so where the page cannot.
 */
export class PurgeGate {
  readonly #now: () => number;
  readonly #confirm: (accounts: number) => Promise<boolean>;
  #purged: { readonly at: number; readonly accounts: number }[] = [];
  #asking = false;

  /** `now` gives milliseconds of a clock that is never put back; `confirm` asks the person about so many accounts. */
  constructor(now: () => number, confirm: (accounts: number) => Promise<boolean>) {
    this.#now = now;
    this.#confirm = confirm;
  }

  /** Deletes so many accounts; `busy` while the person is asked about others, `not_confirmed` when the answer is no. */
  async purge<T>(accounts: number, act: () => Promise<T>): Promise<T | Refused> {
    const now = this.#now();
    this.#purged = this.#purged.filter(({ at }) => now - at < HOUR);
    const lately = this.#purged.reduce((sum, one) => sum + one.accounts, accounts);
    if (accounts === 0 || lately <= FREE_PURGES) {
      this.#purged.push({ at: now, accounts });
      return act();
    }
    if (this.#asking) return refuse('busy');
    this.#asking = true;
    const goOn = await this.#confirm(accounts);
    this.#asking = false;
    if (!goOn) return refuse('not_confirmed');
    this.#purged = [];
    return act();
  }
}
