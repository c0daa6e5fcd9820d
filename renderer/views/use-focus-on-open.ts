import { useEffect, useRef } from 'react';

/** In a one-pane window the focus follows what is shown: into the detail, and back to its row in the list. */
export function useFocusOnOpen(single: boolean, open: boolean): void {
  const was = useRef(open);
  useEffect(() => {
    if (!single || was.current === open) return;
    was.current = open;
    const target = open
      ? '[data-pane="detail"] :is(button, input, textarea)'
      : '[data-pane="list"] [role="option"][aria-selected="true"]';
    // What is shown may have to be asked for first; its buttons then come a moment later.
    const timer = setTimeout(() => document.querySelector<HTMLElement>(target)?.focus(), 60);
    return () => clearTimeout(timer);
  }, [single, open]);
}
