import { useEffect, useEffectEvent } from 'react';

/** What the keys of a run do now; null for a key that does nothing. */
export interface RunKeys {
  readonly tick: (() => void) | null;
  readonly skip: (() => void) | null;
  readonly open: (() => void) | null;
  readonly device: (() => void) | null;
}

const floating = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const acts: Readonly<Record<string, keyof RunKeys>> = { ' ': 'tick', s: 'skip', o: 'open', n: 'device' };

/** Binds Space, S, O and N for as long as the run is shown. While something is typed or a dialog asks, they belong there. */
export function useRunKeys(keys: RunKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const act = acts[event.key.toLowerCase()];
    if (act === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : null;
    // What the same key has just closed is out of the page, or marked, but still around its target.
    if (target?.closest(floating) != null || document.querySelector(`:is(${floating}):not([data-closed])`) !== null) return;
    if (target?.closest('input:not([type="checkbox"]), textarea, select') != null) return;
    // Space on a button presses that button.
    if (act === 'tick' && target?.closest('button, a, input, [tabindex="0"]') != null) return;
    const run = keys[act];
    if (run === null) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
