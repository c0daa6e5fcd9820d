import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyToWorkdays, draw, freePlace, move, type PlanWindow, resize, room, step, tidy } from '../../../renderer/lib/plan.ts';
import { planWords } from '../../../renderer/lib/plan-words.ts';

const quarter = fc.integer({ min: 0, max: 95 });
const window = fc.tuple(fc.integer({ min: 0, max: 6 }), quarter, quarter).map(([day, a, b]) => draw(day, a * step, b * step));
const runs = process.env['SLOW'] === '1' ? 5000 : 200;
console.log(`plan: ${runs} runs a property`);

function sound(windows: readonly PlanWindow[]): boolean {
  return windows.every((one, at) => {
    const next = windows[at + 1];
    const inside = one.from >= 0 && one.to <= 1440 && one.to - one.from >= step && one.from % step === 0 && one.to % step === 0;
    return inside && (next === undefined || next.day > one.day || next.from > one.to);
  });
}

describe('windows of a plan', () => {
  it('are sorted and never touch once tidied, and cover the same minutes', () => {
    const covers = (windows: readonly PlanWindow[], day: number, minute: number): boolean =>
      windows.some((one) => one.day === day && one.from <= minute && minute < one.to);
    fc.assert(
      fc.property(
        fc.array(window, { maxLength: 8 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 1439 }),
        (windows, day, minute) => {
          const neat = tidy(windows);
          expect(sound(neat)).toBe(true);
          expect(covers(neat, day, minute)).toBe(covers(windows, day, minute));
        },
      ),
      { numRuns: runs },
    );
  });
  it('stay sound however one is moved or stretched inside its room', () => {
    fc.assert(
      fc.property(
        fc.array(window, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.integer({ min: -1500, max: 1500 }),
        (windows, which, by) => {
          const neat = tidy(windows);
          const one = neat[which % neat.length];
          if (one === undefined) return;
          const within = room(neat, one);
          for (const next of [move(one, by, within), resize(one, 'from', by, within), resize(one, 'to', by, within)]) {
            const changed = neat.map((other) => (other === one ? next : other));
            expect(sound(changed)).toBe(true);
          }
          expect(move(one, by, within).to - move(one, by, within).from).toBe(one.to - one.from);
        },
      ),
      { numRuns: runs },
    );
  });
  it('find a free hour from nine on, then a quarter anywhere, then nothing', () => {
    expect(freePlace([], 2)).toEqual({ day: 2, from: 540, to: 600 });
    expect(freePlace([{ day: 2, from: 540, to: 1440 }], 2)).toEqual({ day: 2, from: 0, to: 60 });
    expect(freePlace([{ day: 2, from: 30, to: 1440 }], 2)).toEqual({ day: 2, from: 0, to: 15 });
    expect(freePlace([{ day: 2, from: 0, to: 1440 }], 2)).toBeNull();
  });
  it('copy a day to the other workdays and leave the weekend alone', () => {
    const plan = copyToWorkdays(
      [
        { day: 0, from: 0, to: 60 },
        { day: 2, from: 540, to: 1080 },
        { day: 5, from: 600, to: 780 },
      ],
      2,
    );
    expect(plan.map((one) => [one.day, one.from, one.to])).toEqual([
      ...[0, 1, 2, 3, 4].map((day) => [day, 540, 1080]),
      [5, 600, 780],
    ]);
  });
  it('are said day by day, neighbours alike together', () => {
    const week = [0, 1, 2, 3, 4].map((day) => ({ day, from: 540, to: 1080 }));
    expect(planWords([...week, { day: 5, from: 600, to: 780 }])).toBe('Monday to Friday 9:00 to 18:00, Saturday 10:00 to 13:00');
    expect(planWords([])).toBe('no window');
  });
});
