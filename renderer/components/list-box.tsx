import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { type Marking, useListMarks } from './list-marks.ts';
import { type Moving, useListMoves } from './list-moves.ts';
import { rowTarget } from '../lib/row-keys.ts';
import { findAhead, pause } from '../lib/type-ahead.ts';

export type ListBoxProps<Item> = {
  readonly label: string;
  /** All rows in order; null for one not loaded yet, which draws blank. */
  readonly items: readonly (Item | null)[];
  readonly keyOf: (item: Item) => string;
  /** What type-ahead searches: the row's name. */
  readonly textOf: (item: Item) => string;
  readonly selected: string | null;
  /** The row moved to; with arrows selection follows the focus. */
  readonly onSelect: (key: string) => void;
  /** Enter or a double press: the row's main action, or into its detail. */
  readonly onOpen?: ((key: string) => void) | undefined;
  /** A heading for the group a row belongs to; rows of a group stand together. */
  readonly groupOf?: ((item: Item) => string | null) | undefined;
  /** Its inside, a `ListRow`. */
  readonly children: (item: Item) => ReactNode;
  /** For a list of which several rows can be chosen at once. */
  readonly marking?: Marking | undefined;
  /** For a list some rows of which have an order of the person's own. */
  readonly moving?: Moving<Item> | undefined;
  /** First and last index on screen of a long list, so that the view can load what is null there. */
  readonly onVisible?: ((first: number, last: number) => void) | undefined;
};

/** How a view's list is chosen from: the row that is chosen, moved to, and opened. */
export type Choosing = {
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
};

/** Above this many rows only those on screen are in the page. */
const longFrom = 200;
const rowHeight = 52;

/** A list to choose from by arrows, Home, End, Page keys, typing and Enter. One stop in the Tab order. */
export function ListBox<Item>(props: ListBoxProps<Item>) {
  const { label, items, keyOf, selected, onSelect, onOpen } = props;
  const list = useRef<HTMLDivElement>(null);
  const long = items.length > longFrom;
  // Kept: a long list is drawn anew with each frame it is scrolled.
  const at = useMemo(() => items.findIndex((item) => item !== null && keyOf(item) === selected), [items, keyOf, selected]);
  const current = at < 0 ? 0 : at;
  const [wantsFocus, setWantsFocus] = useState(false);
  /** A row moved to that is not loaded yet. */
  const [awaited, setAwaited] = useState<number | null>(null);
  const typed = useTyped();
  const { marking, moving } = props;
  const keyAt = (index: number): string | null => {
    const item = items[index] ?? null;
    return item === null ? null : keyOf(item);
  };
  const marks = useListMarks({ marking, at, keyAt });
  const moves = useListMoves({ moving, keyOf });
  const isMarked = (index: number): boolean => {
    if (marking === undefined || marking.marked.size === 0) return index === at;
    return marking.marked.has(keyAt(index) ?? '');
  };

  const go = (index: number): void => {
    const item = items[index];
    if (item === undefined) return;
    setAwaited(item === null ? index : null);
    if (item === null) return scroller.scrollToIndex(index);
    setWantsFocus(true);
    onSelect(keyOf(item));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (marks.onKey(event) || moves.onKey(event, items[at])) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = rowTarget(event.key, at, items.length - 1);
    if (target !== undefined) {
      event.preventDefault();
      marks.beforeMove(event, target);
      go(target);
    } else if (event.key === 'Enter' && selected !== null && onOpen) {
      event.preventDefault();
      onOpen(selected);
    } else if (event.key.length === 1 && event.key !== ' ') {
      const found = findAhead(
        items.map((item) => (item === null ? '' : props.textOf(item))),
        typed(event.key),
        current,
      );
      if (found >= 0) go(found);
    }
  };

  // oxlint-disable-next-line react/incompatible-library -- it only keeps the compiler from memoising this one component
  const scroller = useVirtualizer({
    count: items.length,
    enabled: long,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The row that holds the focus, and the way in by Tab, stays in the page wherever the list is scrolled to.
    rangeExtractor: (range: Range) => withIndex(defaultRangeExtractor(range), current),
  });
  const rows = scroller.getVirtualItems();
  const { onVisible } = props;
  const [first, final] = [scroller.range?.startIndex ?? 0, scroller.range?.endIndex ?? 0];
  useEffect(() => {
    if (long) onVisible?.(first, final);
  }, [long, first, final, onVisible]);

  const isThere = awaited !== null && (items[awaited] ?? null) !== null;
  const arrive = useEffectEvent(() => {
    if (awaited !== null) go(awaited);
  });
  useEffect(() => {
    if (isThere) arrive();
  }, [isThere]);

  const before = useRef({ at, selected: null as string | null });
  useEffect(() => {
    const last = before.current;
    before.current = { at, selected };
    if (at < 0) return;
    // A chosen row that is loaded again because it was scrolled to must not pull the list to itself.
    if (last.at < 0 && last.selected === selected && !wantsFocus) return;
    if (long) scroller.scrollToIndex(at);
    const row = list.current?.querySelector<HTMLElement>('[data-current]');
    if (row === null || row === undefined) return;
    if (wantsFocus) {
      row.focus();
      setWantsFocus(false);
    } else {
      row.scrollIntoView?.({ block: 'nearest' });
    }
  }, [at, selected, long, wantsFocus, scroller]);

  const option = (item: Item | null, index: number, top?: number) => (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list handles keys for its rows
    <div
      key={item === null ? index : keyOf(item)}
      className="item"
      role="option"
      aria-selected={isMarked(index)}
      data-current={index === at || undefined}
      {...moves.dragOf(item)}
      aria-setsize={items.length}
      aria-posinset={index + 1}
      tabIndex={index === current ? 0 : -1}
      style={top === undefined ? undefined : { position: 'absolute', top: 0, left: 0, transform: `translateY(${top}px)` }}
      onClick={(event) => {
        if (!marks.onPress(event, index)) go(index);
      }}
      onDoubleClick={() => item !== null && onOpen?.(keyOf(item))}
    >
      {item === null ? null : props.children(item)}
    </div>
  );

  return (
    <div
      ref={list}
      className="list scroll grow"
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      aria-multiselectable={marking === undefined ? undefined : true}
      onKeyDown={onKeyDown}
    >
      {long ? (
        <div role="presentation" style={{ height: scroller.getTotalSize(), position: 'relative' }}>
          {rows.map((row) => option(items[row.index] ?? null, row.index, row.start))}
        </div>
      ) : (
        grouped(items, props.groupOf).map((group) =>
          group.name === null ? (
            group.items.map(([item, index]) => option(item, index))
          ) : (
            <div key={group.name} className="list-group" role="group" aria-label={group.name}>
              <div className="label list-label" aria-hidden="true">
                {group.name}
              </div>
              {group.items.map(([item, index]) => option(item, index))}
            </div>
          ),
        )
      )}
    </div>
  );
}

/** Indices in order, with one among them. */
function withIndex(indices: number[], index: number): number[] {
  return indices.includes(index) ? indices : [...indices, index].toSorted((a, b) => a - b);
}

type Group<Item> = { readonly name: string | null; readonly items: [Item | null, number][] };

function grouped<Item>(items: readonly (Item | null)[], groupOf: ((item: Item) => string | null) | undefined): Group<Item>[] {
  const groups: Group<Item>[] = [];
  items.forEach((item, index) => {
    const name = groupOf && item !== null ? groupOf(item) : null;
    const last = groups.at(-1);
    if (last !== undefined && last.name === name) last.items.push([item, index]);
    else groups.push({ name, items: [[item, index]] });
  });
  return groups;
}

/** Gathers letters typed in quick succession into one word. */
function useTyped(): (letter: string) => string {
  const word = useRef({ text: '', at: 0 });
  return (letter) => {
    const now = Date.now();
    const text = now - word.current.at < pause ? word.current.text + letter : letter;
    word.current = { text, at: now };
    return text;
  };
}
