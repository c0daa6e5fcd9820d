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
    const wait = this.wait();
    if (wait === 0) this.#done.push(this.#clock.now());
    return wait;
  }

  /** What `take` would give, without counting. */
  wait(): number {
    const now = this.#clock.now();
    // A clock put back makes no wait longer than the span.
    this.#done = this.#done.filter((then) => then <= now && now - then < this.#ms);
    const [oldest] = this.#done;
    return oldest !== undefined && this.#done.length >= this.#most ? Math.ceil((oldest + this.#ms - now) / 1000) : 0;
  }
}
