import { useEffect, useEffectEvent } from 'react';
import type { Answer } from '../../../shared/contracts/engine/review.ts';
import type { Review } from './use-review.ts';

const ANSWERS: Readonly<Record<string, Answer>> = { k: 'keep', x: 'extend', l: 'lower', e: 'end', s: 'later' };
const floating = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Binds K, X, L, E and S, the arrows and Z for as long as the loans are shown. While something is typed or a dialog asks, they belong there. */
export function useReviewKeys(review: Review, stop: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : null;
    if (document.querySelector(`:is(${floating}):not([data-closed])`) !== null) return;
    if (target?.closest('input, textarea, select') != null) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const answer = ANSWERS[key];
    const act =
      answer !== undefined
        ? () => void review.answer(answer)
        : {
            ArrowLeft: () => review.move(review.at - 1),
            ArrowRight: () => review.move(review.at + 1),
            z: review.undo === null ? undefined : () => void review.undo?.(),
            Escape: stop,
          }[key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
