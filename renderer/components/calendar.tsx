import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { calendarText } from '../../shared/text/controls.ts';
import { weekdays } from '../../shared/text/dates.ts';
import { addDays, dateWords, daysBetween, mondayOf, type PlainDate } from '../lib/plain-date.ts';
import { IconButton } from './icon-button.tsx';

export type CalendarWords = {
  readonly earlier: string;
  readonly later: string;
  /** Added to a day's name: `last day`, `today`, `has a window`. */
  readonly last: string;
  readonly today: string;
  readonly lit: string;
};

export type CalendarProps = {
  readonly label: string;
  readonly today: PlainDate;
  /** The last day, in brass; null while none is chosen. */
  readonly last: PlainDate | null;
  readonly onLast: (date: PlainDate) => void;
  /** Days that get codes: a whole day, part of one, or none. */
  readonly litOn: (date: PlainDate) => 'on' | 'half' | null;
  /** First and last day that may be chosen. */
  readonly min: PlainDate;
  readonly max: PlainDate;
  /** Weeks shown at once; 3 when left out. */
  readonly weeks?: number | undefined;
  readonly words?: CalendarWords | undefined;
};

/** The day the arrows start from, for what opens a calendar to put the focus on; null where no calendar is. */
export function dayAtHand(inside: ParentNode | null): HTMLElement | null {
  return inside?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]') ?? null;
}

/** How many months of four weeks Shift makes of one. */
const MONTHS = 13;
const dayKeys: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 };

/** Weeks of a loan: the days with codes lit, the last one in brass, chosen by press or by arrows and Enter. */
export function Calendar({ label, today, last, onLast, litOn, min, max, weeks = 3, words = calendarText }: CalendarProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(() => within(last ?? today, min, max));
  const [first, setFirst] = useState(() => startFor(cursor, mondayOf(min), weeks));
  const [moved, setMoved] = useState(0);

  useEffect(() => {
    if (moved > 0) dayAtHand(grid.current)?.focus();
  }, [moved]);

  const goTo = (date: PlainDate): void => {
    const to = within(date, min, max);
    setCursor(to);
    setFirst((from) => startFor(to, from, weeks));
    setMoved((count) => count + 1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = dayKeys[event.key];
    const by = step !== undefined && event.shiftKey && event.key.startsWith('Page') ? step * MONTHS : step;
    if (by === undefined && event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    goTo(by !== undefined ? addDays(cursor, by) : event.key === 'Home' ? mondayOf(cursor) : addDays(mondayOf(cursor), 6));
  };
  const days = Array.from({ length: weeks * 7 }, (_, index) => addDays(first, index));
  const final = days.at(-1) ?? first;
  const stop = cursor >= first && cursor <= final ? cursor : first < min ? min : first;
  const pages = first > mondayOf(min) || final < max;

  const day = (date: PlainDate) => {
    const out = date < min || date > max;
    const lit = last !== null && date <= last ? litOn(date) : null;
    const said = [
      `${dateWords(date, 'long')}${yearOf(date, today)}`,
      date === today && words.today,
      lit && words.lit,
      date === last && words.last,
    ]
      .filter(Boolean)
      .join(', ');
    const names = ['cal-day', lit, date === today && 'today', date === last && 'last'].filter(Boolean).join(' ');
    return (
      <button
        key={date}
        type="button"
        role="gridcell"
        className={names}
        tabIndex={date === stop ? 0 : -1}
        aria-label={said}
        aria-selected={date === last}
        aria-disabled={out || undefined}
        onClick={() => {
          if (out) return;
          setCursor(date);
          onLast(date);
        }}
      >
        {Number(date.slice(8))}
      </button>
    );
  };

  return (
    <div>
      {pages && (
        <div className="cal-head">
          <span>{`${dateWords(first, 'short')} – ${dateWords(final, 'short')}${yearOf(final, today)}`}</span>
          <IconButton
            icon="back"
            size="small"
            label={words.earlier}
            why={first <= mondayOf(min) ? words.earlier : null}
            onClick={() => setFirst(addDays(first, -7 * weeks))}
          />
          <IconButton
            icon="forward"
            size="small"
            label={words.later}
            why={final >= max ? words.later : null}
            onClick={() => setFirst(addDays(first, 7 * weeks))}
          />
        </div>
      )}
      <div ref={grid} className="cal" role="grid" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
        {weekdays('narrow').map((name, index) => (
          <span key={`${name}${String(index)}`} aria-hidden="true">
            {name}
          </span>
        ))}
        {Array.from({ length: weeks }, (_, week) => (
          <div key={days[week * 7]} className="cal-week" role="row">
            {days.slice(week * 7, week * 7 + 7).map(day)}
          </div>
        ))}
      </div>
    </div>
  );
}

function within(date: PlainDate, min: PlainDate, max: PlainDate): PlainDate {
  return date < min ? min : date > max ? max : date;
}

/** The year of a day, said only where it is another than this one. */
function yearOf(date: PlainDate, today: PlainDate): string {
  const year = date.slice(0, 4);
  return today.startsWith(year) ? '' : ` ${year}`;
}

/** The first Monday to show so that a day is in sight, moving no farther than needed. */
function startFor(date: PlainDate, from: PlainDate, weeks: number): PlainDate {
  if (date < from) return mondayOf(date);
  const rows = Math.floor(daysBetween(from, date) / 7);
  return rows < weeks ? from : addDays(from, 7 * (rows - weeks + 1));
}
