import type { Clock } from './clock.ts';

/** Lets a thing be done so many times in any span of so many milliseconds. */
export class Rate {
  readonly #clock: Clock;
  readonly #most: number;
  readonly #ms: number;
  #done: number[] = [];

  constructor(clock: Clock, most: number, ms: number) {
    this.#clock = clock;
    this.#most = most;
    this.#ms = ms;
  }

  /** Counts one more and gives 0, or counts none and gives the whole seconds until it may be tried again. */
  take(): number {
    const now = this.#clock.now();
    // A clock put back makes no wait longer than the span.
    this.#done = this.#done.filter((then) => then <= now && now - then < this.#ms);
    const [oldest] = this.#done;
    if (oldest !== undefined && this.#done.length >= this.#most) return Math.ceil((oldest + this.#ms - now) / 1000);
    this.#done.push(now);
    return 0;
  }
}
