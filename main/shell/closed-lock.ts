import type { Unsubscribe } from '../../shared/port.ts';
import type { Clock } from './clock.ts';
import { LOOK_MS } from './idle-lock.ts';

/** What the lock of a closed window needs and does. */
export interface ClosedHost {
  /** Minutes after the closing of the window after which to lock; 0 for at once. */
  minutes(): number;
  lock(): void;
}

/**
 * Locks an open vault some time after its window was closed, on a host that stays without a window. It looks at the wall clock as the
 * idle lock does, because timers stand still while a machine sleeps.
 */
export class ClosedLock {
  readonly #clock: Clock;
  readonly #host: ClosedHost;
  #stop: Unsubscribe = () => undefined;
  #open = false;
  #closed = false;
  /** Since when a vault has been open without a window. */
  #since = 0;

  constructor(clock: Clock, host: ClosedHost) {
    this.#clock = clock;
    this.#host = host;
  }

  /** A vault was opened, or is closed now. */
  vault(open: boolean): void {
    if (open === this.#open) return;
    this.#open = open;
    this.#begin();
  }

  /** The window was closed, or is there again. */
  window(there: boolean): void {
    if (there !== this.#closed) return;
    // SECURITY: too late is too late, also when the look that would have locked is still to come.
    if (there) this.#look();
    this.#closed = !there;
    this.#begin();
  }

  /** The time after which to lock was changed. */
  changed(): void {
    this.#look();
  }

  #begin(): void {
    this.#since = this.#clock.now();
    this.#look();
  }

  #look(): void {
    this.#stop();
    if (!this.#open || !this.#closed) return;
    const now = this.#clock.now();
    // A clock put back must not make the rest of the time longer than it was.
    this.#since = Math.min(this.#since, now);
    const left = this.#since + this.#host.minutes() * 60_000 - now;
    if (left > 0) {
      this.#stop = this.#clock.after(Math.min(LOOK_MS, left), () => this.#look());
      return;
    }
    this.#open = false;
    this.#host.lock();
  }
}
