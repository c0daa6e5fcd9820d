import { inLanguage, presentLanguage, presentLocale } from './language.ts';

/** Where and in what tongue a time is read; without a zone it is the system's own, without a locale the present language's. */
export type Place = { readonly zone?: string | undefined; readonly locale?: string | undefined };

const day = 86_400;
const thin = '\u202f';

/** An instant of a zone, taken apart. */
export type Parts = { weekday: string; day: string; month: string; year: string; hour: string; minute: string };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each named zone, since making one takes far longer than using it; the system's own zone may change under us. */
function formatOf({ zone, locale = presentLocale() }: Place): Intl.DateTimeFormat {
  const key = `${locale} ${zone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  if (zone !== undefined) formats.set(key, made);
  return made;
}

function partsOf(unix: number, place: Place): Parts {
  return readParts(formatOf(place), unix);
}

/** The parts of an instant as they stand in a line, `4` and `Dec`, in German `4.` and `Dez`. */
export function readParts(format: Intl.DateTimeFormat, unix: number): Parts {
  const read = Object.fromEntries(format.formatToParts(unix * 1000).map((part) => [part.type, part.value]));
  // Without the point of a short name, `Fr.` or `Dez.`: a sentence that ends with a day has its own.
  const name = (part: string | undefined): string => part?.replace('.', '') ?? '';
  return {
    weekday: name(read.weekday),
    day: presentLanguage() === 'de' ? `${read.day ?? ''}.` : (read.day ?? ''),
    month: name(read.month),
    year: read.year ?? '',
    hour: String(Number(read.hour ?? 0)),
    minute: read.minute ?? '00',
  };
}

/** A clock time without a leading zero: `9:14`, `18:00`. */
export function formatTime(unix: number, place: Place = {}): string {
  const at = partsOf(unix, place);
  return `${at.hour}:${at.minute}`;
}

/** A day in words: `Fri 4 Dec` inside 60 days of `now`, `4 Dec` farther in the same year, else `2 Dec 2025`. */
export function formatDay(unix: number, now: number, place: Place = {}): string {
  const at = partsOf(unix, place);
  return Math.abs(unix - now) <= 60 * day ? `${at.weekday} ${at.day} ${at.month}` : formatDate(unix, now, place);
}

/** A day without its weekday, where there is little room: `4 Dec`, in another year `2 Dec 2025`. */
export function formatDate(unix: number, now: number, place: Place = {}): string {
  const at = partsOf(unix, place);
  const plain = `${at.day} ${at.month}`;
  return at.year === partsOf(now, place).year ? plain : `${plain} ${at.year}`;
}

/** A day and a clock time: `Fri 4 Dec, 18:00`. */
export function formatDayTime(unix: number, now: number, place: Place = {}): string {
  return `${formatDay(unix, now, place)}, ${formatTime(unix, place)}`;
}

/** When something ends: its last day, `Fri 4 Dec`; where it does not end with a day here, the time too, `Sat 5 Dec, 1:00`. */
export function formatEnd(until: number, now: number, place: Place = {}): string {
  return formatTime(until, place) === '0:00' ? formatDay(until - 1, now, place) : formatDayTime(until, now, place);
}

/** Whether two instants fall on the same calendar day of a zone. */
export function sameDay(a: number, b: number, place: Place = {}): boolean {
  const [x, y] = [partsOf(a, place), partsOf(b, place)];
  return x.day === y.day && x.month === y.month && x.year === y.year;
}

function unit(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * A length of time in its largest useful unit: `2 days`, `22 h`, `7 h 18 min`, `8 min`, `18 s`.
 * Rounds down, so that what is left is never overstated; anything under a second is `0 s`.
 */
export const formatDuration = inLanguage('dates.formatDuration', (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole >= 2 * day) return unit(Math.floor(whole / day), 'day', 'days');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  if (hours >= 10 || (hours > 0 && minutes === 0)) return `${hours} h`;
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min` : `${whole} s`;
});

/** Minutes and seconds of a short countdown, for the inside of a ring: `8:12`; from an hour on `7 h`. */
export function formatCountdown(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole >= 3600) return `${Math.floor(whole / 3600)} h`;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A count grouped by thousands with a narrow space: `9 876`. */
export function formatCount(count: number): string {
  return String(Math.trunc(count)).replace(/\B(?=(\d{3})+(?!\d))/g, thin);
}

/** A size in bytes by thousands: `812 B`, `25 kB`, `1.4 MB`. */
export const formatBytes = inLanguage('dates.formatBytes', (bytes: number): string => {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
});

/** A code in two groups for the eye, `482 913`; five letters (Steam) stay whole. Copy the code itself, not this. */
export function groupCode(code: string): string {
  if (code.length < 6) return code;
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}

/** Minutes after midnight as a clock time, written as every other: 540 is `9:00`, 1440 is `24:00`. */
export function formatMinutes(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The seven days of a week from Monday, `short` as `Mon`, `long` as `Monday`, `narrow` as `M`. */
export function weekdays(style: 'narrow' | 'short' | 'long', locale = presentLocale()): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
  // 5 January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, index) => format.format((4 + index) * day * 1000).replace('.', ''));
}
