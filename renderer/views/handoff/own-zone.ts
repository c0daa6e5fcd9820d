import type { PlainDate } from '../../lib/plain-date.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** The zone of this computer's clock, in which the owner plans. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The day of an instant on this computer's calendar; Unix seconds. */
export function dayOf(unix: number): PlainDate {
  const at = new Date(unix * 1000);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Minutes after midnight of an instant on this computer's clock; Unix seconds. */
export function minuteOf(unix: number): number {
  const at = new Date(unix * 1000);
  return at.getHours() * 60 + at.getMinutes();
}

/** The instant of a day and minute on this computer's clock, in Unix seconds; a time that daylight saving skips is an hour later. */
export function instantAt(day: PlainDate, minute: number): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return Math.floor(new Date(year, month - 1, date, 0, minute).getTime() / 1000);
}
