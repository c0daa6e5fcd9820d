import { formatTime } from './dates.ts';

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each zone: making one takes far longer than using it. */
function dayFormat(zone: string): Intl.DateTimeFormat {
  const made =
    dayFormats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  dayFormats.set(zone, made);
  return made;
}

const fullDay = (unix: number, zone: string): string => {
  const format = dayFormat(zone);
  const parts = Object.fromEntries(format.formatToParts(unix * 1000).map((part) => [part.type, part.value]));
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}`;
};

/** The place part of a zone's name in words: `Europe/Lisbon` is `Lisbon`, `America/Argentina/Buenos_Aires` is `Buenos Aires`. */
export function zonePlace(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** A day and time that stays clear when read years later: `Fri 4 Dec 2026, 18:00 (Lisbon time)`. */
export function formatInZone(unix: number, zone: string): string {
  return `${fullDay(unix, zone)}, ${formatTime(unix, { zone })} (${zonePlace(zone)} time)`;
}

/**
 * The last moment of a loan in its owner's zone. Midnight is said as the end of the day before it: `the end of Fri 4 Dec 2026
 * (Lisbon time)`. With a second zone whose clock differs, its time follows: `Fri 4 Dec 2026, 18:00 (Lisbon time), 19:00 in Berlin`.
 */
export function formatUntil(unix: number, zone: string, theirZone?: string | null): string {
  const midnight = formatTime(unix, { zone }) === '0:00';
  // The end of a day is told by that day.
  const ownDay = fullDay(midnight ? unix - 1 : unix, zone);
  const own = midnight ? `the end of ${ownDay} (${zonePlace(zone)} time)` : formatInZone(unix, zone);
  if (theirZone === undefined || theirZone === null || theirZone === zone) return own;
  const theirs = formatTime(unix, { zone: theirZone });
  const day = fullDay(unix, theirZone);
  if (theirs === formatTime(unix, { zone }) && day === fullDay(unix, zone)) return own;
  return `${own}, ${day === ownDay ? theirs : `${day}, ${theirs}`} in ${zonePlace(theirZone)}`;
}
