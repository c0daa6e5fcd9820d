import type { Clock } from '../../main/shell/clock.ts';

interface Timer {
  readonly due: number;
  readonly order: number;
  readonly run: () => void;
}

/** A clock that moves only when told; timers run in the order they fall due. */
export class VirtualClock implements Clock {
  #now = Date.UTC(2026, 10, 25, 12);
  #order = 0;
  #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { due: this.#now + ms, order: this.#order++, run };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** Timers that wait now. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Moves on by `ms`, letting everything that follows from each timer happen before the next. */
  async move(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settle();
    for (let timer = this.#next(until); timer !== undefined; timer = this.#next(until)) {
      this.#timers.delete(timer);
      this.#now = timer.due;
      timer.run();
      await settle();
    }
    this.#now = until;
  }

  /** Jumps as a machine does that slept: nothing runs meanwhile, then everything that is due, late. */
  async sleep(ms: number): Promise<void> {
    this.#now += ms;
    for (let timer = this.#next(this.#now); timer !== undefined; timer = this.#next(this.#now)) {
      this.#timers.delete(timer);
      timer.run();
    }
    await settle();
  }

  #next(until: number): Timer | undefined {
    return [...this.#timers].filter((timer) => timer.due <= until).sort((a, b) => a.due - b.due || a.order - b.order)[0];
  }
}

/** Lets every promise that can settle do so; a macrotask, because microtasks may start others. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 4; i++) await new Promise((done) => setImmediate(done));
}
