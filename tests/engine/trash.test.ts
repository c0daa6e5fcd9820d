import { beforeEach, describe, expect, it } from 'vitest';
import { Maintenance } from '../../main/engine/maintenance.ts';
import { blankForm } from '../support/session-world.ts';
import { makeVault, startEngine, type TestEngine } from '../support/engine-world.ts';

const PASSWORD = 'copper tunnel hazard biology';
const DAY = 86_400;

describe('an account deleted for good', () => {
  const clock = { now: 0 };
  let engine: TestEngine;
  let id = '';

  const lock = async (): Promise<void> => {
    await engine.keeper.close();
    engine = await startEngine(clock, engine.folder);
    const vault = (await engine.ask('vaults.list', {})).vaults[0]?.vault ?? '';
    await engine.ask('vault.open', { vault, password: PASSWORD });
  };
  const maintain = (): Promise<void> => new Maintenance(engine.keeper, engine.safety).run();
  const backups = async (): Promise<string[]> => (await engine.ask('vault.health', {})).backups.map((backup) => backup.id);
  const trashed = async (): Promise<string[]> =>
    (await engine.ask('accounts.list', { query: '', sort: 'title', trashed: true, offset: 0, limit: 9 })).rows.map((row) => row.id);

  beforeEach(async () => {
    clock.now = Date.UTC(2026, 10, 25, 7) / 1000;
    engine = await startEngine(clock);
    await makeVault(engine, 'Studio Voss', PASSWORD);
    id = (await engine.ask('accounts.save', { ...blankForm, password: 'an old password' })).id;
    await engine.ask('accounts.trash', { id });
    await maintain();
    expect(await backups()).toHaveLength(1);
  });

  it('leaves no older backup that still holds it, and makes no more work once that is done', async () => {
    const [before] = await backups();
    expect(await engine.ask('trash.purge', { ids: [id] })).toEqual({ purged: 1, held: 0 });
    await maintain();
    const after = await backups();
    expect(after).toHaveLength(1);
    expect(after).not.toContain(before);
    await maintain();
    expect(await backups()).toEqual(after);
  });

  it('is asked about outside of the page beyond ten an hour, and nothing of them goes when the answer is no', async () => {
    const more: string[] = [];
    for (let n = 0; n < 10; n++) more.push((await engine.ask('accounts.save', { ...blankForm, title: `Old ${n}` })).id);
    await engine.ask('accounts.bulk', { ids: more, act: { kind: 'trash' } });
    engine.confirming.goOn = false;
    expect(await engine.refusal('trash.empty', {})).toBe('not_confirmed');
    expect(await engine.refusal('trash.purge', { ids: [id, ...more] })).toBe('not_confirmed');
    expect([engine.confirming.asked, (await trashed()).length]).toEqual([2, 9]);
    expect(await engine.ask('trash.purge', { ids: more })).toEqual({ purged: 10, held: 0 });
    expect(engine.confirming.asked).toBe(2);
    expect(await engine.refusal('trash.purge', { ids: [id] })).toBe('not_confirmed');
    engine.confirming.goOn = true;
    expect(await engine.ask('trash.empty', {})).toEqual({ purged: 1, held: 0 });
    expect(engine.confirming.asked).toBe(4);
  });

  it('does not take with it what came to the trash while the person was asked', async () => {
    const more: string[] = [];
    for (let n = 0; n < 11; n++) more.push((await engine.ask('accounts.save', { ...blankForm, title: `Old ${n}` })).id);
    const stays = (await engine.ask('accounts.save', { ...blankForm, title: 'Dear' })).id;
    await engine.ask('accounts.bulk', { ids: more, act: { kind: 'trash' } });
    const [emptied] = await Promise.all([engine.ask('trash.empty', {}), engine.ask('accounts.trash', { id: stays })]);
    expect(emptied).toEqual({ purged: 12, held: 0 });
    expect(await trashed()).toEqual([stays]);
  });

  it('goes after its thirty days by the next unlocking, and leaves the backups also when a lock came in between', async () => {
    const [before] = await backups();
    clock.now += 29 * DAY;
    await lock();
    expect(await trashed()).toEqual([id]);
    clock.now += 2 * DAY;
    await lock();
    expect(await trashed()).toEqual([]);
    expect(await backups()).toContain(before);
    await lock();
    await maintain();
    expect(await backups()).not.toContain(before);
  });
});
