import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekOf, weekTimeOf } from '../../../renderer/views/received/week-of.ts';

/** A local moment of November 2026; Monday is the 23rd. */
const at = (day: number, hour = 0, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime() / 1000;
const now = at(24, 10, 42);
const runs = process.env['SLOW'] === '1' ? 2000 : 200;

describe('the week of a pass', () => {
  it('puts now on its day and minute', () => {
    expect(weekTimeOf(now)).toEqual({ day: 1, minutes: 642 });
    expect(weekTimeOf(at(29, 23, 59))).toEqual({ day: 6, minutes: 1439 });
  });

  it('draws the windows of this week and leaves out others', () => {
    const spans = [
      { from: at(20, 9), until: at(20, 18) },
      { from: at(24, 9), until: at(24, 18) },
      { from: at(29, 22), until: at(30, 2) },
      { from: at(30, 9), until: at(30, 18) },
    ];
    expect(weekOf(spans, now)).toEqual([
      { day: 1, from: 540, to: 1080 },
      { day: 6, from: 1320, to: 1440 },
    ]);
  });

  it('cuts a window at midnight and joins those that touch', () => {
    const spans = [
      { from: at(24, 22), until: at(25, 1) },
      { from: at(25, 1), until: at(25, 2) },
    ];
    expect(weekOf(spans, now)).toEqual([
      { day: 1, from: 1320, to: 1440 },
      { day: 2, from: 0, to: 120 },
    ]);
  });

  it('covers exactly the minutes of this week that its windows cover', () => {
    console.log(`${runs} runs`);
    const begin = at(23);
    const minute = fc.integer({ min: -3000, max: 13_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(minute, fc.integer({ min: 1, max: 2000 })), { maxLength: 8 }), (parts) => {
        const spans = parts.map(([from, length]) => ({ from: begin + from * 60, until: begin + (from + length) * 60 }));
        const wanted = new Set<number>();
        for (const [from, length] of parts)
          for (let m = Math.max(0, from); m < Math.min(7 * 1440, from + length); m++) wanted.add(m);
        const drawn = weekOf(spans, now).reduce((sum, window) => sum + window.to - window.from, 0);
        expect(drawn).toBe(wanted.size);
      }),
      { numRuns: runs },
    );
  });
});
