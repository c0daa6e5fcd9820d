import type * as english from '../zoned.ts';
import type { Translated } from '../language.ts';
import { formatDay, formatTime } from '../dates.ts';
import { formatInZone, zonePlace } from '../zoned.ts';

/** Towns of the time-zone database that German calls otherwise. */
const towns: Readonly<Record<string, string>> = {
  Lisbon: 'Lissabon',
  Vienna: 'Wien',
  Zurich: 'Zürich',
  Brussels: 'Brüssel',
  Copenhagen: 'Kopenhagen',
  Rome: 'Rom',
  Warsaw: 'Warschau',
  Prague: 'Prag',
  Athens: 'Athen',
  Bucharest: 'Bukarest',
  Belgrade: 'Belgrad',
  Moscow: 'Moskau',
  Kyiv: 'Kiew',
  Kiev: 'Kiew',
  Luxembourg: 'Luxemburg',
  Singapore: 'Singapur',
  Tokyo: 'Tokio',
  Cairo: 'Kairo',
  'Mexico City': 'Mexiko-Stadt',
  'Sao Paulo': 'São Paulo',
};

/** A day with its year: `Fr 4. Dez 2026`. */
function fullDay(unix: number, zone: string): string {
  const year = new Intl.DateTimeFormat('de-DE', { timeZone: zone, year: 'numeric' }).format(unix * 1000);
  return `${formatDay(unix, unix, { zone })} ${year}`;
}

/** German of ../zoned.ts. */
export const zoned: Translated<typeof english> = {
  zonePlace: (zone) => {
    const place = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
    return towns[place] ?? place;
  },
  formatInZone: (unix, zone) => `${fullDay(unix, zone)}, ${formatTime(unix, { zone })} (Zeit in ${zonePlace(zone)})`,
  formatUntil: (unix, zone, theirZone) => {
    const midnight = formatTime(unix, { zone }) === '0:00';
    // The end of a day is told by that day.
    const ownDay = fullDay(midnight ? unix - 1 : unix, zone);
    const own = midnight ? `Ende ${ownDay} (Zeit in ${zonePlace(zone)})` : formatInZone(unix, zone);
    if (theirZone === undefined || theirZone === null || theirZone === zone) return own;
    const theirs = formatTime(unix, { zone: theirZone });
    const day = fullDay(unix, theirZone);
    if (theirs === formatTime(unix, { zone }) && day === fullDay(unix, zone)) return own;
    return `${own}, in ${zonePlace(theirZone)} ${day === ownDay ? theirs : `${day}, ${theirs}`}`;
  },
};
