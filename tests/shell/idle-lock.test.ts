import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { IdleLock } from '../../main/shell/idle-lock.ts';
import { settle, VirtualClock } from '../support/virtual-clock.ts';

const MINUTE = 60_000;

let clock: VirtualClock;
let idle: IdleLock;
let minutes: number;
let system: number | null;
let begin: number;
let said: [what: 'lock' | 'soon', at: number | null][];
let moved: (number | null)[];

/** Starts one; times are told in milliseconds since then. */
function start(): void {
  clock = new VirtualClock();
  begin = clock.now();
  said = [];
  moved = [];
  minutes = 10;
  system = null;
  const since = (at: number | null): number | null => (at === null ? null : at - begin);
  idle = new IdleLock(clock, {
    minutes: () => minutes,
    idleSeconds: () => system,
    lock: () => said.push(['lock', clock.now() - begin]),
    moved: (at) => moved.push(since(at)),
    soon: (at) => said.push(['soon', since(at)]),
  });
  idle.vault(true);
}
beforeEach(start);

describe('an open vault nobody uses', () => {
  it('is announced a minute before and locked on time', async () => {
    await clock.move(9 * MINUTE - 1);
    expect(said).toEqual([]);
    await clock.move(MINUTE);
    expect(said).toEqual([['soon', 10 * MINUTE]]);
    await clock.move(1);
    expect(said).toEqual([
      ['soon', 10 * MINUTE],
      ['soon', null],
      ['lock', 10 * MINUTE],
    ]);
    expect(moved).toEqual([10 * MINUTE, null]);
    expect(clock.waiting).toBe(0);
  });

  it('with a minute to the lock is announced half a minute before', async () => {
    minutes = 1;
    idle.changed();
    await clock.move(MINUTE / 2 - 1);
    expect(said).toEqual([]);
    await clock.move(1);
    expect(said).toEqual([['soon', MINUTE]]);
  });

  it('is never locked when the setting is never', async () => {
    minutes = 0;
    idle.changed();
    await clock.move(24 * 60 * MINUTE);
    expect(said).toEqual([]);
    expect([idle.at, moved.at(-1)]).toEqual([null, null]);
  });

  it('is locked at once when the time is made shorter than it has been idle', async () => {
    await clock.move(5 * MINUTE);
    minutes = 5;
    idle.changed();
    expect(said).toEqual([['lock', 5 * MINUTE]]);
  });

  it('is locked as soon as a machine wakes that slept past the time, whoever woke it', async () => {
    await clock.move(MINUTE);
    system = 0;
    await clock.sleep(8 * 60 * MINUTE);
    expect(said.map(([what]) => what)).toEqual(['lock']);
  });

  it('is locked by the first input after the time, if that comes before the look', async () => {
    await clock.move(10 * MINUTE - 1);
    const late = clock.now() + 3;
    clock.now = () => late;
    idle.active();
    expect(said.at(-1)).toEqual(['lock', 10 * MINUTE + 2]);
  });

  it('is not kept open longer by a clock that was put back', async () => {
    await clock.move(5 * MINUTE);
    const now = clock.now.bind(clock);
    clock.now = () => now() - 3600_000;
    await clock.move(10 * MINUTE + 5000);
    expect(said.at(-1)?.[0]).toBe('lock');
  });
});

describe('an open vault somebody uses', () => {
  it('stays open, and its lock moves with each input', async () => {
    for (let minute = 0; minute < 60; minute++) {
      await clock.move(MINUTE);
      idle.active();
    }
    expect(said).toEqual([]);
    expect(idle.at).toBe(begin + 70 * MINUTE);
    expect(moved).toHaveLength(61);
  });

  it('is not locked after all when they come back in the last minute', async () => {
    await clock.move(10 * MINUTE - 1);
    idle.active();
    expect(said).toEqual([
      ['soon', 10 * MINUTE],
      ['soon', null],
    ]);
    await clock.move(9 * MINUTE);
    expect(said).toHaveLength(3);
  });

  it('stays open while they work elsewhere on the machine, where the host can tell', async () => {
    for (let second = 0; second < 3600; second += 10) {
      system = second % 30;
      await clock.move(10_000);
    }
    expect(said).toEqual([]);
    const since = system ?? 0;
    for (let second = 10; second <= 600; second += 10) {
      system = since + second;
      await clock.move(10_000);
    }
    expect(said.map(([what]) => what)).toEqual(['soon', 'soon', 'lock']);
  });

  it('does not tell of every second by which an idle time is rounded', async () => {
    for (let second = 1; second < 300; second++) {
      system = second - (second % 2);
      await clock.move(1000);
    }
    expect(moved.length).toBeLessThanOrEqual(2);
  });
});

describe('no open vault', () => {
  it('needs no lock and no look', async () => {
    idle.vault(false);
    idle.active();
    idle.changed();
    expect([idle.at, moved.at(-1), clock.waiting]).toEqual([null, null, 0]);
    await clock.move(60 * MINUTE);
    expect(said).toEqual([]);
  });

  it('means a fresh time for the next one', async () => {
    await clock.move(9.5 * MINUTE);
    idle.vault(false);
    await clock.move(60 * MINUTE);
    idle.vault(true);
    expect(idle.at).toBe(clock.now() + 10 * MINUTE);
    await clock.move(10 * MINUTE);
    expect(said.at(-1)?.[0]).toBe('lock');
  });
});

it('whatever is done when, a vault is locked exactly when nothing was done for the time set', async () => {
  const runs = process.env['SLOW'] === '1' ? 2000 : 100;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 20 }),
      async (limit, gaps) => {
        start();
        minutes = limit;
        idle.changed();
        let due = begin + limit * MINUTE;
        for (const gap of gaps) {
          await clock.move(gap * 1000);
          if (clock.now() >= due) break;
          idle.active();
          due = clock.now() + limit * MINUTE;
        }
        await clock.move(Math.max(0, due - clock.now() - 1));
        const early = said.some(([what, at]) => what === 'lock' && begin + (at ?? 0) < due);
        await clock.move(1);
        await settle();
        expect(early).toBe(false);
        expect(said.filter(([what]) => what === 'lock')).toEqual([['lock', due - begin]]);
      },
    ),
    { numRuns: runs },
  );
  console.log(`idle lock: ${runs} random days`);
});
