import type { Unsubscribe } from '../../shared/port.ts';

/** Time as the shell needs it; tests pass one they move by hand. */
export interface Clock {
  /** Milliseconds since 1970 by the system's clock, which may jump. */
  now(): number;
  /** Runs once after `ms`; the returned function stops it. */
  after(ms: number, run: () => void): Unsubscribe;
}

/** The machine's own clock and timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Resolves after `ms`, or as soon as one of the promises does: true when one did. Their rejections count as done. */
export function within(clock: Clock, ms: number, ...promises: readonly Promise<unknown>[]): Promise<boolean> {
  return new Promise((settle) => {
    const stop = clock.after(ms, () => settle(false));
    const stopEarly = (): void => {
      stop();
      settle(true);
    };
    for (const promise of promises) promise.then(stopEarly, stopEarly);
  });
}
