import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HandoffDraft } from '../../shared/contracts/engine/handoff.ts';
import { introduce, makeVault, startEngine, type TestClock, type TestEngine } from '../support/engine-world.ts';
import { dateOf, DAY, wallReading } from '../core/codes/support/wall-clock.ts';

const SLOW = process.env['SLOW'] === '1';
const RUNS = SLOW ? 40 : 10;
const ZONE = 'Europe/Berlin';
const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const hasOathtool = spawnSync('oathtool', ['--version']).status === 0;

// Clocks in Berlin go back an hour on Sunday 25 October 2026, 03:00.
const START = Date.parse('2026-10-23T06:00:00+02:00') / 1000;
const STEPS = (5 * DAY) / 30;

/** The codes of the five days from `START` on, by oathtool: one for each step. */
function codesOfDays(): string[] {
  const args = ['--totp', '-b', '--now', `@${START}`, '-w', String(STEPS - 1), SEED];
  return execFileSync('oathtool', args, { encoding: 'utf8', maxBuffer: 1 << 24 })
    .trim()
    .split('\n');
}

type Lane = { readonly weekday: number; readonly from: number; readonly until: number };

/** Whether Berlin's wall clock, read by Intl, shows a time inside a lane; the week ends at 24:00 of Monday, the last day. */
function isLent(at: number, lanes: readonly Lane[]): boolean {
  const reading = wallReading(at, ZONE);
  const minute = Math.floor((reading % DAY) / 60);
  const weekday = new Date(reading * 1000).getUTCDay() || 7;
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  if (dateOf(reading) > '2026-10-26') return false;
  return lanes.some((lane) =>
    lane.from < lane.until
      ? lane.weekday === weekday && minute >= lane.from && minute < lane.until
      : (lane.weekday === weekday && minute >= lane.from) || (lane.weekday === yesterday && minute < lane.until),
  );
}

const time = fc.integer({ min: 0, max: 287 }).map((fives) => fives * 5);
const lanesOf = fc
  .array(fc.record({ weekday: fc.constantFrom(5, 6, 7, 7, 7, 1), from: time, until: time }), { minLength: 1, maxLength: 5 })
  .map((lanes) => lanes.filter(({ from, until }) => from !== until))
  .filter((lanes) => lanes.length > 0);

describe.skipIf(!hasOathtool)('a pass across the night the clocks go back', { timeout: SLOW ? 900_000 : 120_000 }, () => {
  const clock: TestClock = { now: START };
  let owner: TestEngine;
  let freelancer: TestEngine;
  let contact = '';
  let account = '';
  let codes: string[] = [];

  beforeAll(async () => {
    codes = codesOfDays();
    owner = await startEngine(clock);
    freelancer = await startEngine(clock);
    await makeVault(owner, 'Maren Voss', 'copper tunnel hazard biology');
    await makeVault(freelancer, 'Tomás Reyes', 'orbit lemon saddle harvest');
    contact = (await introduce(owner, freelancer)).a;
    const form = { client: null, platform: 'tiktok', kind: 'personal' as const, title: 'TikTok', username: null };
    const rest = { recoveryMail: null, recoveryPhone: null, address: null, tags: [], owner: null };
    account = (await owner.ask('accounts.save', { ...form, ...rest })).id;
    const { pending } = await owner.ask('factors.read', { text: SEED });
    await owner.ask('factors.confirm', { account, pending, typed: null });
  });

  /** Lends by lanes and gives what the borrower's engine shows. */
  const lendBy = async (lanes: readonly Lane[]) => {
    clock.now = START;
    // Both people say that this is the time, after the run before went days ahead.
    for (const engine of [owner, freelancer]) await engine.ask('clock.lower', {});
    const draft: HandoffDraft = {
      ...{ account, contact, password: false, backupCodes: false, liveCodes: false, windows: { kind: 'week', lanes: [...lanes] } },
      ...{ lastDay: '2026-10-26', untilMinute: 1440, zone: ZONE, level: null, rules: [], device: null, note: null },
    };
    const reply = await owner.client.call('handoff.seal', { draft, sendUnverified: false });
    if (!reply.ok) return null;
    const text = await owner.ask('messages.text', { message: reply.value.sealed.message, offset: 0 });
    const landed = await freelancer.ask('inbox.read', { source: { text: text.piece } });
    const { received } = await freelancer.ask('inbox.accept', { id: landed.id });
    return async (at: number): Promise<string | null> => {
      clock.now = at;
      const shown = await freelancer.client.call('received.code', { id: received });
      return shown.ok ? (shown.value.live?.code ?? null) : null;
    };
  };

  it('shows oathtool’s code in every step that is lent and none in any other', async () => {
    let looked = 0;
    let inside = 0;
    let sealed = 0;
    // The night itself, then random weeks.
    const night: Lane[] = [{ weekday: 7, from: 90, until: 165 }];
    for (const lanes of [night, ...fc.sample(lanesOf, { numRuns: RUNS, seed: 1 })]) {
      const shown = await lendBy(lanes);
      const wanted = Array.from({ length: STEPS }, (_, i) => isLent(START + i * 30, lanes));
      if (shown === null) {
        expect(wanted.includes(true)).toBe(false);
        continue;
      }
      sealed++;
      // Every edge, the doubled hour step by step, and a sample of the rest.
      const places = wanted.flatMap((is, i) => {
        const isEdge = is !== wanted[i - 1] || is !== wanted[i + 1];
        const hour = (START + i * 30 - Date.parse('2026-10-25T00:00:00Z') / 1000) / 3600;
        return SLOW || isEdge || (hour >= 0 && hour < 2 && i % 8 === 0) || i % 31 === 0 ? [i] : [];
      });
      // Forward in time: an engine's clock that goes back revives nothing.
      for (const i of places) {
        const code = await shown(START + i * 30 + (i % 30));
        expect([i, code]).toEqual([i, wanted[i] ? codes[i] : null]);
        looked++;
        if (wanted[i]) inside++;
      }
    }
    console.log(`october: ${sealed} passes sealed, ${looked} steps looked at, ${inside} of them lent`);
    expect(inside).toBeGreaterThan(500);
    expect(owner.bugs).toEqual([]);
    expect(freelancer.bugs).toEqual([]);
  });
});
