import { formatDay, formatTime } from './dates.ts';
import { inLanguage } from './language.ts';

/** A day with its year: `Fri 4 Dec 2026`. */
const fullDay = (unix: number, zone: string): string => `${formatDay(unix, unix, { zone })} ${yearOf(unix, zone)}`;

const years = new Map<string, Intl.DateTimeFormat>();

/** Made once for each zone: making one takes far longer than using it. */
function yearOf(unix: number, zone: string): string {
  const format = years.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric' });
  years.set(zone, format);
  return format.format(unix * 1000);
}

/** The place part of a zone's name in words: `Europe/Lisbon` is `Lisbon`, `America/Argentina/Buenos_Aires` is `Buenos Aires`. */
export const zonePlace = inLanguage('zoned.zonePlace', (zone: string): string => {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
});

/** A day and time that stays clear when read years later: `Fri 4 Dec 2026, 18:00 (Lisbon time)`. */
export const formatInZone = inLanguage('zoned.formatInZone', (unix: number, zone: string): string => {
  return `${fullDay(unix, zone)}, ${formatTime(unix, { zone })} (${zonePlace(zone)} time)`;
});

/**
 * The last moment of a loan in its owner's zone. Midnight is said as the end of the day before it: `the end of Fri 4 Dec 2026
 * (Lisbon time)`. With a second zone whose clock differs, its time follows: `Fri 4 Dec 2026, 18:00 (Lisbon time), 19:00 in Berlin`.
 */
export const formatUntil = inLanguage('zoned.formatUntil', (unix: number, zone: string, theirZone?: string | null): string => {
  const midnight = formatTime(unix, { zone }) === '0:00';
  // The end of a day is told by that day.
  const ownDay = fullDay(midnight ? unix - 1 : unix, zone);
  const own = midnight ? `the end of ${ownDay} (${zonePlace(zone)} time)` : formatInZone(unix, zone);
  if (theirZone === undefined || theirZone === null || theirZone === zone) return own;
  const theirs = formatTime(unix, { zone: theirZone });
  const day = fullDay(unix, theirZone);
  if (theirs === formatTime(unix, { zone }) && day === fullDay(unix, zone)) return own;
  return `${own}, ${day === ownDay ? theirs : `${day}, ${theirs}`} in ${zonePlace(theirZone)}`;
});
