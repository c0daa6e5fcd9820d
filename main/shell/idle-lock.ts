import type { Unsubscribe } from '../../shared/port.ts';
import type { Clock } from './clock.ts';

/** Milliseconds between two looks at how long nobody has done anything; one second in the last minute. */
export const LOOK_MS = 5000;
/** Milliseconds before the lock at which it is announced; half the time to the lock where that is less. */
export const WARN_MS = 60_000;
/** A look this many milliseconds late means that the machine slept. */
export const SLEPT_MS = 10_000;

/** What the idle lock needs and does. Times are the clock's own milliseconds. */
export interface IdleHost {
  /** Minutes without input after which to lock; 0 for never. */
  minutes(): number;
  /** Seconds since the last input anywhere on the machine; null where the host cannot tell. */
  idleSeconds(): number | null;
  lock(): void;
  /** The time of the coming lock has moved, or with null there is none. */
  moved(at: number | null): void;
  /** The lock comes soon; with null it does not any more. */
  soon(at: number | null): void;
}

/**
 * Locks an open vault after a time without input. It looks at the wall clock every few seconds instead of setting one timer, because
 * timers stand still while a machine sleeps.
 */
export class IdleLock {
  readonly #clock: Clock;
  readonly #host: IdleHost;
  #stop: Unsubscribe = () => undefined;
  #open = false;
  #active = 0;
  /** When the next look was to be. */
  #next = 0;
  #told: number | null = null;
  #warned = false;

  constructor(clock: Clock, host: IdleHost) {
    this.#clock = clock;
    this.#host = host;
  }

  /** When the lock comes by itself; null when it does not. */
  get at(): number | null {
    const ms = this.#host.minutes() * 60_000;
    return this.#open && ms > 0 ? this.#active + ms : null;
  }

  /** A vault was opened, or is closed now. */
  vault(open: boolean): void {
    if (open === this.#open) return;
    this.#open = open;
    this.#active = this.#next = this.#clock.now();
    this.#look();
  }

  /** The person did something in the window. */
  active(): void {
    if (!this.#open) return;
    // SECURITY: too late is too late, also when the look that would have locked is still to come.
    if (!this.#expired()) this.#active = this.#clock.now();
    this.#look();
  }

  /** The time without input after which to lock was changed. */
  changed(): void {
    this.#look();
  }

  #expired(): boolean {
    return this.at !== null && this.#clock.now() >= this.at;
  }

  #look(): void {
    this.#stop();
    if (!this.#open) return this.#tell(null, false);
    const now = this.#clock.now();
    // SECURITY: who wakes a machine whose time was over while it slept is not taken for who left it.
    const slept = now - this.#next > SLEPT_MS && this.#expired();
    if (!slept) this.#ask(now);
    if (this.#expired()) {
      this.#open = false;
      this.#tell(null, false);
      return this.#host.lock();
    }
    const left = this.at === null ? null : this.at - now;
    const soon = left !== null && left <= Math.min(WARN_MS, this.#host.minutes() * 30_000);
    this.#tell(this.at, soon);
    this.#next = now + (left === null ? LOOK_MS : Math.min(LOOK_MS, left, soon ? 1000 : LOOK_MS));
    this.#stop = this.#clock.after(this.#next - now, () => this.#look());
  }

  /** Takes what the system knows of the last input, where it knows. */
  #ask(now: number): void {
    // A clock put back must not make the rest of the time longer than it was.
    this.#active = Math.min(this.#active, now);
    const idle = this.#host.idleSeconds();
    if (idle !== null) this.#active = Math.max(this.#active, now - idle * 1000);
  }

  #tell(at: number | null, soon: boolean): void {
    if (at !== this.#told) this.#host.moved(at);
    if (soon !== this.#warned) this.#host.soon(soon ? at : null);
    this.#told = at;
    this.#warned = soon;
  }
}
