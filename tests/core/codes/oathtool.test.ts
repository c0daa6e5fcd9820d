import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromB64u } from '../../../main/core/bytes.ts';
import { toBase32 } from '../../../main/core/codes/base32.ts';
import { nextOpening, passCode, passEnd } from '../../../main/core/codes/live-code.ts';
import { makePass } from '../../../main/core/codes/make-pass.ts';
import { codeAtStep, packedLength, passCodeCount, passIsSound, unpackCodes } from '../../../main/core/codes/pass.ts';
import type { TotpSettings } from '../../../main/core/codes/totp.ts';
import { type DayHours, dayWindows, stepsOf } from '../../../main/core/codes/windows.ts';
import { changesIn, DAY, dateOf, readsWithin, wallReading, ZONES } from './support/wall-clock.ts';

const slow = process.env.SLOW === '1';
const runs = slow ? 400 : 40;
const timeout = slow ? 900_000 : 60_000;
const present = spawnSync('oathtool', ['--version']).status === 0;
const account = 'Anp0MWfAYDuKUI3PEg8TUw';

/** Codes of steps that follow each other, by another implementation of RFC 6238: OATH Toolkit's. */
function oathCodes(seed: Uint8Array, { algorithm, digits, period }: TotpSettings, firstStep: number, count: number): string[] {
  const options = [
    `--totp=${algorithm}`,
    '-d',
    String(digits),
    '-s',
    `${period}s`,
    '--now',
    `@${firstStep * period}`,
    '-w',
    String(count - 1),
  ];
  return execFileSync('oathtool', [...options, '-b', toBase32(seed)], { encoding: 'utf8' })
    .trim()
    .split('\n');
}

const anySettings = fc.record({
  alphabet: fc.constant('decimal' as const),
  digits: fc.constantFrom(6, 7, 8),
  algorithm: fc.constantFrom('sha1' as const, 'sha256' as const, 'sha512' as const),
  period: fc.oneof(fc.constantFrom(30, 60), fc.integer({ min: 10, max: 300 })),
});

const anyTime = fc.integer({ min: 0, max: 24 * 60 }).map((minute) => {
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
});

/** A zone and an instant within 12 h of one of its changes of clocks, where it has any in 2026. */
const anyPlace = fc.constantFrom(...ZONES.map((zone) => ({ zone, changes: changesIn(2026, zone) }))).chain(({ zone, changes }) =>
  fc.record({
    zone: fc.constant(zone),
    instant: fc.constantFrom(...(changes.length === 0 ? [Date.UTC(2026, 4, 5) / 1000] : changes)),
    offset: fc.integer({ min: -DAY / 2, max: DAY / 2 }),
  }),
);

describe('passes over agreed windows', { timeout }, () => {
  const test = present ? it : it.skip;
  if (!present) console.log('oathtool is absent: 1 test skipped');

  test('hold the code another implementation gives for every step inside, and nothing for any step outside', async () => {
    let inside = 0;
    let outside = 0;
    let spawned = 0;
    await fc.assert(
      fc.asyncProperty(
        anyPlace,
        fc.array(
          fc.tuple(anyTime, anyTime).filter(([from, to]) => from !== to && from !== '24:00'),
          { minLength: 1, maxLength: 2 },
        ),
        anySettings,
        fc.uint8Array({ minLength: 10, maxLength: 64 }),
        async ({ zone, instant, offset }, list, settings, seed) => {
          const { period } = settings;
          const date = dateOf(wallReading(instant, zone));
          const hours: DayHours[] = list.map(([from, to]) => ({ date, from, to }));
          const now = instant + offset - DAY;
          const useUntil = now + 2 * DAY;
          const spans = dayWindows(zone, hours);
          if (typeof spans === 'string') throw new Error(spans);
          const steps = stepsOf(spans, period, { now, useUntil });
          if (typeof steps === 'string') expect(steps).toBe('no_window_left');
          const windows = typeof steps === 'string' ? [] : steps;
          const copy = seed.slice();
          const pass = windows.length === 0 ? null : await makePass(copy, settings, { account, windows }, async () => undefined);
          if (pass !== null) {
            expect(copy.every((byte) => byte === 0)).toBe(true);
            expect(passIsSound(pass, { iat: now, useUntil })).toBe(true);
          }

          const expected = new Map<number, string>();
          for (const { first_step, count } of windows) {
            oathCodes(seed, settings, first_step, count).forEach((code, i) => {
              expected.set(first_step + i, code);
            });
            spawned += 1;
          }
          if (pass !== null) {
            // The bytes hold these codes and no bit more.
            expect(unpackCodes(pass)).toEqual([...expected.values()]);
            expect(fromB64u(pass.codes)).toHaveLength(packedLength(pass, expected.size));
            expect(passCodeCount(pass)).toBe(expected.size);
            const end = (([...expected.keys()].at(-1) ?? 0) + 1) * period;
            expect(passEnd(pass)).toBe(end);
            expect(nextOpening(pass, end)).toBeNull();
          }

          // Which steps belong is told by Intl's wall clock: those that show a time within the hours at their start or at a full minute.
          const first = Math.floor((now - DAY / 4) / period);
          for (let step = first; step * period < now + 2.5 * DAY; step++) {
            const start = Math.max(step * period, now);
            const end = Math.min((step + 1) * period, useUntil);
            const looks = [start, ...Array.from({ length: 6 }, (_, i) => (Math.floor(start / 60) + 1 + i) * 60)].filter(
              (at) => at < end,
            );
            const belongs = looks.some((at) => hours.some((entry) => readsWithin(wallReading(at, zone), entry)));
            const code = expected.get(step) ?? null;
            if (belongs !== (code !== null)) throw new Error(`${zone}: step ${step} ${belongs ? 'missing' : 'too much'}`);
            if (pass === null) continue;
            if (codeAtStep(pass, step) !== code) throw new Error(`${zone}: step ${step} shows another code`);
            const live = passCode(pass, step * period + period - 1);
            if ((live?.code ?? null) !== code) throw new Error(`${zone}: step ${step} is shown as another code`);
            if ((live?.next ?? null) !== (code === null ? null : (expected.get(step + 1) ?? null))) throw new Error('next');
            if (code === null) outside += 1;
            else inside += 1;
          }
        },
      ),
      { numRuns: runs },
    );
    console.log(`oathtool: ${runs} runs, ${spawned} windows, ${inside} steps inside, ${outside} outside, ${ZONES.length} zones`);
    expect(inside).toBeGreaterThan(runs * 10);
  });
});
