import { useEffect } from 'react';
import { useRoute } from '../lib/route.ts';

const landing = [
  '[data-autofocus]',
  '[role="option"][aria-selected="true"]',
  '[role="option"]',
  '[role="row"][tabindex="0"]',
  '[data-pane] button',
  'button',
];
/** How many of them are worth waiting for. */
const KNOWN = 4;

/** Gives a focus that fell to nothing to the view that is shown; what it shows is asked for first, so its place may come a moment later. Returns what gives that up. */
export function landFocus(): () => void {
  let isThere = false;
  const timers = [0, 60, 200].map((wait) =>
    setTimeout(() => {
      isThere ||= document.activeElement !== null && document.activeElement !== document.body;
      if (isThere) return;
      // A pane that is not shown is in the page all the same: what is in it takes no focus.
      landing.slice(0, wait < 200 ? KNOWN : landing.length).some(takesFocus);
    }, wait),
  );
  return () => timers.forEach(clearTimeout);
}

function takesFocus(selector: string): boolean {
  const place = document.querySelector<HTMLElement>(`main.view ${selector}`);
  place?.focus();
  return place !== null && document.activeElement === place;
}

/** When a view was left by a button that is gone with it, the focus would fall to nothing: it goes into the new view instead. */
export function useFocusAfterGo(): void {
  const route = useRoute();
  // The page of a loan and the places to change it are one view.
  const here = route.view === 'grant' ? `grant/${route.act ?? ''}` : route.view;
  useEffect(() => landFocus(), [here]);
}
