import { type RefObject, useLayoutEffect } from 'react';
import { type Box, liftOver } from '../lib/toast-lift.ts';

/** What a hand reaches for, the ways on first: where all of it leaves no place, those alone are kept free. */
const REACHED = [
  'button, a[href], input, select, textarea',
  '.btn, a[href], [role="checkbox"], [role="radio"]',
  '.btn.primary, .btn.danger',
] as const;

/** A toast goes up no farther than to this part of the window: it is looked for at the bottom. */
const PART = 0.6;

/** Keeps the toast of an id off what it would cover, and follows while the page under it scrolls or changes; null when none is shown. */
export function useToastLift(place: RefObject<HTMLElement | null>, shown: number | null): void {
  useLayoutEffect(() => {
    const box = place.current;
    if (shown === null || box === null) return;
    let frame = 0;
    let lift = 0;
    const raise = (by: number): void => {
      lift = by;
      box.style.setProperty('--toast-lift', `${by}px`);
    };
    const put = (): void => {
      frame = 0;
      raise(liftFor(box, lift));
    };
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(put);
    };
    raise(0);
    put();
    const changes = new MutationObserver(later);
    changes.observe(document.body, { childList: true, subtree: true });
    window.addEventListener('scroll', later, { capture: true, passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      changes.disconnect();
      window.removeEventListener('scroll', later, { capture: true });
      window.removeEventListener('resize', later);
    };
  }, [place, shown]);
}

/** It stays where it is for as long as it covers nothing there: what is about to be pressed does not move. */
function liftFor(place: HTMLElement, now: number): number {
  const here = boxOf(place);
  if (here === null) return 0;
  const low = { ...here, top: here.top + now, bottom: here.bottom + now };
  for (const reached of REACHED) {
    const others = [...document.querySelectorAll(reached)]
      .filter((one) => !place.contains(one))
      .map((one) => one.getBoundingClientRect());
    const seen = others.filter(({ width, height }) => width > 0 && height > 0);
    if (now > 0 && liftOver(here, seen, 0) === 0) return now;
    const lift = liftOver(low, seen, window.innerHeight * PART);
    if (lift !== null) return lift;
  }
  return 0;
}

/** The toast where it comes to rest: it may still be on its way in. */
function boxOf(place: HTMLElement): Box | null {
  const toast = place.querySelector<HTMLElement>('.toast');
  if (toast === null) return null;
  const { left, top, bottom } = place.getBoundingClientRect();
  return { left: left + toast.offsetLeft, right: left + toast.offsetLeft + toast.offsetWidth, top, bottom };
}
