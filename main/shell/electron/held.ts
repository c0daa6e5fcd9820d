import type { Unsubscribe } from '../../../shared/port.ts';
import { Listeners } from '../listeners.ts';

/** Things told before anybody listens, of which more are dropped. */
export const MAX_HELD = 8;

/** Listeners for what may happen before there are any: the first one hears what was held. */
export class Held<T> {
  readonly #listeners = new Listeners<T>();
  #held: T[] | null = [];

  add(listener: (value: T) => void): Unsubscribe {
    const stop = this.#listeners.add(listener);
    const held = this.#held ?? [];
    this.#held = null;
    for (const value of held) listener(value);
    return stop;
  }

  tell(value: T): void {
    if (this.#held === null) return this.#listeners.tell(value);
    if (this.#held.length < MAX_HELD) this.#held.push(value);
  }
}
