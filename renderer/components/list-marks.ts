import { type KeyboardEvent, type MouseEvent, useRef } from 'react';

/** Rows of a list chosen to do something to all of them, and who is told of it. */
export type Marking = {
  /** Keys of the rows that are; none while only the row shown is chosen. */
  readonly marked: ReadonlySet<string>;
  /** One row more, or less; `shown` is the row shown, which counts as chosen when it is the first. */
  readonly onToggle: (key: string, shown: string | null) => void;
  /** All rows from one index to another. */
  readonly onRange: (from: number, to: number) => void;
  readonly onAll: () => void;
  readonly onNone: () => void;
};

/** What a list must know of itself to be marked. */
interface Marked {
  readonly marking: Marking | undefined;
  /** The index of the row shown; -1 for none. */
  readonly at: number;
  readonly keyAt: (index: number) => string | null;
}

/** Marks rows as on a desktop: Mod and Shift with a press, Space, Shift with a key that moves, Mod+A; Escape marks none. */
export function useListMarks({ marking, at, keyAt }: Marked) {
  const anchor = useRef<number | null>(null);
  const toggle = (index: number): void => {
    const key = keyAt(index);
    if (key === null) return;
    anchor.current = index;
    marking?.onToggle(key, keyAt(at));
  };
  const rangeTo = (index: number): void => {
    anchor.current ??= Math.max(0, at);
    marking?.onRange(anchor.current, index);
  };
  const plain = (): void => {
    anchor.current = null;
    if (marking !== undefined && marking.marked.size > 0) marking.onNone();
  };

  /** True for a press that marks instead of choosing. */
  const onPress = (event: MouseEvent, index: number): boolean => {
    if (marking === undefined) return false;
    if (event.shiftKey) rangeTo(index);
    else if (event.ctrlKey || event.metaKey) toggle(index);
    else plain();
    return event.shiftKey || event.ctrlKey || event.metaKey;
  };

  /** True for a key that marks and does nothing else. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (marking === undefined || event.altKey) return false;
    const isAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a';
    const isNone = event.key === 'Escape' && marking.marked.size > 0;
    if (isAll) marking.onAll();
    else if (isNone) marking.onNone();
    else if (event.key === ' ' && !event.ctrlKey && !event.metaKey && at >= 0) toggle(at);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  /** Before the list moves to a row by a key. */
  const beforeMove = (event: KeyboardEvent, index: number): void => {
    if (event.shiftKey && marking !== undefined) rangeTo(index);
    else plain();
  };

  return { onPress, onKey, beforeMove };
}
