import { type DragEvent, type KeyboardEvent, useState } from 'react';

/** Rows of a list that can be put elsewhere among each other, and who is told of it. */
export type Moving<Item> = {
  readonly can: (item: Item) => boolean;
  /** Alt with an arrow: one place up or down. */
  readonly onStep: (key: string, by: -1 | 1) => void;
  /** Let go over another such row, in its upper or lower half. */
  readonly onDrop: (key: string, over: string, below: boolean) => void;
};

interface Moved<Item> {
  readonly moving: Moving<Item> | undefined;
  readonly keyOf: (item: Item) => string;
}

/** Moves rows by Alt and an arrow, and by dragging. */
export function useListMoves<Item>({ moving, keyOf }: Moved<Item>) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<{ readonly key: string; readonly below: boolean } | null>(null);
  const end = (): void => {
    setDragged(null);
    setOver(null);
  };

  /** True for a key that moved the row, or would where there is room. */
  const onKey = (event: KeyboardEvent, item: Item | null | undefined): boolean => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (moving === undefined || !event.altKey || by === 0 || !item || !moving.can(item)) return false;
    event.preventDefault();
    moving.onStep(keyOf(item), by);
    return true;
  };

  /** What a row needs to be dragged and dropped on. */
  const dragOf = (item: Item | null) => {
    if (moving === undefined || item === null || !moving.can(item)) return {};
    const key = keyOf(item);
    return {
      draggable: true,
      'data-drop': over?.key === key && dragged !== key ? (over.below ? 'below' : 'above') : undefined,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move';
        setDragged(key);
      },
      onDragOver: (event: DragEvent) => {
        if (dragged === null) return;
        event.preventDefault();
        const { top, height } = event.currentTarget.getBoundingClientRect();
        setOver({ key, below: event.clientY > top + height / 2 });
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        if (dragged !== null && over !== null && dragged !== over.key) moving.onDrop(dragged, over.key, over.below);
        end();
      },
      onDragEnd: end,
    };
  };

  return { onKey, dragOf };
}
