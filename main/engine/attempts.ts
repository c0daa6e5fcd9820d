import { isRefused, type Refused, refuse } from '../../shared/errors.ts';

/** Wrong passwords in a row that cost nothing but their time. */
const FREE = 2;
/** Longest wait, in seconds. */
const LONGEST = 60;

/**
 * Wrong passwords in a row, and how long the next try has to wait: from the third on 2 s, doubling. It holds up a person at this window;
 * whoever has the file is held up by Argon2id alone.
 */
export class Attempts {
  #failures = 0;
  #until = 0;

  /** Seconds still to wait at `now`, Unix seconds; 0 when a try is free. A clock put back does not lengthen a wait. */
  wait(now: number): number {
    const left = this.#until - now;
    return left > LONGEST ? 0 : Math.max(0, left);
  }

  /** Counts a wrong password; gives the seconds before the next try. */
  failed(now: number): number {
    this.#failures += 1;
    const wait = this.#failures <= FREE ? 0 : Math.min(LONGEST, 2 ** (this.#failures - FREE));
    this.#until = now + wait;
    return wait;
  }
}

/**
 * Passphrases typed to do something to the file, one after another and the slower the more of them were wrong: script in the page must not try them as
 * fast as a key is derived.
 */
export class Tries {
  readonly #clock: () => number;
  readonly #attempts = new Attempts();
  #last: Promise<unknown> = Promise.resolve();

  /** `clock` gives Unix seconds. */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Does what wants a passphrase; `busy` {wait} while the next try has to wait, {wait} as well beside a `wrong_password` that makes it wait. */
  next<T>(work: () => Promise<T | Refused>): Promise<T | Refused> {
    const run = this.#last.then(async () => {
      const wait = this.#attempts.wait(this.#clock());
      if (wait > 0) return refuse('busy', { wait });
      const done = await work();
      if (!isRefused(done) || done.refused !== 'wrong_password') return done;
      const later = this.#attempts.failed(this.#clock());
      return later > 0 ? refuse(done.refused, { ...done.facts, wait: later }) : done;
    });
    this.#last = run.catch(() => undefined);
    return run;
  }
}
