import { Temporal } from 'temporal-polyfill';

const DAY = 86_400;

/** A stretch of time at one offset from UTC; Unix seconds, `to` not included, offset in seconds east. */
export interface OffsetSpan {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** True for the name of a time zone this machine knows; offsets such as "+02:00" are no zones, as they know no daylight saving. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/u.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

const inZone = (instant: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(instant) * 1000).toZonedDateTimeISO(zone);

/** The calendar date a zone shows at an instant, as YYYY-MM-DD. */
export function dateAt(instant: number, zone: string): string {
  return inZone(instant, zone).toPlainDate().toString();
}

/** A calendar date `days` later, as YYYY-MM-DD. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Days from one calendar date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** Weekday of a date, 1 Monday to 7 Sunday (ISO 8601). */
export function weekdayOf(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** True for a date that exists, spelled YYYY-MM-DD, in the years 1970 to 9998. */
export function isDate(date: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u.test(date) || date < '1970-01-02' || date > '9998-12-31') return false;
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' }).toString() === date;
  } catch {
    return false;
  }
}

/** The instant a calendar date ends in a zone: 24:00, which is where the next date starts. Unix seconds. */
export function endOfDay(date: string, zone: string): number {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds / 1000;
}

/** Unix seconds of a date's midnight as if its zone were UTC: the number that a wall clock's reading is counted from. */
export function wallMidnight(date: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds / 1000;
}

/** Offsets of a zone over all instants at which its wall clock could show a date from `first` to `last`, in order, without gaps. */
export function offsetsOver(first: string, last: string, zone: string): readonly OffsetSpan[] {
  // No zone has ever been a whole day away from UTC.
  const end = wallMidnight(last) + 2 * DAY;
  const spans: OffsetSpan[] = [];
  let from = wallMidnight(first) - DAY;
  while (from < end) {
    const here = inZone(from, zone);
    const change = here.getTimeZoneTransition('next');
    const to = change === null ? end : Math.min(end, change.epochMilliseconds / 1000);
    spans.push({ from, to, offset: here.offsetNanoseconds / 1e9 });
    from = to;
  }
  return spans;
}
