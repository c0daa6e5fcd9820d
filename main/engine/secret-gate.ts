import type { Leaving } from '../../shared/contracts/host.ts';
import { type Refused, refuse } from '../../shared/errors.ts';

/** Different secrets that are given out within a minute without a question; a person reads or copies a few. */
export const FREE_SECRETS = 10;
const MINUTE = 60_000;
/** Answers to requests for codes that are sent within an hour without a question, whoever asked (SECURITY.md, 5.3b). */
export const FREE_CODES = 6;
const HOUR = 3_600_000;

/**
 * Counts the different secrets that leave the engine. Script that got into the page can ask for each of them as the page does; beyond
 * what a person needs in a minute, somebody has to say so where the page cannot (SECURITY.md, E2).
 */
export class SecretGate {
  readonly #now: () => number;
  readonly #confirm: (of: Leaving) => Promise<boolean>;
  /** When each secret was asked for last, and each answer with codes. */
  readonly #asked = { secrets: new Map<string, number>(), codes: new Map<string, number>() };
  #asking = false;
  #shut = false;

  /** `now` gives milliseconds of a clock that is never put back; `confirm` asks the person, and has the vault locked when the answer is no. */
  constructor(now: () => number, confirm: (of: Leaving) => Promise<boolean>) {
    this.#now = now;
    this.#confirm = confirm;
  }

  /**
   * Reads a secret and gives it out. `of` is the record it belongs to and `field` which of its secrets it is: all of one kind, as the
   * backup codes of an account, are one. What was asked for in vain counts too, for nothing that is shown asks in vain.
   */
  async give<T>(of: string, field: string, read: () => T | Promise<T>): Promise<T | Refused> {
    const refused = await this.#pass('secrets', `${of}/${field.split('/')[0]}`);
    return refused ?? read();
  }

  /** Sends the answer to a request for codes, which is a secret that leaves as well. */
  async send<T>(request: string, answer: () => T | Promise<T>): Promise<T | Refused> {
    const refused = await this.#pass('codes', request);
    return refused ?? this.give(request, 'codes', answer);
  }

  async #pass(of: Leaving, key: string): Promise<Refused | null> {
    if (this.#shut) return refuse('too_many_secrets');
    const asked = this.#asked[of];
    const [free, span] = of === 'secrets' ? [FREE_SECRETS, MINUTE] : [FREE_CODES, HOUR];
    const now = this.#now();
    for (const [other, then] of asked) if (now - then >= span) asked.delete(other);
    if (asked.has(key) || asked.size < free) {
      asked.set(key, now);
      return null;
    }
    // One question at a time, and no call that waits for the answer to another one's.
    if (this.#asking) return refuse('busy');
    this.#asking = true;
    this.#shut = !(await this.#confirm(of));
    this.#asking = false;
    if (this.#shut) return refuse('too_many_secrets');
    asked.clear();
    asked.set(key, this.#now());
    return null;
  }
}
