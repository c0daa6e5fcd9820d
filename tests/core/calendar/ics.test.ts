import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, writeCalendar } from '../../../main/core/calendar/ics.ts';
import { readCalendar, textOf } from './read-calendar.ts';

const event: CalendarEvent = {
  ...{ uid: 'AAAAAAAAAAAAAAAAAAAAAA@latchkey', sequence: 0, from: 1_795_590_000, until: 1_795_591_800 },
  ...{ summary: 'Sign in to TikTok', description: 'First sign-in.', place: 'Lisbon', remindBefore: 10 },
};
const NOW = 1_795_500_000;

describe('a calendar file', () => {
  it('is, to the byte, what RFC 5545 says', () => {
    expect(writeCalendar([event], NOW).split('\r\n')).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Latchkey//Latchkey//EN', 'CALSCALE:GREGORIAN', 'BEGIN:VEVENT'],
      ...['UID:AAAAAAAAAAAAAAAAAAAAAA@latchkey', 'DTSTAMP:20261124T060000Z', 'SEQUENCE:0'],
      ...['DTSTART:20261125T070000Z', 'DTEND:20261125T073000Z', 'SUMMARY:Sign in to TikTok', 'DESCRIPTION:First sign-in.'],
      ...['LOCATION:Lisbon', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT10M', 'DESCRIPTION:Sign in to TikTok', 'END:VALARM'],
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ]);
  });

  it('escapes what would end a text, and leaves control characters out', () => {
    const summary = 'a;b,c\\d\ne\r\nf\rg\u0000\u0007h\ti';
    const [read] = readCalendar(writeCalendar([{ ...event, summary, remindBefore: null, place: null }], NOW));
    expect(read?.get('SUMMARY')).toBe('a\\;b\\,c\\\\d\\ne\\nf\\ngh\ti');
    expect(textOf(read?.get('SUMMARY') ?? '')).toBe('a;b,c\\d\ne\nf\ngh\ti');
    expect(read?.has('LOCATION')).toBe(false);
    expect(read?.has('TRIGGER')).toBe(false);
  });

  it('leaves out what turns the direction of a text or ends its line unseen, so that a name cannot hide what follows it', () => {
    const marks = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u0085\u009b\u2028\u2029';
    const [read] = readCalendar(writeCalendar([{ ...event, summary: [...marks].join('x'), place: `L${marks}` }], NOW));
    expect(read?.get('SUMMARY')).toBe('x'.repeat(marks.length - 1));
    expect(read?.get('LOCATION')).toBe('L');
    const [joined] = readCalendar(writeCalendar([{ ...event, summary: 'می\u200cخواهم' }], NOW));
    expect(joined?.get('SUMMARY')).toBe('می\u200cخواهم');
  });

  it('folds at 75 octets and cuts no character in two', () => {
    for (const letter of ['a', 'é', '語', '👩‍🚀']) {
      const summary = letter.repeat(80);
      const file = writeCalendar([{ ...event, summary }], NOW);
      for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length, line).toBeLessThanOrEqual(75);
      expect(textOf(readCalendar(file)[0]?.get('SUMMARY') ?? '')).toBe(summary);
    }
    const exact = writeCalendar([{ ...event, summary: 'x'.repeat(75 - 'SUMMARY:'.length) }], NOW);
    expect(exact).toContain(`SUMMARY:${'x'.repeat(67)}\r\n`);
    const over = writeCalendar([{ ...event, summary: 'x'.repeat(68) }], NOW);
    expect(over).toContain(`SUMMARY:${'x'.repeat(67)}\r\n x\r\n`);
  });

  it('reads back as what was meant, whatever was written', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 300 });
    const runs = process.env['SLOW'] === '1' ? 5000 : 300;
    let cases = 0;
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            summary: texts,
            description: texts,
            place: fc.option(texts),
            from: fc.integer({ min: 1, max: 200_000_000_000 }),
            minutes: fc.integer({ min: 5, max: 240 }),
            remindBefore: fc.option(fc.integer({ min: 0, max: 10_000 })),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        (events) => {
          cases++;
          const file = writeCalendar(
            events.map(({ minutes, ...one }, at) => ({
              ...one,
              uid: `u${at}@latchkey`,
              sequence: at,
              until: one.from + minutes * 60,
            })),
            NOW,
          );
          const read = readCalendar(file);
          expect(read).toHaveLength(events.length);
          for (const [at, { summary, description, place, from }] of events.entries()) {
            expect(textOf(read[at]?.get('SUMMARY') ?? '')).toBe(plain(summary));
            expect(textOf(read[at]?.get('DESCRIPTION') ?? '')).toBe(plain(description));
            if (place !== null) expect(textOf(read[at]?.get('LOCATION') ?? '')).toBe(plain(place));
            expect(instantOf(read[at]?.get('DTSTART') ?? '')).toBe(from);
          }
        },
      ),
      { numRuns: runs },
    );
    console.log(`calendar files read back: ${cases}`);
  });

  it('refuses an identifier that would need escapes, and an end before the beginning', () => {
    expect(() => writeCalendar([{ ...event, uid: 'a\r\nBEGIN:VALARM' }], NOW)).toThrow();
    expect(() => writeCalendar([{ ...event, until: event.from }], NOW)).toThrow();
  });
});

/** What a text is once it can be carried: well formed, one kind of line break, no control characters, line ends or marks of direction. */
function plain(text: string): string {
  return [...text.toWellFormed().replaceAll(/\r\n?/g, '\n')]
    .filter((character) => character === '\n' || character === '\t' || !/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(character))
    .join('');
}

function instantOf(text: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) / 1000;
}
