import { type RefObject, useEffect, useRef } from 'react';

/** Where an answer stands: right after it was given its button is gone, and the focus goes to what comes next there. */
export function useFocusOnAnswer(message: string | null): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (message === null) return;
    if (document.activeElement === null || document.activeElement === document.body)
      place.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [message]);
  return place;
}
