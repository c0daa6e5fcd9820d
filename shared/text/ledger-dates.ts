import { type Parts, readParts } from './dates.ts';
import { presentLocale } from './language.ts';

/** Dates of one zone as a file has them, the same wherever and whenever it is read; made once, used for thousands. Unix seconds in. */
export interface LedgerDates {
  readonly zone: string;
  /** `2026-12-04 18:00`: a spreadsheet reads it as a date. */
  cell(unix: number): string;
  /** `Fri 4 Dec 2026, 18:00`. */
  time(unix: number): string;
  /** The last day of something that ends at an instant, midnight belonging to the day before: `Fri 4 Dec 2026`. */
  lastDay(unix: number): string;
  /** `Fri 4 Dec 2026`. */
  day(unix: number): string;
}

/** Dates of an IANA zone; throws for a zone this machine does not know. */
export function ledgerDates(zone: string): LedgerDates {
  const format = new Intl.DateTimeFormat(presentLocale(), {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  // Swedish writes dates as ISO 8601 does, in one go.
  const numbers = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const said = ({ weekday, day, month, year }: Parts): string => `${weekday} ${day} ${month} ${year}`;
  const dayOf = (unix: number): string => said(readParts(format, unix));
  return {
    zone,
    cell: (unix) => numbers.format(unix * 1000),
    time: (unix) => {
      const at = readParts(format, unix);
      return `${said(at)}, ${at.hour.padStart(2, '0')}:${at.minute}`;
    },
    day: dayOf,
    lastDay: (unix) => dayOf(unix - 1),
  };
}
