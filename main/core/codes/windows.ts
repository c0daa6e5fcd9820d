import { MAX_CODES, MAX_REACH, MAX_WINDOWS, type PassWindow, passCodeCount } from './pass.ts';
import { stepAt } from './totp.ts';
import { addDays, dateAt, daysBetween, endOfDay, isDate, isZone, offsetsOver, wallMidnight, weekdayOf } from './zone.ts';

/** A stretch of time in Unix seconds; `to` is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Hours of one date in words of wall time: HH:MM, `to` up to 24:00; a `to` before `from` is on the next date. */
export interface DayHours {
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

/** Hours of one weekday, 1 Monday to 7 Sunday, as in `DayHours`. */
export interface WeekdayHours {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

/** A working week repeated from `firstDay` to `lastDay`, which ends at 24:00; dates as YYYY-MM-DD. */
export interface WeekPattern {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly hours: readonly WeekdayHours[];
}

/** What limits a pass: the instant it is made at and the last instant of use, Unix seconds. */
export interface PassLimits {
  readonly now: number;
  readonly useUntil: number;
}

/** Why words of wall time give no windows. */
export type WindowFault = 'zone' | 'date' | 'hours' | 'weekday' | 'days_out_of_order';

/** Why windows give no pass. */
export type StepFault = 'no_window_left' | 'too_many_windows' | 'too_many_codes';

const DAY = 86_400;

/** Seconds after midnight of HH:MM, 00:00 to 24:00; null for anything else. */
function secondsOf(time: string): number | null {
  const match = /^([01][0-9]|2[0-4]):([0-5][0-9])$/u.exec(time);
  if (match === null) return null;
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60;
  return seconds <= DAY ? seconds : null;
}

/** Hours of a date as readings of a wall clock, in seconds; null when the words are wrong. */
function readings({ date, from, to }: DayHours): Span | null {
  const start = secondsOf(from);
  const end = secondsOf(to);
  if (start === null || end === null || start === end || start === DAY) return null;
  const midnight = wallMidnight(date);
  return { from: midnight + start, to: midnight + (end < start ? end + DAY : end) };
}

/** Spans in order, overlapping and touching ones joined, empty ones left out. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from)) {
    const before = out.at(-1);
    if (before === undefined || span.from > before.to) out.push(span);
    else if (span.to > before.to) out[out.length - 1] = { from: before.from, to: span.to };
  }
  return out;
}

/**
 * The instants at which the wall clock of a zone shows a time within the hours named, as spans in order that do not touch.
 * That reading is also the rule when clocks change: an hour skipped is no time at all, an hour repeated counts both times.
 */
export function dayWindows(zone: string, hours: readonly DayHours[]): Span[] | WindowFault {
  if (!isZone(zone)) return 'zone';
  if (!hours.every(({ date }) => isDate(date))) return 'date';
  const dates = hours.map(({ date }) => date).toSorted();
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return [];
  const offsets = offsetsOver(first, addDays(last, 1), zone);
  const spans: Span[] = [];
  for (const entry of hours) {
    const wall = readings(entry);
    if (wall === null) return 'hours';
    for (const { from, to, offset } of offsets) {
      spans.push({ from: Math.max(from, wall.from - offset), to: Math.min(to, wall.to - offset) });
    }
  }
  return mergeSpans(spans);
}

/**
 * A working week between two days as spans of instants, from the day that is running at `now` on and for the 31 days a pass can reach.
 * Nothing runs past 24:00 of the last day in `zone`, night hours included.
 */
export function weekWindows(zone: string, pattern: WeekPattern, now: number): Span[] | WindowFault {
  const { firstDay, lastDay, hours } = pattern;
  if (!isZone(zone)) return 'zone';
  if (!isDate(firstDay) || !isDate(lastDay)) return 'date';
  if (firstDay > lastDay) return 'days_out_of_order';
  if (!hours.every(({ weekday }) => Number.isInteger(weekday) && weekday >= 1 && weekday <= 7)) return 'weekday';
  if (!hours.every((entry) => readings({ ...entry, date: firstDay }) !== null)) return 'hours';
  // The night hours of yesterday may still run.
  const yesterday = addDays(dateAt(now, zone), -1);
  const start = firstDay > yesterday ? firstDay : yesterday;
  const days = Math.min(daysBetween(start, lastDay) + 1, MAX_REACH / DAY + 3);
  const dates = Array.from({ length: Math.max(0, days) }, (_, i) => addDays(start, i));
  const spans = dayWindows(
    zone,
    dates.flatMap((date) => hours.filter(({ weekday }) => weekday === weekdayOf(date)).map(({ from, to }) => ({ date, from, to }))),
  );
  if (typeof spans === 'string') return spans;
  return clipSpans(spans, { from: Number.NEGATIVE_INFINITY, to: endOfDay(lastDay, zone) });
}

/** A sign-in appointment: `minutes` from an instant on. */
export function appointmentWindow(start: number, minutes = 30): Span {
  return { from: start, to: start + minutes * 60 };
}

function clipSpans(spans: readonly Span[], { from, to }: Span): Span[] {
  return mergeSpans(spans.map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) })));
}

/**
 * The steps of a pass that cover spans of time: every step that shares an instant with one, none that ended by `now`, none that starts
 * 31 days later or at or after `useUntil`. Give the message's own `iat` as `now`, or its first step may have ended before it.
 */
export function stepsOf(spans: readonly Span[], period: number, limits: PassLimits): PassWindow[] | StepFault {
  const { now, useUntil } = limits;
  const windows: PassWindow[] = [];
  for (const { from, to } of clipSpans(spans, { from: now, to: Math.min(now + MAX_REACH, useUntil) })) {
    const before = windows.at(-1);
    const next = before === undefined ? 0 : before.first_step + before.count;
    const end = Math.ceil(to / period);
    const first_step = Math.max(stepAt(from, period), next);
    if (first_step >= end) continue;
    if (before !== undefined && first_step === next) windows[windows.length - 1] = { ...before, count: end - before.first_step };
    else windows.push({ first_step, count: end - first_step });
  }
  if (windows.length === 0) return 'no_window_left';
  if (windows.length > MAX_WINDOWS) return 'too_many_windows';
  return passCodeCount({ windows }) > MAX_CODES ? 'too_many_codes' : windows;
}

/** Whole dates from today to the last day of use in a zone: 0 on the last day, 1 the day before; null once the instant is reached. */
export function daysLeft(untilInstant: number, now: number, zone: string): number | null {
  if (now >= untilInstant) return null;
  // An end at 24:00 belongs to the day that ends, not to the one that starts.
  return daysBetween(dateAt(now, zone), dateAt(untilInstant - 1, zone));
}
