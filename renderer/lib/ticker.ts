import { useSyncExternalStore } from 'react';

type Listener = () => void;

const listeners = new Set<Listener>();
let offset = 0;
let now = nowSeconds();
let timer: ReturnType<typeof setTimeout> | undefined;

/** The clock the interface shows, in Unix seconds with their fraction: the system's, shifted as `setClockOffset` said. */
export function exactNow(): number {
  return Date.now() / 1000 + offset;
}

/** The same in whole seconds, read once; what must follow it uses {@link useNow}. */
export function nowSeconds(): number {
  return Math.floor(exactNow());
}

/** Shifts the clock by some seconds, so that the page shows the engine's time. */
export function setClockOffset(seconds: number): void {
  offset = seconds;
  now = nowSeconds();
  if (timer !== undefined) {
    clearTimeout(timer);
    arm();
  }
  tellAll();
}

function tellAll(): void {
  for (const tell of [...listeners]) tell();
}

/** Sleeps to the next whole second, so that every ring on screen steps together. */
function arm(): void {
  timer = setTimeout(
    () => {
      now = nowSeconds();
      arm();
      tellAll();
    },
    // A little late rather than early: a timer that fires before the full second would step twice.
    Math.ceil((1 - (exactNow() % 1)) * 1000),
  );
}

function subscribe(tell: Listener): () => void {
  listeners.add(tell);
  if (timer === undefined) {
    now = nowSeconds();
    arm();
  }
  return () => {
    listeners.delete(tell);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
}

function read(): number {
  // With nobody listening there is no timer, and the stored second would be stale.
  if (timer === undefined) now = nowSeconds();
  return now;
}

/** The current time in whole Unix seconds, rendering again at each full second while the caller is mounted. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read);
}

const never = (): (() => void) => () => undefined;

/** As {@link useNow}, but still when `running` is false: a row at rest then costs no render. */
export function useNowWhile(running: boolean): number {
  return useSyncExternalStore(running ? subscribe : never, read);
}
