// An independent reading of wall clocks: Intl's, where the code under test uses Temporal's.
import type { DayHours } from '../../../../main/core/codes/windows.ts';

/** Zones with and without daylight saving, whole, half and quarter hours, both hemispheres. */
export const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Lisbon',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/Asuncion',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Jerusalem',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Antarctica/Troll',
] as const;

export const HOUR = 3600;
export const DAY = 86_400;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(zone, made);
  return made;
}

/** What a zone's wall clock shows at an instant, as the seconds UTC would take to show the same. */
export function wallReading(instant: number, zone: string): number {
  const parts = new Map(
    clock(zone)
      .formatToParts(instant * 1000)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN;
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) / 1000;
}

/** The date of a reading, YYYY-MM-DD. */
export function dateOf(reading: number): string {
  return new Date(reading * 1000).toISOString().slice(0, 10);
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** True when a reading lies within hours of a date; a `to` before `from` is the next date's. */
export function readsWithin(reading: number, { date, from, to }: DayHours): boolean {
  const midnight = Date.parse(`${date}T00:00:00Z`) / 1000;
  const start = midnight + minutes(from) * 60;
  const end = midnight + minutes(to) * 60 + (minutes(to) < minutes(from) ? DAY : 0);
  return reading >= start && reading < end;
}

/** Hours of a year at whose end a zone's offset from UTC is another one; empty for a zone without daylight saving. */
export function changesIn(year: number, zone: string): number[] {
  const out: number[] = [];
  const offset = (at: number): number => wallReading(at, zone) - at;
  const end = Date.UTC(year + 1, 0, 1) / 1000;
  for (let day = Date.UTC(year, 0, 1) / 1000; day < end; day += DAY) {
    if (offset(day) === offset(day + DAY)) continue;
    for (let at = day; at < day + DAY; at += HOUR) if (offset(at) !== offset(at + HOUR)) out.push(at);
  }
  return out;
}
