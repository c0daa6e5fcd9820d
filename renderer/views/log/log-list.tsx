import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type Ref, useEffect, useEffectEvent, useRef } from 'react';
import type { LogEvent } from '../../../shared/contracts/engine/accounts.ts';
import { proofText } from '../../../shared/text/common.ts';
import { formatCount, formatTime, sameDay } from '../../../shared/text/dates.ts';
import { logSentence } from '../../../shared/text/log.ts';
import { logPageText } from '../../../shared/text/log-page.ts';
import { PromiseMark } from '../../components/promise-mark.tsx';
import { plainLine } from '../../lib/plain-text.ts';

export type LogListProps = {
  readonly rows: readonly (LogEvent | null)[];
  readonly now: number;
  readonly onVisible: (first: number, last: number) => void;
};

/** Above this many entries only those on screen are in the page. */
const longFrom = 200;
const rowHeight = 37;

/** Entries under the headings of their days; one stop in the Tab order, scrolled by the keys of any scrolled text. */
export function LogList({ rows, now, onVisible }: LogListProps) {
  const box = useRef<HTMLElement>(null);
  /** Asked for the oldest entry before it was here. */
  const wantsEnd = useRef(false);
  const long = rows.length > longFrom;
  // oxlint-disable-next-line react/incompatible-library -- it only keeps the compiler from memoising this one component
  const scroller = useVirtualizer({
    count: rows.length,
    enabled: long,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const [first, final] = [scroller.range?.startIndex ?? 0, scroller.range?.endIndex ?? 0];
  const tellVisible = useEffectEvent(() => {
    if (long) onVisible(first, final);
  });
  useEffect(() => tellVisible(), [long, first, final]);
  const isLastHere = (rows.at(-1) ?? null) !== null;
  const reachEnd = useEffectEvent(() => {
    if (wantsEnd.current) scroller.scrollToIndex(rows.length - 1, { align: 'end' });
    wantsEnd.current = false;
  });
  useEffect(() => {
    if (isLastHere) reachEnd();
  }, [isLastHere]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!long || (event.key !== 'Home' && event.key !== 'End')) return;
    // The browser's own slow way through a long list ends where entries that come in on the way change their height.
    event.preventDefault();
    wantsEnd.current = event.key === 'End';
    if (event.key === 'Home') scroller.scrollToOffset(0);
    else scroller.scrollToIndex(rows.length - 1, { align: 'end' });
  };
  const entry = (index: number, style?: CSSProperties, ref?: Ref<HTMLLIElement>) => (
    <Entry
      key={index}
      ref={ref}
      event={rows[index] ?? null}
      newer={rows[index - 1] ?? null}
      {...{ index, total: rows.length, now, style }}
    />
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only the two keys that the browser cannot carry out here
    <section
      ref={box}
      className="scroll log-box"
      data-pane="list"
      aria-label={logPageText.list}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <ol className="log-list" style={long ? { height: scroller.getTotalSize() } : undefined}>
        {long
          ? scroller
              .getVirtualItems()
              .map(({ index, start }) =>
                entry(index, { position: 'absolute', insetInline: 0, top: start }, scroller.measureElement),
              )
          : rows.map((_, index) => entry(index))}
      </ol>
    </section>
  );
}

type EntryProps = {
  readonly event: LogEvent | null;
  /** The entry above it; null for the newest, and for one that is not here. */
  readonly newer: LogEvent | null;
  readonly index: number;
  readonly total: number;
  readonly now: number;
  readonly style: CSSProperties | undefined;
  readonly ref: Ref<HTMLLIElement> | undefined;
};

function Entry({ event, newer, index, total, now, style, ref }: EntryProps) {
  return (
    <li ref={ref} data-index={index} style={style} aria-setsize={total} aria-posinset={index + 1}>
      {event !== null && (newer === null || !sameDay(event.t, newer.t)) && (
        <h2 className="label">{logPageText.day(event.t, now)}</h2>
      )}
      <div className="log-entry">
        {event !== null && (
          <>
            <time dateTime={new Date(event.t * 1000).toISOString()}>{formatTime(event.t)}</time>
            <span className="log-said">{plainLine(logSentence(event))}</span>
            {event.proof !== null && (
              <PromiseMark kind={event.proof === 'signed' ? 'sealed' : 'courtesy'}>{proofText[event.proof]}</PromiseMark>
            )}
            <span className="log-n tiny faint">
              <span aria-hidden="true">{formatCount(event.n)}</span>
              <span className="hole">{logPageText.entry(event.n)}</span>
            </span>
          </>
        )}
      </div>
    </li>
  );
}
