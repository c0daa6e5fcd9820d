import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';

/**
 * Arrows, Home and End from line to line of a box, and S; each line is marked by its key in `data-line`. `lines` changes when they do, and S
 * is told with the line's key. Gives what says that a line will go away: the one that takes its place then gets the focus.
 */
export function useLineKeys(
  box: RefObject<HTMLElement | null>,
  lines: string,
  onSnooze: (key: string) => void,
): (leaving: string) => void {
  const left = useRef<number | null>(null);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event;
    // What a menu or a dialog is told is not for the lines: they stand elsewhere in the page.
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
    if (box.current?.contains(target) !== true) return;
    const line = target.closest<HTMLElement>('li[data-line]');
    const at = line === null ? -1 : linesIn(box.current).indexOf(line);
    const targets: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: Infinity };
    const to = targets[key];
    const named = line?.dataset['line'];
    if (to !== undefined) focusLine(box.current, to);
    else if (key.toLowerCase() === 's' && named !== undefined) onSnooze(named);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
  useEffect(() => {
    if (left.current === null || box.current === null) return;
    focusLine(box.current, left.current);
    left.current = null;
  }, [box, lines]);
  return (leaving) => {
    left.current = box.current === null ? null : linesIn(box.current).findIndex(({ dataset }) => dataset['line'] === leaving);
  };
}

function linesIn(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>('li[data-line]')];
}

function focusLine(box: HTMLElement, at: number): void {
  const lines = linesIn(box);
  lines[Math.min(Math.max(0, at), lines.length - 1)]?.querySelector('button')?.focus();
}
