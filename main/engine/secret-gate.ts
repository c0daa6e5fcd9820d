import { type Refused, refuse } from '../../shared/errors.ts';

/** Different secrets that are given out within a minute without a question; a person reads or copies a few. */
export const FREE_SECRETS = 10;
const MINUTE = 60_000;

/**
 * Counts the different secrets that leave the engine. Script that got into the page can ask for each of them as the page does; beyond
 * what a person needs in a minute, somebody has to say so where the page cannot (SECURITY.md, E2).
 */
export class SecretGate {
  readonly #now: () => number;
  readonly #confirm: () => Promise<boolean>;
  /** When each was asked for last. */
  readonly #asked = new Map<string, number>();
  #asking = false;
  #shut = false;

  /** `now` gives milliseconds of a clock that is never put back; `confirm` asks the person, and has the vault locked when the answer is no. */
  constructor(now: () => number, confirm: () => Promise<boolean>) {
    this.#now = now;
    this.#confirm = confirm;
  }

  /**
   * Reads a secret and gives it out. `of` is the record it belongs to and `field` which of its secrets it is: all of one kind, as the
   * backup codes of an account, are one. What was asked for in vain counts too, for nothing that is shown asks in vain.
   */
  async give<T>(of: string, field: string, read: () => T | Promise<T>): Promise<T | Refused> {
    const refused = await this.#pass(`${of}/${field.split('/')[0]}`);
    return refused ?? read();
  }

  async #pass(key: string): Promise<Refused | null> {
    if (this.#shut) return refuse('too_many_secrets');
    const now = this.#now();
    for (const [other, then] of this.#asked) if (now - then >= MINUTE) this.#asked.delete(other);
    if (this.#asked.has(key) || this.#asked.size < FREE_SECRETS) {
      this.#asked.set(key, now);
      return null;
    }
    // One question at a time, and no call that waits for the answer to another one's.
    if (this.#asking) return refuse('busy');
    this.#asking = true;
    this.#shut = !(await this.#confirm());
    this.#asking = false;
    if (this.#shut) return refuse('too_many_secrets');
    this.#asked.clear();
    this.#asked.set(key, this.#now());
    return null;
  }
}
