import { formatDate } from '../../../shared/text/dates.ts';

/** The stretch of time the bars are drawn over: whole weeks around today, by the calendar of this computer. Unix seconds. */
export interface Chart {
  readonly from: number;
  readonly until: number;
  /** The first day of each week, its name and its place from 0 to 1. */
  readonly weeks: readonly { readonly label: string; readonly at: number }[];
  /** Where now is, 0 to 1. */
  readonly now: number;
}

const BEFORE = 3;
const WEEKS = 7;

/** Seven weeks from Monday on, the present one the fourth. Days are counted by the calendar: a week of a clock change is not 168 hours. */
export function chartAround(now: number): Chart {
  const monday = (week: number): number => {
    const day = new Date(now * 1000);
    day.setHours(0, 0, 0, 0);
    day.setDate(day.getDate() - ((day.getDay() + 6) % 7) + (week - BEFORE) * 7);
    return day.getTime() / 1000;
  };
  const from = monday(0);
  const until = monday(WEEKS);
  const at = (time: number): number => (time - from) / (until - from);
  // All of them are near: a year would find no room, and is known.
  const weeks = Array.from({ length: WEEKS }, (_, week) => {
    const begins = monday(week);
    return { label: formatDate(begins, begins), at: at(begins) };
  });
  return { from, until, weeks, now: at(now) };
}

/** Where a bar stands in the chart, from 0 to 1; null when none of it is inside. */
export function placeIn(
  { from, until }: Chart,
  bar: { readonly from: number; readonly until: number } | null,
): { readonly left: number; readonly width: number } | null {
  if (bar === null || bar.until <= from || bar.from >= until) return null;
  const left = Math.max(0, (bar.from - from) / (until - from));
  return { left, width: Math.min(1, (bar.until - from) / (until - from)) - left };
}

/** The next midnight of this computer's calendar: when today is another day. */
export function nextMidnight(now: number): number {
  const day = new Date(now * 1000);
  day.setHours(24, 0, 0, 0);
  return day.getTime() / 1000;
}
