import { formatDay } from '../../shared/text/dates.ts';
import { presentLocale } from '../../shared/text/language.ts';

const day = 86_400_000;

/** A calendar day without a time or a zone, written `2026-12-04`; two of them compare as strings. */
export type PlainDate = string;

function toMs(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The day `count` days later, or earlier when negative. */
export function addDays(date: PlainDate, count: number): PlainDate {
  return new Date(toMs(date) + count * day).toISOString().slice(0, 10);
}

/** The day of the week, Monday 0 to Sunday 6. */
export function weekdayOf(date: PlainDate): number {
  return (new Date(toMs(date)).getUTCDay() + 6) % 7;
}

/** The Monday of a day's week. */
export function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, -weekdayOf(date));
}

/** Whole days from one day to another, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((toMs(to) - toMs(from)) / day);
}

/** A day in words for a screen reader or a caption: `Friday 4 December` long, `4 Dec` short. */
export function dateWords(date: PlainDate, style: 'long' | 'short', locale = presentLocale()): string {
  const format: Intl.DateTimeFormatOptions =
    style === 'long' ? { weekday: 'long', day: 'numeric', month: 'long' } : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(locale, { ...format, timeZone: 'UTC' }).format(toMs(date)).replace(/,|(?<=\p{L})\.$/gu, '');
}

/** A day as everywhere else in words: `Fri 4 Dec` near today, `2 Dec 2025` in another year. */
export function dayText(date: PlainDate, today: PlainDate): string {
  return formatDay(toMs(date) / 1000, toMs(today) / 1000, { zone: 'UTC' });
}

/** Whether what was typed is a day of the calendar, such as `2026-12-04`. */
export function isPlainDate(typed: string | undefined): typed is PlainDate {
  if (typed === undefined || !/^\d{4}-\d\d-\d\d$/.test(typed)) return false;
  const at = toMs(typed);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(typed);
}
