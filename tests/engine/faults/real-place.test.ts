import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeVault, startEngine, type TestEngine } from '../../support/engine-world.ts';
import { blankForm } from '../../support/session-world.ts';

const PASSWORD = 'copper tunnel hazard biology';
const FRESH = 'orbit lemon saddle harvest';
const TOKEN = 'C'.repeat(22);
const clock = { now: 1_790_000_000 };
const account = (title: string, notes = '') => ({ ...blankForm, title, password: `password of ${title}`, address: notes || null });
const fresh = (): string => mkdtempSync(path.join(tmpdir(), 'latchkey-place-'));
const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

/** Whether this process may mount: root in a system of its own. */
function mayMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  const at = fresh();
  const done = run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at) && run('umount', at);
  rmSync(at, { recursive: true, force: true });
  return done;
}

const canMount = mayMount();
const mounted: string[] = [];
const folders: string[] = [];
let cases = 0;

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.keeper.close();
  for (const at of mounted.splice(0).toReversed()) expect(run('umount', at)).toBe(true);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const engines: TestEngine[] = [];

async function start(folder: string, profile: string): Promise<TestEngine> {
  const engine = await startEngine(clock, folder, { profile });
  engines.push(engine);
  return engine;
}

function folderOf(): string {
  const folder = fresh();
  folders.push(folder);
  return folder;
}

/** A real disk of one megabyte. */
function smallDisk(): string {
  const at = folderOf();
  expect(run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at)).toBe(true);
  mounted.push(at);
  return at;
}

/** Makes a vault in a folder. */
async function vaultIn(folder: string, profile = folderOf()) {
  const engine = await start(folder, profile);
  await makeVault(engine, 'Studio Voss', PASSWORD);
  await engine.ask('accounts.save', account('TikTok'));
  return { engine, profile, file: path.join(folder, 'studio-voss.latchkey') };
}

/** Locks an engine and opens the vault in another. */
async function reopen(engine: TestEngine, profile: string, password = PASSWORD): Promise<TestEngine> {
  await engine.keeper.close();
  const next = await start(engine.folder, profile);
  const vault = (await next.ask('vaults.list', {})).vaults[0]?.vault ?? '';
  await next.ask('vault.open', { vault, password });
  return next;
}

const state = async (engine: TestEngine) => (await engine.ask('vault.state', {})).open;

async function titles(engine: TestEngine): Promise<string[]> {
  const { rows } = await engine.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 200 });
  return rows.map(({ title }) => title);
}

/** Waits until what could not be saved is sealed in the app's folder. */
async function keptBy(engine: TestEngine): Promise<void> {
  for (let n = 0; n < 200 && (await state(engine))?.kept !== true; n++) await new Promise((done) => setTimeout(done, 5));
  expect(await state(engine)).toMatchObject({ kept: true });
}

/** Leaves so many bytes free. */
function fill(disk: string, free: number): string {
  const file = path.join(disk, 'filler');
  for (let size = 1_048_576; size > 0; size -= 4096) {
    try {
      writeFileSync(file, new Uint8Array(size));
      break;
    } catch {
      rmSync(file, { force: true });
    }
  }
  truncateSync(file, Math.max(0, readFileSync(file).length - free));
  return file;
}

describe.skipIf(!canMount)('on a real disk of one megabyte that is full', () => {
  it('a save is refused and kept, secrets still open, and it is saved once there is room', async () => {
    const disk = smallDisk();
    const { engine, profile } = await vaultIn(disk);
    const filler = fill(disk, 0);
    let saved = 0;
    let refused: string | null = null;
    while (refused === null && saved < 100)
      refused = await engine.refusal('accounts.save', account(`Account ${++saved}`, 'x'.repeat(900)));
    expect(refused).toBe('disk_full');
    expect(await state(engine)).toMatchObject({ readOnly: 'disk_full', unsaved: 1 });
    await keptBy(engine);
    const id = (await engine.ask('accounts.list', { query: 'tiktok', sort: 'title', trashed: false, offset: 0, limit: 1 })).rows[0]
      ?.id;
    expect((await engine.ask('accounts.reveal', { id: id ?? '', field: 'password' })).text).toBe('password of TikTok');
    expect(await engine.refusal('vault.retry', {})).toBe('disk_full');
    engine.tokens.set(TOKEN, path.join(profile, 'copy'));
    await engine.ask('vault.saveCopy', { token: TOKEN });
    rmSync(filler);
    await engine.ask('vault.retry', {});
    expect(await state(engine)).toMatchObject({ readOnly: null, unsaved: 0 });
    const after = await reopen(engine, profile);
    expect(await titles(after)).toHaveLength(saved + 1);
    cases++;
  });

  it('neither another password nor a compaction takes place, and the vault goes on', async () => {
    const disk = smallDisk();
    const { engine, profile } = await vaultIn(disk);
    for (let n = 0; n < 60; n++) await engine.ask('accounts.save', account(`Account ${n}`, 'x'.repeat(900)));
    fill(disk, 8192);
    expect(await engine.refusal('vault.changePassword', { old: PASSWORD, fresh: FRESH, cost: 'low' })).toBe('disk_full');
    expect(await engine.refusal('vault.compact', {})).toBe('disk_full');
    expect(await state(engine)).toMatchObject({ readOnly: null });
    await engine.ask('accounts.save', account('Goes on'));
    expect(readdirSync(disk).toSorted()).toEqual(['filler', 'studio-voss.latchkey', 'studio-voss.latchkey.lock']);
    const after = await reopen(engine, profile);
    expect(await titles(after)).toContain('Goes on');
    cases++;
  });

  it('a vault opens to be read, since no lock file fits, and takes changes once there is room', async () => {
    const disk = smallDisk();
    const { engine, profile } = await vaultIn(disk);
    await engine.keeper.close();
    const filler = fill(disk, 0);
    const next = await reopen(engine, profile);
    expect(await state(next)).toMatchObject({ readOnly: 'disk_full', holder: null });
    expect(await titles(next)).toEqual(['TikTok']);
    expect(await next.refusal('accounts.save', account('No'))).toBe('disk_full');
    expect(await next.refusal('vault.retry', {})).toBe('disk_full');
    rmSync(filler);
    await next.ask('vault.retry', {});
    await next.ask('accounts.save', account('Yes'));
    expect(readdirSync(disk).toSorted()).toEqual(['studio-voss.latchkey', 'studio-voss.latchkey.lock']);
    cases++;
  });

  it('the app’s folder takes no backup, and says so; the vault elsewhere is saved', async () => {
    const profile = smallDisk();
    const { engine } = await vaultIn(folderOf(), profile);
    fill(profile, 0);
    expect(await engine.refusal('backups.make', {})).toBe('backup_failed');
    await engine.ask('accounts.save', account('Saved'));
    expect(await state(engine)).toMatchObject({ readOnly: null });
    cases++;
  });

  it('with the app’s folder on it, a change that nothing keeps is said to be lost with a lock', async () => {
    const disk = smallDisk();
    const profile = path.join(disk, 'profile');
    mkdirSync(profile);
    const { engine } = await vaultIn(disk, profile);
    fill(disk, 0);
    let refused: string | null = null;
    for (let n = 0; n < 100 && refused === null; n++)
      refused = await engine.refusal('accounts.save', account(`Account ${n}`, 'x'.repeat(900)));
    await new Promise((done) => setTimeout(done, 200));
    expect(await state(engine)).toMatchObject({ readOnly: 'disk_full', unsaved: 1, kept: false });
    engine.tokens.set(TOKEN, path.join(folderOf(), 'copy'));
    expect(await engine.ask('vault.saveCopy', { token: TOKEN })).toEqual({ file: 'copy.latchkey' });
    cases++;
  });
});

describe.skipIf(!canMount)('in a folder that may only be read', () => {
  /** Binds a folder, or a file, onto itself, to be read only. */
  const readOnly = (at: string): void => {
    expect(run('mount', '--bind', at, at) && run('mount', '-o', 'remount,bind,ro', at)).toBe(true);
    mounted.push(at);
  };
  const writable = (at: string): void => {
    expect(run('umount', at)).toBe(true);
    mounted.splice(mounted.indexOf(at), 1);
  };

  it('a vault opens to be read, and takes changes once the folder does', async () => {
    const { engine, profile, file } = await vaultIn(folderOf());
    await engine.keeper.close();
    const bytes = readFileSync(file);
    readOnly(engine.folder);
    const next = await reopen(engine, profile);
    expect(await state(next)).toMatchObject({ readOnly: 'folder_read_only', holder: null, unsaved: 0 });
    expect(await next.refusal('accounts.save', account('No'))).toBe('folder_read_only');
    expect(readFileSync(file).equals(bytes)).toBe(true);
    writable(engine.folder);
    await next.ask('vault.retry', {});
    await next.ask('accounts.save', account('Yes'));
    expect(await titles(await reopen(next, profile))).toEqual(['TikTok', 'Yes']);
    cases++;
  });

  it('that could be written when the vault was opened, a change is kept until it can be again', async () => {
    const { engine, profile } = await vaultIn(folderOf());
    readOnly(engine.folder);
    expect(await engine.refusal('accounts.save', account('Kept'))).toBe('folder_read_only');
    expect(await state(engine)).toMatchObject({ readOnly: 'read_only', unsaved: 1 });
    await keptBy(engine);
    expect(await engine.refusal('vault.retry', {})).toBe('folder_read_only');
    const next = await reopen(engine, profile);
    expect((await next.ask('rescue.state', {})).rescue).toMatchObject({ changes: 1 });
    // The lock file of before could not be removed; it is this process's own, which lives.
    expect(await state(next)).toMatchObject({ readOnly: 'in_use' });
    writable(engine.folder);
    rmSync(path.join(engine.folder, 'studio-voss.latchkey.lock'));
    await next.ask('vault.takeOver', { override: false });
    await next.ask('rescue.restore', {});
    expect(await titles(next)).toEqual(['Kept', 'TikTok']);
    cases++;
  });

  it('a file that may only be read takes no change and gives up its place to no other, and says so', async () => {
    const { engine, profile, file } = await vaultIn(folderOf());
    await engine.keeper.close();
    readOnly(file);
    const next = await reopen(engine, profile);
    expect(await state(next)).toMatchObject({ readOnly: 'read_only', unsaved: 0 });
    expect(await next.refusal('accounts.save', account('No'))).toBe('folder_read_only');
    expect(await titles(next)).toEqual(['TikTok']);
    writable(file);
    await next.ask('vault.retry', {});
    await next.ask('accounts.save', account('Yes'));
    cases++;
  });
});

describe('a vault whose file', () => {
  it('has a name and folders in every script is as any other', async () => {
    const folder = path.join(folderOf(), 'Студія Ω', '鍵と錠 🔑', 'Cafe\u0301 — ملفات');
    mkdirSync(folder, { recursive: true });
    const profile = folderOf();
    const engine = await start(folder, profile);
    engine.tokens.set(TOKEN, path.join(folder, 'Zoë’s 保管庫 🗝️'));
    await engine.ask('vault.create', { name: 'Zoë', password: PASSWORD, cost: 'low', token: TOKEN });
    await engine.ask('accounts.save', account('TikTok'));
    await engine.ask('vault.changePassword', { old: PASSWORD, fresh: FRESH, cost: 'low' });
    await engine.ask('backups.make', {});
    const after = await reopen(engine, profile, FRESH);
    expect(await titles(after)).toEqual(['TikTok']);
    expect(readdirSync(folder).toSorted()).toEqual(
      ['', '.bak', '.lock'].map((ending) => `Zoë’s 保管庫 🗝️.latchkey${ending}`).toSorted(),
    );
    cases++;
  });

  it('is removed takes no change, keeps the one that was tried, and goes on when it is put back', async () => {
    const { engine, profile, file } = await vaultIn(folderOf());
    renameSync(file, `${file}.moved`);
    expect(await engine.refusal('accounts.save', account('Kept'))).toBe('vault_missing');
    expect(await state(engine)).toMatchObject({ readOnly: 'gone', unsaved: 1 });
    await keptBy(engine);
    expect(await engine.refusal('vault.retry', {})).toBe('vault_missing');
    renameSync(`${file}.moved`, file);
    await engine.ask('vault.retry', {});
    expect(await titles(await reopen(engine, profile))).toEqual(['Kept', 'TikTok']);
    cases++;
  });

  it('is gone with its folder can still be written elsewhere, whole', async () => {
    const { engine, profile } = await vaultIn(folderOf());
    const away = `${engine.folder}-away`;
    folders.push(away);
    renameSync(engine.folder, away);
    expect(await engine.refusal('accounts.save', account('Kept'))).toBe('vault_missing');
    expect(await engine.refusal('vault.changePassword', { old: PASSWORD, fresh: FRESH, cost: 'low' })).toBe('vault_missing');
    const elsewhere = folderOf();
    engine.tokens.set(TOKEN, path.join(elsewhere, 'copy'));
    await engine.ask('vault.saveCopy', { token: TOKEN });
    await engine.keeper.close();
    const next = await start(elsewhere, profile);
    next.tokens.set(TOKEN, path.join(elsewhere, 'copy.latchkey'));
    const { vault } = await next.ask('vaults.add', { token: TOKEN });
    await next.ask('vault.open', { vault, password: PASSWORD });
    expect(await titles(next)).toEqual(['Kept', 'TikTok']);
    cases++;
  });

  it.each(['replaced', 'truncated'])(
    'is %s under it is noticed before the next write, and nothing is written over',
    async (how) => {
      const { engine, profile, file } = await vaultIn(folderOf());
      const before = readFileSync(file);
      if (how === 'replaced') {
        writeFileSync(`${file}.new`, before);
        renameSync(`${file}.new`, file);
      } else truncateSync(file, before.length - 300);
      const found = readFileSync(file);
      expect(await engine.refusal('accounts.save', account('Kept'))).toBe('changed_elsewhere');
      expect(await state(engine)).toMatchObject({ readOnly: 'changed_elsewhere', unsaved: 1 });
      expect(await engine.refusal('vault.changePassword', { old: PASSWORD, fresh: FRESH, cost: 'low' })).toBe('changed_elsewhere');
      expect(await engine.refusal('vault.compact', {})).toBe('changed_elsewhere');
      expect(readFileSync(file).equals(found)).toBe(true);
      await keptBy(engine);
      if (how === 'truncated') writeFileSync(file, before);
      const next = await reopen(engine, profile);
      await next.ask('rescue.restore', {});
      expect(await titles(next)).toEqual(['Kept', 'TikTok']);
      cases++;
    },
  );
});

it('makes at least 12 cases on real places, or says which it may not', () => {
  console.log(`cases on real places: ${cases}${canMount ? '' : ', none that need a mount: this user may not'}`);
  expect(cases).toBeGreaterThanOrEqual(canMount ? 12 : 5);
});
