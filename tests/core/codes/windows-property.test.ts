import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayHours, dayWindows, type Span, stepsOf, weekWindows } from '../../../main/core/codes/windows.ts';
import { changesIn, DAY, dateOf, HOUR, readsWithin, wallReading, ZONES } from './support/wall-clock.ts';

const slow = process.env.SLOW === '1';
const timeout = slow ? 900_000 : 60_000;
const changes = ZONES.map((zone) => ({ zone, changes: changesIn(2026, zone) }));

/** An instant near a change of clocks, or anywhere in the year for a zone without one. */
const anyPlace = fc.constantFrom(...changes).chain(({ zone, changes: list }) => {
  const anywhere = fc.integer({ min: Date.UTC(2026, 0, 5) / 1000, max: Date.UTC(2026, 11, 20) / 1000 });
  return (list.length === 0 ? anywhere : fc.constantFrom(...list)).map((instant) => ({ zone, instant }));
});

const anyTime = fc.integer({ min: 0, max: 24 * 12 }).map((fives) => {
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${pad(Math.floor(fives / 12))}:${pad((fives % 12) * 5)}`;
});
const anyHours = fc.tuple(anyTime, anyTime).filter(([from, to]) => from !== to && from !== '24:00');
const inSpans = (instant: number, spans: readonly Span[]): boolean => spans.some(({ from, to }) => instant >= from && instant < to);

describe('windows against the wall clock of Intl', { timeout }, () => {
  const runs = slow ? 2_000 : 120;

  it('holds exactly the minutes at which the clock reads within the hours', () => {
    const withChange = changes.filter(({ changes: list }) => list.length > 0).length;
    console.log(`dayWindows: ${runs} runs over ${ZONES.length} zones, ${withChange} of them with a change of clocks in 2026`);
    expect(withChange).toBeGreaterThanOrEqual(12);
    fc.assert(
      fc.property(
        anyPlace,
        fc.array(fc.tuple(fc.integer({ min: -1, max: 1 }), anyHours), { minLength: 1, maxLength: 3 }),
        (place, list) => {
          const { zone, instant } = place;
          const hours: DayHours[] = list.map(([day, [from, to]]) => ({
            date: dateOf(wallReading(instant, zone) + day * DAY),
            from,
            to,
          }));
          const spans = dayWindows(zone, hours);
          if (typeof spans === 'string') throw new Error(spans);
          const start = instant - (instant % 300) - 3 * DAY;
          // Clocks change at whole five minutes and hours are named in fives, so one look every five minutes sees every edge.
          for (let at = start; at < start + 6 * DAY; at += 300) {
            const reading = wallReading(at, zone);
            const wanted = hours.some((entry) => readsWithin(reading, entry));
            if (inSpans(at, spans) !== wanted)
              throw new Error(`${zone} at ${new Date(at * 1000).toISOString()}: ${wanted ? 'missing' : 'too much'}`);
          }
          expect(spans.every(({ from, to }, i) => from < to && from > (spans[i - 1]?.to ?? 0))).toBe(true);
        },
      ),
      { numRuns: runs },
    );
  });

  it('puts a week on the right days, none past 24:00 of the last', () => {
    fc.assert(
      fc.property(
        anyPlace,
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        anyHours,
        (place, weekdays, [from, to]) => {
          const { zone, instant } = place;
          const today = wallReading(instant, zone);
          const pattern = { firstDay: dateOf(today - 2 * DAY), lastDay: dateOf(today + 3 * DAY) };
          const spans = weekWindows(
            zone,
            { ...pattern, hours: weekdays.map((weekday) => ({ weekday, from, to })) },
            instant - 2 * DAY,
          );
          if (typeof spans === 'string') throw new Error(spans);
          const start = instant - (instant % 900) - 4 * DAY;
          for (let at = start; at < start + 9 * DAY; at += 900) {
            const reading = wallReading(at, zone);
            const wanted = [0, -DAY].some((back) => {
              const date = dateOf(reading + back);
              const weekday = ((new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7) + 1;
              const listed = weekdays.includes(weekday) && date >= pattern.firstDay && date <= pattern.lastDay;
              return listed && readsWithin(reading, { date, from, to }) && dateOf(reading) <= pattern.lastDay;
            });
            if (inSpans(at, spans) !== wanted)
              throw new Error(`${zone} at ${new Date(at * 1000).toISOString()}: ${wanted ? 'missing' : 'too much'}`);
          }
        },
      ),
      { numRuns: slow ? 1_000 : 60 },
    );
  });

  it('covers each span with the fewest steps and nothing that ended, lies too far, or starts after use', () => {
    const anySpans = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 * DAY }), fc.integer({ min: 1, max: 5 * HOUR })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(anySpans, fc.integer({ min: 10, max: 300 }), fc.nat(2 * DAY), fc.nat(4 * DAY), (list, period, now, use) => {
        const spans = list.map(([from, length]) => ({ from, to: from + length }));
        const useUntil = now + use;
        const windows = stepsOf(spans, period, { now, useUntil });
        const steps =
          typeof windows === 'string' ? [] : windows.flatMap((w) => Array.from({ length: w.count }, (_, i) => w.first_step + i));
        if (windows === 'too_many_codes' || windows === 'too_many_windows') throw new Error(windows);
        const held = new Set(steps);
        expect(held.size).toBe(steps.length);
        const clipped = spans
          .map(({ from, to }) => ({ from: Math.max(from, now), to: Math.min(to, useUntil) }))
          .filter(({ from, to }) => from < to);
        for (let step = 0; step * period < 5 * DAY; step++) {
          const wanted = clipped.some(({ from, to }) => from < (step + 1) * period && to > step * period);
          if (held.has(step) !== wanted) throw new Error(`step ${step}: ${wanted ? 'missing' : 'too much'}`);
        }
      }),
      { numRuns: runs },
    );
  });
});
