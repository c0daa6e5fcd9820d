import { Temporal } from 'temporal-polyfill';
import { isDate, isZone } from '../codes/zone.ts';

/** The instant at which so many minutes of a day have passed on a zone's wall clock, 1440 being its end; null for no day or zone. Unix seconds. */
export function instantOf(day: string, minute: number, zone: string): number | null {
  if (!isDate(day) || !isZone(zone)) return null;
  const date = Temporal.PlainDate.from(day);
  if (minute === 1440) return date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds / 1000;
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds / 1000;
}

/** Minutes of a day as HH:MM, 1440 as 24:00. */
export function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
