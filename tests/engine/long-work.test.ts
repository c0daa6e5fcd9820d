import { setImmediate as immediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { LongWork, type Told } from '../../main/engine/long-work.ts';
import { makeVault, startEngine, type TestEngine } from '../support/engine-world.ts';

const PASSWORD = 'copper tunnel hazard biology';
const clock = { now: Date.UTC(2026, 10, 25, 7) / 1000 };

describe('long work', () => {
  let told: Told[] = [];
  let stopping = false;
  const work = (): LongWork => new LongWork({ tell: (one) => told.push(one), pause: immediate, isStopping: () => stopping });
  beforeEach(() => {
    told = [];
    stopping = false;
  });

  it('is told in whole hundredths, with its records where they are counted', async () => {
    const watch = work().watch('opening');
    expect(await watch(0.239)).toBe(true);
    expect(await watch(1.2, { done: 5, total: null })).toBe(true);
    expect(told).toEqual([
      { task: 'opening', done: 23 },
      { task: 'opening', done: 100, records: { done: 5, total: null } },
    ]);
  });

  it('lets others have their turn at each look', async () => {
    let turns = 0;
    const watch = work().watch('sealing');
    setImmediate(() => turns++);
    await watch(0.1);
    expect(turns).toBe(1);
  });

  it('is given up when the person stops it: the newest of its kind, and no other kind', async () => {
    const all = work();
    const [older, newer, other] = [all.watch('opening'), all.watch('opening'), all.watch('checking')];
    all.cancel('opening');
    expect([await older(0.1), await newer(0.1), await other(0.1)]).toEqual([true, false, true]);
    expect(await all.watch('opening')(0.1)).toBe(true);
    all.cancel('compacting');
  });

  it('is given up when everything ends', async () => {
    stopping = true;
    expect(await work().watch('saving')(0.5)).toBe(false);
  });
});

describe('the long work of an engine', { timeout: 120_000 }, () => {
  let engine: TestEngine;
  let told: { task: string; done: number; records?: { done: number; total: number | null } | undefined }[] = [];

  beforeEach(async () => {
    engine = await startEngine(clock);
    await makeVault(engine, 'Studio Voss', PASSWORD);
    const vault = engine.keeper.session?.vault;
    const text = 'x'.repeat(400_000);
    for (let n = 0; n < 12; n++) {
      const id = `${String(n).padStart(21, '0')}A`;
      await vault?.commit([{ op: 'put', id, type: 'note_card', v: 1, data: { text } }]);
    }
    told = [];
    engine.client.on('progress', (one) => void told.push(one));
  });
  const reopen = async () => {
    await engine.keeper.close();
    const { vaults } = await engine.ask('vaults.list', {});
    told = [];
    return engine.client.call('vault.open', { vault: vaults[0]?.vault ?? '', password: PASSWORD });
  };
  /** Stops the work of a kind as soon as it tells of itself. */
  const stopAt = (task: 'opening' | 'checking' | 'compacting' | 'sealing' | 'saving' | 'restoring') =>
    engine.client.on('progress', (one) => one.task === task && void engine.client.call('work.cancel', { task }));

  it('tells of an opening, its records counted as the snapshot says', async () => {
    expect(await engine.ask('vault.compact', {})).toBeTruthy();
    expect((await reopen()).ok).toBe(true);
    const opening = told.filter(({ task }) => task === 'opening');
    expect(opening.length).toBeGreaterThan(2);
    expect(opening.map(({ done }) => done)).toEqual(opening.map(({ done }) => done).toSorted((a, b) => a - b));
    for (const { records } of opening)
      expect(records?.total).toBe(engine.keeper.session?.vault.records.size === undefined ? 0 : 15);
  });

  it('stops an opening and stays locked, and opens the next time', async () => {
    await engine.keeper.close();
    const letGo = stopAt('opening');
    expect(await reopen()).toMatchObject({ ok: false, code: 'cancelled' });
    expect(engine.keeper.session).toBeNull();
    letGo();
    expect((await reopen()).ok).toBe(true);
  });

  it.each([
    ['checking', 'vault.check', {}],
    ['compacting', 'vault.compact', {}],
    ['saving', 'vault.changePassword', { old: PASSWORD, fresh: 'orbit lemon saddle harvest', cost: 'low' }],
    ['sealing', 'vault.rotateKey', { password: PASSWORD }],
  ] as const)('stops %s with everything as it was', async (task, call, params) => {
    const before = engine.keeper.session?.vault.position;
    stopAt(task);
    expect(await engine.client.call(call, params as never)).toMatchObject({ ok: false, code: 'cancelled' });
    expect(engine.keeper.session?.vault.position).toEqual(before);
    expect(told.some((one) => one.task === task)).toBe(true);
    await engine.ask('clients.save', { name: 'Another', colour: 2, notes: null, archived: false });
    expect((await engine.client.call('vault.health', {})).ok).toBe(true);
    expect(engine.bugs).toEqual([]);
  });

  it('tells of a restore, and leaves the vault open when that is stopped', async () => {
    const { backup } = await engine.ask('backups.make', {});
    engine.client.on(
      'progress',
      (one) => one.task === 'restoring' && void engine.client.call('work.cancel', { task: 'restoring' }),
    );
    const form = { id: backup.id, password: PASSWORD };
    expect(await engine.client.call('backups.restore', form)).toMatchObject({ ok: false, code: 'cancelled' });
    expect((await engine.ask('vault.state', {})).open).not.toBeNull();
  });
});
