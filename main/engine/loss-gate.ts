import { isRefused, type Refused, refuse } from '../../shared/errors.ts';

/** Accounts, and other things nothing brings back, that go within an hour by the page's word alone. */
export const FREE_REMOVALS = 10;
/** Secrets, titles and sign-ins written over within an hour without a question; a person who changes a password a minute for an hour is not asked. */
export const FREE_OVERWRITES = 60;
const HOUR = 3_600_000;

/**
 * Counts what is lost of one kind within an hour. Script that got into the page must not be able to empty a vault, or to fill it with other secrets than
 * its own: beyond what one person does the person says so where the page cannot. Each yes is good for as much again.
 */
export class LossGate {
  readonly #free: number;
  readonly #now: () => number;
  readonly #confirm: (count: number) => Promise<boolean>;
  #lost: { readonly at: number; readonly count: number }[] = [];
  #asking = false;

  /** `free` are lost without a question; `now` gives milliseconds of a clock that is never put back; `confirm` asks the person about so many. */
  constructor(free: number, now: () => number, confirm: (count: number) => Promise<boolean>) {
    this.#free = free;
    this.#now = now;
    this.#confirm = confirm;
  }

  /** Does what loses so many; `busy` while the person is asked about others, `not_confirmed` {wait} when the answer is no, or nobody can be asked. */
  async lose<T>(count: number, act: () => T | Promise<T>): Promise<T | Refused> {
    const now = this.#now();
    this.#lost = this.#lost.filter(({ at }) => now - at < HOUR);
    const lately = this.#lost.reduce((sum, one) => sum + one.count, count);
    if (count === 0 || lately <= this.#free) {
      const loss = { at: now, count };
      if (count > 0) this.#lost.push(loss);
      const done = await act();
      // What was refused is still there.
      if (isRefused(done)) this.#lost = this.#lost.filter((one) => one !== loss);
      return done;
    }
    if (this.#asking) return refuse('busy');
    this.#asking = true;
    const goOn = await this.#confirm(count).finally(() => (this.#asking = false));
    if (!goOn) return refuse('not_confirmed', this.#waitFor(count));
    this.#lost = [];
    return act();
  }

  /** Seconds until so many go without a question, for a computer that cannot ask one; nothing when they never do. */
  #waitFor(count: number): { wait?: number } {
    if (count > this.#free) return {};
    let over = this.#lost.reduce((sum, one) => sum + one.count, count) - this.#free;
    const last = this.#lost.find((one) => (over -= one.count) <= 0);
    return last === undefined ? {} : { wait: Math.ceil((last.at + HOUR - this.#now()) / 1000) };
  }
}
