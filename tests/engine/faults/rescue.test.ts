import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeVault, startEngine, type TestEngine, type TestPorts } from '../../support/engine-world.ts';
import { blankForm } from '../../support/session-world.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { diskWith, systemError } from '../file-store/faulty-disk.ts';

const PASSWORD = 'copper tunnel hazard biology';
const account = (title: string) => ({ ...blankForm, title, password: `password of ${title}` });

describe('a change that could not be saved', () => {
  const clock = { now: 1_790_000_000 };
  let engine: TestEngine;
  let profile = '';
  let folder = '';
  let file = '';
  let isFull = false;
  /** What is written at the beginning of a file does not read back. */
  let isLying = false;

  // The vault's own file takes nothing while the disk is full; the app's folder is elsewhere.
  const disk = diskWith({
    write: (handle, bytes, offset, length, at) => {
      if (isFull && at !== 0) throw systemError('ENOSPC');
      const given = isLying && at === 0 ? (bytes as Uint8Array).slice().fill(0, 700, 710) : (bytes as Uint8Array);
      return handle.write(given, offset as number, length as number, at as number);
    },
  });
  const start = async (more: TestPorts = {}): Promise<string> => {
    engine = await startEngine(clock, folder, { profile, disk, ...more });
    return (await engine.ask('vaults.list', {})).vaults[0]?.vault ?? '';
  };
  const unlock = async (): Promise<void> => {
    const vault = await start();
    await engine.ask('vault.open', { vault, password: PASSWORD });
  };
  const titles = async (): Promise<string[]> => {
    const { rows } = await engine.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 50 });
    return rows.map(({ title }) => title);
  };
  const state = async () => (await engine.ask('vault.state', {})).open;
  const rescue = async () => (await engine.ask('rescue.state', {})).rescue;
  const kept = (): string[] => {
    const at = path.join(profile, 'rescue');
    return existsSync(at)
      ? readdirSync(at, { recursive: true })
          .map(String)
          .filter((name) => name.endsWith('.latchkey'))
      : [];
  };
  /** A change that meets the full disk, and what the page is told. */
  const refuseOne = async (title = 'Kept'): Promise<void> => {
    isFull = true;
    expect(await engine.refusal('accounts.save', account(title))).toBe('disk_full');
    isFull = false;
    while ((await state())?.kept === false) await new Promise((done) => setTimeout(done, 5));
  };

  beforeEach(async () => {
    isFull = false;
    isLying = false;
    clock.now = 1_790_000_000;
    profile = temporaryFolder('latchkey-profile-');
    folder = temporaryFolder('latchkey-vaults-');
    await start();
    await makeVault(engine, 'Studio Voss', PASSWORD);
    file = path.join(folder, 'studio-voss.latchkey');
    await engine.ask('accounts.save', account('TikTok'));
  });

  it('is sealed in the app’s folder at once, so that not even a crash loses it', async () => {
    await refuseOne();
    expect(await state()).toMatchObject({ readOnly: 'disk_full', unsaved: 1, kept: true });
    expect(await rescue()).toBeNull();
    const [name = ''] = kept();
    const sealed = path.join(profile, 'rescue', name);
    expect(statSync(sealed).mode & 0o777).toBe(0o600);
    expect(readFileSync(sealed).includes('Kept')).toBe(false);
    // The engine is gone without a word.
    rmSync(`${file}.lock`);
    await unlock();
    expect(await rescue()).toEqual({ at: clock.now, changes: 1 });
  });

  it('survives a lock, and is saved when the person says so: secrets, log and all', async () => {
    await refuseOne();
    await engine.keeper.close();
    await unlock();
    expect(await titles()).toEqual(['TikTok']);
    expect(await rescue()).toMatchObject({ changes: 1 });
    await engine.ask('accounts.save', account('Since'));
    await engine.ask('rescue.restore', {});
    expect(await titles()).toEqual(['Kept', 'Since', 'TikTok']);
    const { rows } = await engine.ask('accounts.list', { query: 'kept', sort: 'title', trashed: false, offset: 0, limit: 1 });
    expect((await engine.ask('accounts.reveal', { id: rows[0]?.id ?? '', field: 'password' })).text).toBe('password of Kept');
    expect((await engine.ask('log.verify', {})).bad).toBeNull();
    expect(await rescue()).toBeNull();
    expect(kept()).toEqual([]);
    await engine.keeper.close();
    await unlock();
    expect(await titles()).toEqual(['Kept', 'Since', 'TikTok']);
    expect((await engine.ask('vault.check', {})).fault).toBeNull();
    expect(await engine.refusal('rescue.restore', {})).toBe('not_found');
  });

  it('is not kept any longer once trying again has saved it', async () => {
    await refuseOne();
    await engine.ask('vault.retry', {});
    expect(await titles()).toEqual(['Kept', 'TikTok']);
    expect(kept()).toEqual([]);
    await refuseOne('Again');
    expect(kept()).toHaveLength(1);
    await engine.keeper.close();
    await unlock();
    expect(await rescue()).toMatchObject({ changes: 1 });
  });

  it('is the only one kept: what is tried after it is refused and not taken', async () => {
    isFull = true;
    const first = await engine.client.call('accounts.save', account('Kept'));
    expect(first).toMatchObject({ ok: false, code: 'disk_full', facts: { kept: 1 } });
    isFull = false;
    while ((await state())?.kept === false) await new Promise((done) => setTimeout(done, 5));
    const reply = await engine.client.call('accounts.save', account('Later'));
    expect(reply).toMatchObject({ ok: false, code: 'disk_full', facts: { kept: 0 } });
    expect(await state()).toMatchObject({ unsaved: 1, kept: true });
    await engine.ask('vault.retry', {});
    expect(await titles()).toEqual(['Kept', 'TikTok']);
    expect((await engine.ask('log.verify', {})).bad).toBeNull();
  });

  it('of several openings are all kept, and saved oldest first', async () => {
    for (const title of ['One', 'Two', 'Three']) {
      await refuseOne(title);
      await engine.keeper.close();
      clock.now += 60;
      await unlock();
    }
    expect(await rescue()).toEqual({ at: clock.now - 60, changes: 3 });
    await engine.ask('rescue.restore', {});
    expect(await titles()).toEqual(['One', 'Three', 'TikTok', 'Two']);
    expect((await engine.ask('log.verify', {})).bad).toBeNull();
  });

  it('that meets a record changed since is left apart: neither is touched, and it can be saved elsewhere', async () => {
    const { rows } = await engine.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 1 });
    const id = rows[0]?.id ?? '';
    isFull = true;
    expect(await engine.refusal('accounts.save', { ...account('Renamed then'), id })).toBe('disk_full');
    isFull = false;
    await engine.keeper.close();
    await unlock();
    await engine.ask('accounts.save', { ...account('Renamed since'), id });
    expect(await engine.refusal('rescue.restore', {})).toBe('rescue_apart');
    expect(await titles()).toEqual(['Renamed since']);
    engine.tokens.set('C'.repeat(22), path.join(folder, 'apart'));
    expect(await engine.ask('rescue.saveCopy', { token: 'C'.repeat(22) })).toEqual({ file: 'apart.latchkey' });
    await engine.ask('rescue.drop', {});
    expect(await rescue()).toBeNull();
    await engine.keeper.close();
    await start();
    engine.tokens.set('D'.repeat(22), path.join(folder, 'apart.latchkey'));
    const { vault } = await engine.ask('vaults.add', { token: 'D'.repeat(22) });
    await engine.ask('vault.open', { vault, password: PASSWORD });
    expect(await titles()).toEqual(['Renamed then']);
  });

  it('before the key was rotated says that it cannot be read, and is still kept', async () => {
    await refuseOne();
    await engine.keeper.close();
    await unlock();
    await engine.ask('vault.rotateKey', { password: PASSWORD });
    expect(await rescue()).toEqual({ at: clock.now, changes: null });
    expect(await engine.refusal('rescue.restore', {})).toBe('rescue_unreadable');
    expect(kept()).toHaveLength(1);
  });

  it('to a file that another program wrote waits for the next opening', async () => {
    const before = readFileSync(file);
    appendFileSync(file, before.subarray(-300));
    expect(await engine.refusal('accounts.save', account('Kept'))).toBe('changed_elsewhere');
    await engine.keeper.close();
    truncateSync(file, before.length);
    await unlock();
    await engine.ask('rescue.restore', {});
    expect(await titles()).toEqual(['Kept', 'TikTok']);
  });

  it('that could not be kept either is said to be lost with a lock', async () => {
    await engine.keeper.close();
    rmSync(path.join(profile, 'rescue'), { recursive: true, force: true });
    writeFileSync(path.join(profile, 'rescue'), 'no folder');
    await unlock();
    isFull = true;
    expect(await engine.refusal('accounts.save', account('Lost'))).toBe('disk_full');
    isFull = false;
    await new Promise((done) => setTimeout(done, 100));
    expect(await state()).toMatchObject({ unsaved: 1, kept: false });
    engine.tokens.set('C'.repeat(22), path.join(folder, 'copy'));
    await engine.ask('vault.saveCopy', { token: 'C'.repeat(22) });
    // The lock itself tries once more.
    rmSync(path.join(profile, 'rescue'));
    await engine.keeper.close();
    await unlock();
    expect(await rescue()).toMatchObject({ changes: 1 });
  });

  it('counts as kept only once its copy has read back', async () => {
    isLying = true;
    isFull = true;
    expect(await engine.refusal('accounts.save', account('Kept'))).toBe('disk_full');
    isFull = false;
    await new Promise((done) => setTimeout(done, 100));
    expect(await state()).toMatchObject({ unsaved: 1, kept: false });
    expect(kept()).toEqual([]);
    isLying = false;
    await engine.ask('vault.retry', {});
  });

  it('is not made of the opening alone', async () => {
    await engine.keeper.close();
    isFull = true;
    await unlock();
    expect(await state()).toMatchObject({ readOnly: 'disk_full', unsaved: 0, kept: false });
    await engine.keeper.close();
    isFull = false;
    expect(kept()).toEqual([]);
    // The clock is noted along with an opening an hour later.
    clock.now += 3600;
    isFull = true;
    await unlock();
    const opening = engine.keeper.session?.vault.unsaved.length;
    isFull = false;
    await engine.ask('vault.retry', {});
    // As small a change as the opening was, and not it.
    isFull = true;
    const { rows } = await engine.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 1 });
    await engine.ask('accounts.reveal', { id: rows[0]?.id ?? '', field: 'password' });
    expect(engine.keeper.session?.vault.unsaved).toHaveLength(opening ?? 0);
    isFull = false;
    await engine.keeper.close();
    expect(kept()).toHaveLength(1);
  });
});
