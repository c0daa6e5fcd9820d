import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { LedgerRow } from '../../../shared/contracts/engine/ledger.ts';
import { ledgerText, stateText } from '../../../shared/text/ledger.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Icon, type IconName } from '../../components/icon.tsx';
import { onePane, useMedia } from '../../lib/media.ts';
import { usePlatforms } from '../../lib/platforms.ts';
import { rowTarget } from '../../lib/row-keys.ts';
import type { Chart } from './chart.ts';
import type { LoanAct } from './loan-act.ts';
import { LoanLine } from './loan-line.tsx';
import type { LedgerEntry, LedgerRows } from './use-ledger.ts';

export type LedgerGridProps = {
  readonly list: LedgerRows;
  readonly chart: Chart;
  readonly now: number;
  readonly side: 'given' | 'received';
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (row: LedgerRow) => void;
  readonly onEnd: (row: LedgerRow) => void;
  /** What happened with its account. */
  readonly onLog: (row: LedgerRow) => void;
  readonly onAct: (row: LedgerRow, act: LoanAct) => void;
  /** The loan whose run is being started. */
  readonly busy: string | null;
};

/** Above this many lines only those on screen are in the page. */
const longFrom = 200;
const icons: Readonly<Record<string, IconName>> = {
  ...{ exposed: 'exposed', ended: 'clock', ending: 'clock', active: 'sealed', closed: 'check' },
};

/** Loans as a grid: arrows, Home, End and Page keys move, Enter opens, E ends, L shows the log; one stop in the Tab order, and the button of the line. */
export function LedgerGrid(props: LedgerGridProps) {
  const { list, chart, selected, busy } = props;
  const { entries, rows, onVisible } = list;
  const box = useRef<HTMLDivElement>(null);
  const tall = useMedia(onePane);
  const why = useWhyReadOnly();
  const long = entries.length > longFrom;
  const found = rows.findIndex((row) => row?.id === selected);
  const current = Math.max(0, found);
  const line = entries.findIndex((entry) => 'at' in entry && entry.at === current);
  const platforms = usePlatforms();
  const [awaited, setAwaited] = useState<number | null>(null);
  const [wantsFocus, setWantsFocus] = useState(false);

  const lineOf = (at: number): number => entries.findIndex((entry) => 'at' in entry && entry.at === at);
  const goTo = (at: number): void => {
    const row = rows[at];
    if (row === undefined) return;
    setAwaited(row === null ? at : null);
    if (long) scroller.scrollToIndex(lineOf(at));
    if (row === null) return;
    setWantsFocus(true);
    props.onSelect(row.id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[current] ?? null;
    const target = rowTarget(event.key, current, rows.length - 1);
    if (target !== undefined) goTo(target);
    else if (event.key === 'Enter' && !isOnButton(event.target) && row !== null) props.onOpen(row);
    else if (event.key.toLowerCase() === 'e' && row !== null) props.onEnd(row);
    else if (event.key.toLowerCase() === 'l' && row !== null) props.onLog(row);
    else return;
    event.preventDefault();
  };

  // oxlint-disable-next-line react/incompatible-library -- it only keeps the compiler from memoising this one component
  const scroller = useVirtualizer({
    count: entries.length,
    enabled: long,
    getScrollElement: () => box.current,
    estimateSize: (index) => ('group' in (entries[index] ?? {}) ? 41 : tall ? 78 : 49),
    overscan: 10,
  });
  const [first, final] = [scroller.range?.startIndex ?? 0, scroller.range?.endIndex ?? 0];
  const tellVisible = useEffectEvent(() => {
    const seen = entries.slice(first, final + 1).flatMap((entry) => ('at' in entry ? [entry.at] : []));
    if (long && seen.length > 0) onVisible(seen[0] ?? 0, seen.at(-1) ?? 0);
  });
  useEffect(() => tellVisible(), [first, final, entries.length]);
  const isThere = awaited !== null && (rows[awaited] ?? null) !== null;
  const arrive = useEffectEvent(() => {
    if (awaited !== null) goTo(awaited);
  });
  useEffect(() => {
    if (isThere) arrive();
  }, [isThere]);
  useEffect(() => {
    if (!wantsFocus) return;
    const row = box.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (row === null || row === undefined) return;
    row.focus();
    row.scrollIntoView?.({ block: 'nearest' });
    setWantsFocus(false);
  }, [wantsFocus, selected, first]);
  // A change of the window's shape gives every line another height.
  useEffect(() => {
    if (long) scroller.measure();
  }, [tall, long, scroller]);

  const drawn = (entry: LedgerEntry, index: number, top?: number) => {
    const style = top === undefined ? undefined : { position: 'absolute' as const, insetInline: 0, top };
    if ('group' in entry) return <GroupLine key={entry.group} entry={entry} index={index} style={style} />;
    const row = rows[entry.at] ?? null;
    const isCurrent = entry.at === current;
    return (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid handles keys for its rows
      <div
        key={row?.id ?? index}
        className="led-line led-row"
        role="row"
        aria-rowindex={index + 2}
        aria-selected={entry.at === found || (found < 0 && isCurrent)}
        tabIndex={isCurrent ? 0 : -1}
        style={style}
        onClick={(event) => row !== null && !isOnButton(event.target) && props.onSelect(row.id)}
        onDoubleClick={(event) => row !== null && !isOnButton(event.target) && props.onOpen(row)}
      >
        {row !== null && (
          <LoanLine
            row={row}
            platform={platforms.name(row.account.platform)}
            chart={chart}
            now={props.now}
            current={isCurrent}
            busy={busy === row.id}
            why={why}
            onOpen={() => {
              props.onSelect(row.id);
              props.onOpen(row);
            }}
            onAct={(act) => props.onAct(row, act)}
          />
        )}
      </div>
    );
  };

  const columns = ledgerText.columns;
  return (
    <div
      ref={box}
      className="scroll led-box"
      role="grid"
      aria-label={ledgerText.table}
      aria-rowcount={entries.length + 1}
      data-pane="list"
      tabIndex={line < 0 ? 0 : -1}
      onKeyDown={onKeyDown}
    >
      <div className="led-line led-head tiny faint" role="row" aria-rowindex={1}>
        <span role="columnheader">{columns.account}</span>
        <span role="columnheader">{props.side === 'given' ? columns.who : columns.lentBy}</span>
        <span className="led-time" role="columnheader">
          <span className="hole">{columns.time}</span>
          <span className="led-lanes" aria-hidden="true">
            {chart.weeks.map(({ label, at }) => (
              <i key={label} style={{ left: `${at * 100}%` }}>
                {label}
              </i>
            ))}
          </span>
        </span>
        <span role="columnheader">{columns.until}</span>
        <span role="columnheader">
          <span className="hole">{columns.act}</span>
        </span>
      </div>
      <div className="led-body" role="rowgroup" style={long ? { height: scroller.getTotalSize() } : undefined}>
        {long
          ? scroller.getVirtualItems().map(({ index, start }) => {
              const entry = entries[index];
              return entry === undefined ? null : drawn(entry, index, start);
            })
          : entries.map((entry, index) => drawn(entry, index))}
        <div className="led-line led-now" role="presentation" aria-hidden="true">
          <span />
          <span />
          <span className="led-time">
            <span className="led-lanes">
              <i style={{ left: `${chart.now * 100}%` }}>{ledgerText.today}</i>
            </span>
          </span>
        </div>
      </div>
    </div>
  );
}

/** A button in a line acts for itself: the place it goes to would be lost if its line were chosen after it. */
function isOnButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

type GroupLineProps = {
  readonly entry: Extract<LedgerEntry, { group: unknown }>;
  readonly index: number;
  readonly style: { readonly position: 'absolute'; readonly insetInline: number; readonly top: number } | undefined;
};

function GroupLine({ entry, index, style }: GroupLineProps) {
  const { group, count } = entry;
  return (
    <div className={`led-group is-${group}`} role="row" aria-rowindex={index + 2} style={style}>
      <span role="rowheader" aria-colspan={5}>
        <Icon name={icons[group] ?? 'sealed'} size="small" />
        {stateText[group].group} <span className="faint">{count}</span>
      </span>
    </div>
  );
}
