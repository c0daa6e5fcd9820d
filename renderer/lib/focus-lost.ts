import { useEffect, useRef } from 'react';

/** Milliseconds after which a dialog has given up the focus. */
export const FADE_MS = 50;

/** Puts the focus on the first element a selector fits when it has fallen to nothing, as when the button that was pressed is gone. */
export function focusLost(target: string): void {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (lost) document.querySelector<HTMLElement>(target)?.focus();
}

/** Keeps the focus in what is shown when a fact changes with which the button that had it may go: which rows there are, whether a question is open. */
export function useFocusKept(facts: string): void {
  const known = useRef(facts);
  useEffect(() => {
    if (known.current === facts) return;
    known.current = facts;
    const timer = setTimeout(() => focusLost('[data-pane="detail"] button'), FADE_MS);
    return () => clearTimeout(timer);
  }, [facts]);
}
