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
