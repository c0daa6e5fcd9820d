import { nowSeconds, setClockOffset } from './ticker.ts';
import type { EngineClient } from './engine.ts';

let milliseconds = 0;

/** Sets the page's clock by the engine's: both show the same second, in the demo and in tests too. */
export async function syncClock(engine: EngineClient): Promise<void> {
  const reply = await engine.call('clock.offset', {});
  if (!reply.ok) return;
  milliseconds = reply.value.seconds * 1000;
  setClockOffset(reply.value.seconds);
}

/** Milliseconds from now to an instant of the engine's clock, at least 0. */
export function untilInstant(seconds: number): number {
  return Math.max(0, seconds * 1000 - (Date.now() + milliseconds));
}

/** The engine's clock in whole Unix seconds, read once; a view that shows time follows `useNow`. */
export function engineNow(): number {
  return nowSeconds();
}
