import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeVault, startEngine, type TestEngine } from '../../support/engine-world.ts';
import { blankForm } from '../../support/session-world.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const PASSWORD = 'copper tunnel hazard biology';
const FRESH = 'orbit lemon saddle harvest';
const account = (title: string) => ({ ...blankForm, title, password: `password of ${title}` });

describe('a vault that is open elsewhere', () => {
  const clock = { now: 1_790_000_000 };
  let first: TestEngine;
  let second: TestEngine;
  let file = '';
  let looks: (() => void)[] = [];
  let told: string[] = [];

  /** Another engine on the same folder, as another window of the app would be; looks when told to. */
  const another = (): Promise<TestEngine> =>
    startEngine(clock, first.folder, {
      every: (look) => {
        looks.push(look);
        return () => void looks.splice(looks.indexOf(look), 1);
      },
      onChanged: (topics) => told.push(...topics),
    });
  const idIn = async (engine: TestEngine): Promise<string> => (await engine.ask('vaults.list', {})).vaults[0]?.vault ?? '';
  const unlock = async (engine: TestEngine, password = PASSWORD) =>
    engine.ask('vault.open', { vault: await idIn(engine), password });
  const stateOf = async (engine: TestEngine) => (await engine.ask('vault.state', {})).open;
  const titles = async (engine: TestEngine): Promise<string[]> => {
    const { rows } = await engine.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 50 });
    return rows.map(({ title }) => title);
  };
  /** Lets the second engine look once at the file, and waits for what it found. */
  const look = async (): Promise<void> => {
    for (const one of looks) one();
    for (let n = 0; n < 20; n++) await new Promise((done) => setTimeout(done, 5));
  };

  beforeEach(async () => {
    looks = [];
    told = [];
    first = await startEngine(clock, temporaryFolder('latchkey-two-'));
    await makeVault(first, 'Studio Voss', PASSWORD);
    file = path.join(first.folder, 'studio-voss.latchkey');
    await first.ask('accounts.save', account('TikTok'));
    second = await another();
  });

  it('opens to be read, says who has it, and takes no change', async () => {
    const bytes = readFileSync(file);
    expect(await unlock(second)).toEqual({ read: 'clean' });
    expect(await stateOf(second)).toMatchObject({ readOnly: 'in_use', holder: { where: 'here' }, unsaved: 0, anchor: 'fits' });
    const id =
      (await second.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 9 })).rows[0]?.id ?? '';
    expect((await second.ask('accounts.reveal', { id, field: 'password' })).text).toBe('password of TikTok');
    expect(await second.refusal('accounts.save', account('No'))).toBe('vault_in_use');
    expect(await second.refusal('vault.changePassword', { old: PASSWORD, fresh: FRESH, cost: 'low' })).toBe('vault_in_use');
    expect(await second.refusal('vault.compact', {})).toBe('vault_in_use');
    expect(await second.refusal('vault.retry', {})).toBe('vault_in_use');
    expect(await second.refusal('vault.takeOver', { override: true })).toBe('vault_in_use');
    expect(readFileSync(file).equals(bytes)).toBe(true);
    await first.ask('accounts.save', account('Goes on'));
    expect(second.bugs).toEqual([]);
  });

  it('is followed: what the other saves appears by itself, compactions and another password among it', async () => {
    await unlock(second);
    await first.ask('accounts.save', account('Etsy'));
    await look();
    expect(await titles(second)).toEqual(['Etsy', 'TikTok']);
    expect(told).toContain('accounts');
    told = [];
    await look();
    expect(told).toEqual([]);
    await first.ask('vault.compact', {});
    await first.ask('vault.changePassword', { old: PASSWORD, fresh: FRESH, cost: 'low' });
    await first.ask('accounts.save', account('Vinted'));
    await look();
    expect(await titles(second)).toEqual(['Etsy', 'TikTok', 'Vinted']);
    expect(await second.refusal('vault.testRecovery', { words: 'x' })).toBe('word_count');
    expect((await second.ask('vault.check', {})).fault).toBeNull();
  });

  it('is not followed through a rotated key, and says so', async () => {
    await unlock(second);
    await first.ask('vault.rotateKey', { password: PASSWORD });
    await first.ask('accounts.save', account('Etsy'));
    await look();
    expect(await titles(second)).toEqual(['TikTok']);
    expect(await stateOf(second)).toMatchObject({ readOnly: 'changed_elsewhere' });
    expect(told).toContain('vault');
    await first.keeper.close();
    expect(await second.refusal('vault.takeOver', { override: true })).toBe('changed_elsewhere');
    await second.keeper.close();
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it('may be taken over when the other has closed it, and then belongs to this one', async () => {
    await unlock(second);
    await first.ask('accounts.save', account('Etsy'));
    await first.keeper.close();
    await look();
    expect(await stateOf(second)).toMatchObject({ readOnly: 'in_use', holder: null });
    await second.ask('vault.takeOver', { override: false });
    expect(await stateOf(second)).toMatchObject({ readOnly: null, holder: null });
    await second.ask('accounts.save', account('Vinted'));
    expect(looks).toEqual([]);
    const third = await another();
    await unlock(third);
    expect(await stateOf(third)).toMatchObject({ readOnly: 'in_use' });
    expect(await titles(third)).toEqual(['Etsy', 'TikTok', 'Vinted']);
    expect((await third.ask('log.verify', {})).bad).toBeNull();
  });

  it('on another computer is taken only by the person’s word', async () => {
    await first.keeper.close();
    const lock = { pid: 7, host: 'laptop 0123456789abcdef', start: null, token: '0'.repeat(32) };
    writeFileSync(`${file}.lock`, JSON.stringify(lock));
    await unlock(second);
    expect(await stateOf(second)).toMatchObject({ readOnly: 'in_use', holder: { where: 'elsewhere', host: 'laptop' } });
    expect(await second.refusal('vault.takeOver', { override: false })).toBe('vault_in_use');
    await second.ask('vault.takeOver', { override: true });
    await second.ask('accounts.save', account('Yes'));
  });

  it('is put back to no backup under the one who has it open', async () => {
    const { backup } = await first.ask('backups.make', {});
    const vault = await idIn(second);
    expect(await second.refusal('backups.restoreClosed', { vault, backup: backup.id, password: PASSWORD })).toBe('vault_in_use');
    await first.ask('accounts.save', account('Goes on'));
  });

  it('is free again after a wrong password, a lock, and a vault that was not made', async () => {
    await first.keeper.close();
    expect(existsSync(`${file}.lock`)).toBe(false);
    const vault = await idIn(second);
    expect(await second.refusal('vault.open', { vault, password: FRESH })).toBe('wrong_password');
    expect(existsSync(`${file}.lock`)).toBe(false);
    await unlock(second);
    expect(existsSync(`${file}.lock`)).toBe(true);
    await second.keeper.close();
    expect(existsSync(`${file}.lock`)).toBe(false);
  });
});
