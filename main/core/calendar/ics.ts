import { utf8 } from '../bytes.ts';

/** Something with a beginning and an end, as a calendar is told of it. Times in Unix seconds, `until` not included. */
export interface CalendarEvent {
  /** The same for every statement of one event, and of no other; letters, digits, `-`, `_`, `.` and `@`. */
  readonly uid: string;
  /** Rises with every change of the event. */
  readonly sequence: number;
  readonly from: number;
  readonly until: number;
  readonly summary: string;
  readonly description: string;
  readonly place: string | null;
  /** Minutes before the beginning at which the calendar is to remind; null for never. */
  readonly remindBefore: number | null;
}

/** Octets of a content line, its line break left out (RFC 5545, 3.1). */
const LINE = 75;

/**
 * A calendar file (RFC 5545) of events as they are known at `now`, in Unix seconds. All times are in UTC, so that each calendar shows
 * them in its owner's zone. Throws for an identifier with other characters, or an event that does not end after it begins.
 */
export function writeCalendar(events: readonly CalendarEvent[], now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Latchkey//Latchkey//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, now: number): string[] {
  const { uid, sequence, from, until, summary, description, place, remindBefore } = event;
  if (!/^[\w.@-]+$/.test(uid)) throw new Error('an identifier needs no escapes');
  if (until <= from) throw new Error('an event ends after it begins');
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utcTime(now)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART:${utcTime(from)}`,
    `DTEND:${utcTime(until)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
    ...(remindBefore === null ? [] : alarmLines(remindBefore, summary)),
    'END:VEVENT',
  ];
}

function alarmLines(minutes: number, summary: string): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:-PT${minutes}M`, `DESCRIPTION:${escaped(summary)}`, 'END:VALARM'];
}

/** `20261125T070000Z`. */
function utcTime(unix: number): string {
  return `${new Date(Math.floor(unix) * 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** A text value (RFC 5545, 3.3.11): what would end it is escaped; control characters, unseen line ends and marks that turn its direction have no place in it. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, (one) => (one === '\n' || one === '\t' ? one : ''))
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);
}

/** A long line in pieces, no character cut in two; each further piece begins with a space, which counts (RFC 5545, 3.1). */
function folded(line: string): string {
  if (utf8(line).length <= LINE) return line;
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = utf8(character).length;
    if (octets + size > LINE) {
      pieces.push(piece);
      piece = '';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}
