import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Topic } from '../../shared/topics.ts';
import { readCalendar } from '../core/calendar/read-calendar.ts';
import { introduce, makeVault, startEngine, type TestEngine } from '../support/engine-world.ts';
import { addAccount, draftFor, lend } from '../support/session-world.ts';

const DAY = 86_400;
const BERLIN = 'Europe/Berlin';
const clock = { now: 0 };
let mine: TestEngine;
let contact = '';
let account = '';

beforeEach(async () => {
  clock.now = Date.UTC(2026, 10, 25, 7) / 1000;
  mine = await startEngine(clock);
  const theirs = await startEngine(clock);
  await makeVault(mine, 'Maren Voss', 'copper tunnel hazard biology');
  await makeVault(theirs, 'Tomás Reyes', 'orbit lemon saddle harvest');
  contact = (await introduce(mine, theirs)).a;
  account = await addAccount(session(), { title: 'Harbour shop', username: '@harbourbakery', password: 'Tr7&mel04-Quay' });
});

function session() {
  const open = mine.keeper.session;
  if (open === null) throw new Error('no open vault');
  return open;
}
const give = async (lastDay: string): Promise<string> => (await lend(session(), draftFor(account, contact, lastDay))).grant;
const changed = (...topics: Topic[]): void => mine.digest.soon(new Set(topics));
const told = async (times: number): Promise<void> => vi.waitFor(() => expect(mine.digests).toHaveLength(times));
const pause = (): Promise<void> => new Promise((done) => void setTimeout(done, 400));

describe('the digest the shell is told', () => {
  it('has dates, counts and this device’s number of the vault, and no name, handle or number of anything in it', async () => {
    const grants = [await give('2026-11-26'), await give('2026-11-26'), await give('2026-12-24')];
    changed('grants');
    await told(1);
    const { vaults } = await mine.ask('vaults.list', {});
    const end = (day: string): number => Date.parse(`${day}T00:00:00+01:00`) / 1000;
    expect(mine.digests[0]).toEqual({
      vault: vaults[0]?.vault,
      ends: [
        { at: end('2026-11-27'), count: 2 },
        { at: end('2026-12-25'), count: 1 },
      ],
      over: 0,
    });
    const text = JSON.stringify(mine.digests);
    const named = ['Maren', 'Voss', 'Tomás', 'Reyes', 'Harbour', 'harbour', 'tiktok', 'Tr7', account, contact, ...grants];
    for (const name of named) expect(text).not.toContain(name);
  });

  it('is told once for many changes, not for those that move no date, and not again while it is the same', async () => {
    await give('2026-11-26');
    for (let n = 0; n < 20; n++) changed('grants', 'accounts');
    await told(1);
    changed('grants');
    changed('log', 'people', 'vault');
    await pause();
    expect(mine.digests).toHaveLength(1);
    await give('2026-11-27');
    changed('grants');
    await told(2);
  });

  it('is told in any case before the vault is closed, as it is then, and never without a vault', async () => {
    await give('2026-11-26');
    changed('grants');
    await told(1);
    clock.now += 3 * DAY;
    mine.digest.last();
    await told(2);
    expect(mine.digests[1]).toMatchObject({ ends: [], over: 1 });
    // The same once more: the person may have turned it off and on again meanwhile.
    mine.digest.last();
    await told(3);
    expect(mine.digests[2]).toEqual(mine.digests[1]);
    await mine.keeper.close();
    mine.digest.last();
    changed('grants');
    await pause();
    expect(mine.digests).toHaveLength(3);
  });

  it('tells what needs nothing any more once it ended from what does', async () => {
    const from = clock.now - 6 * DAY;
    const code = { account, contact: null, about: 'Spring reel', code: null, days: 7, from } as const;
    for (let n = 0; n < 2; n++) await mine.ask('business.saveAdCode', code);
    await give('2026-11-28');
    mine.digest.last();
    await told(1);
    const loan = { at: Date.parse('2026-11-29T00:00:00+01:00') / 1000, count: 1 };
    expect(mine.digests[0]?.ends).toEqual([{ at: clock.now + DAY, count: 2, gone: 2 }, loan]);
  });

  it('leaves out what was put off', async () => {
    const grant = await give('2026-11-28');
    await give('2026-11-29');
    await mine.ask('reminders.snooze', { kind: 'loan_ending', of: grant, day: '2026-11-27', zone: BERLIN });
    mine.digest.last();
    await told(1);
    expect(mine.digests[0]?.ends).toHaveLength(1);
  });
});

describe('reminders over the wire', () => {
  it('are listed, counted for the bell, put off and asked again', async () => {
    const grant = await give('2026-11-28');
    clock.now += 4 * DAY;
    await session().sweep();
    const due = async (): Promise<number | undefined> => (await mine.ask('vault.state', {})).open?.due;
    expect(await mine.ask('reminders.list', { zone: BERLIN })).toMatchObject({ due: { total: 1 }, snoozed: { total: 0 } });
    expect(await due()).toBe(1);
    const about = { kind: 'loan_over', of: grant, zone: BERLIN } as const;
    await mine.ask('reminders.snooze', { ...about, day: '2026-12-05' });
    expect(await mine.ask('reminders.list', { zone: BERLIN })).toMatchObject({ due: { total: 0 }, snoozed: { total: 1 } });
    expect(await due()).toBe(0);
    await mine.ask('reminders.snooze', { ...about, day: null });
    expect(await due()).toBe(1);
    expect(mine.bugs).toEqual([]);
  });

  it('are written as a calendar file where the person chose, once for a token', async () => {
    await give('2026-11-28');
    const file = path.join(mine.folder, 'dates.ics');
    const token = 'S'.repeat(22);
    mine.tokens.set(token, file);
    // The last day, and the review that follows.
    expect(await mine.ask('reminders.saveCalendar', { zone: BERLIN, token })).toEqual({ events: 2 });
    const text = await readFile(file, 'utf8');
    expect(readCalendar(text)).toHaveLength(2);
    expect(text).not.toContain('Tr7');
    expect(await mine.refusal('reminders.saveCalendar', { zone: BERLIN, token })).toBe('expired_token');
  });
});
