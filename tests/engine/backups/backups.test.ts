import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KDF_PRESETS } from '../../../main/core/crypto/kdf.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { AnchorFiles } from '../../../main/engine/anchor-store.ts';
import { Backups } from '../../../main/engine/backups.ts';
import { FileStore } from '../../../main/engine/file-store.ts';
import { idOf, memoKdf, put } from '../../core/vault/support.ts';

const DAY = 86_400;
const entropy = new Uint8Array(32).fill(3);
const settings = KDF_PRESETS.lowMemory;
const PASSWORD = 'correct horse battery staple';

let folder = '';
let file = '';
let now = 1_790_000_000;
let vault: Vault;
let backups: Backups;

const ports = () => ({
  file: new FileStore(file),
  kdf: memoKdf,
  random: randomBytes,
  anchors: new AnchorFiles(path.join(folder, 'profile')),
});

async function open() {
  const opened = await Vault.open(ports(), { entropy });
  if (!opened.ok) throw new Error(opened.code);
  return opened;
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'backups-'));
  file = path.join(folder, 'v.latchkey');
  now = 1_790_000_000;
  const made = await Vault.create(ports(), { password: PASSWORD, entropy, settings });
  if (!made.ok) throw new Error(made.code);
  ({ vault } = made);
  backups = new Backups(path.join(folder, 'profile'), vault.vaultId, () => now);
  await vault.commit([put(1, 'one')]);
});

afterEach(async () => {
  await vault.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the daily backup', () => {
  it('is made once a day, and the last seven are kept', async () => {
    for (let day = 0; day < 10; day++) {
      const made = await backups.daily(vault);
      expect(made?.ok).toBe(true);
      expect(await backups.daily(vault)).toBeNull();
      await vault.commit([put(10 + day, 'more')]);
      now += DAY;
    }
    const list = await backups.listRead(vault);
    expect(list.map(({ at }) => at)).toEqual(Array.from({ length: 7 }, (_, i) => now - DAY * (i + 1)));
    expect(list.map(({ records }) => records)).toEqual([10, 9, 8, 7, 6, 5, 4]);
    expect(await backups.list()).toEqual(list.map(({ records: _, ...backup }) => backup));
    for (const name of await readdir(backups.folder)) {
      if (process.platform !== 'win32') expect((await stat(path.join(backups.folder, name))).mode & 0o777).toBe(0o600);
    }
  });

  it('stays when many more are made by hand on one day, which keep the first and the last of them alone', async () => {
    for (let day = 0; day < 7; day++) {
      await backups.daily(vault);
      now += DAY;
    }
    const before = (await backups.list()).map(({ at }) => at);
    const first = now + 60;
    for (let n = 0; n < 12; n++) {
      now += 60;
      expect((await backups.make(vault)).ok).toBe(true);
    }
    expect((await backups.list()).map(({ at }) => at)).toEqual([now, first, ...before.slice(0, 5)]);
    now += DAY;
    await backups.daily(vault);
    expect((await backups.list()).map(({ at }) => at)).toEqual([now, first, ...before.slice(0, 5)]);
  });

  it('goes on when the clock was put back, one for each day it shows', async () => {
    await backups.daily(vault);
    now -= 3 * DAY;
    expect((await backups.daily(vault))?.ok).toBe(true);
    expect(await backups.daily(vault)).toBeNull();
  });

  it('is not made of a file that is not ours', async () => {
    await writeFile(file, 'other', { flag: 'a' });
    expect(await backups.daily(vault)).toEqual({ ok: false, fault: 'changed_elsewhere' });
    expect(await backups.list()).toEqual([]);
  });

  it('leaves nothing that does not read back', async () => {
    const blind = new Proxy(vault, {
      get: (target, name) => (name === 'inspect' ? async () => null : Reflect.get(target, name).bind?.(target)),
    });
    expect(await backups.make(blind)).toEqual({ ok: false, fault: 'unverified' });
    expect(await readdir(backups.folder)).toEqual([]);
  });

  it('clears away what one that was cut short left', async () => {
    await backups.make(vault);
    await writeFile(path.join(backups.folder, `1-${idOf(1)}.latchkey.tmp-0123abcd`), 'half');
    await backups.make(vault);
    expect(await readdir(backups.folder)).toHaveLength(2);
  });
});

describe('a backup', () => {
  it('is shown without contents when it does not read', async () => {
    await backups.make(vault);
    const [name = ''] = await readdir(backups.folder);
    const bytes = await readFile(path.join(backups.folder, name));
    await writeFile(path.join(backups.folder, name), bytes.subarray(0, -1));
    expect((await backups.listRead(vault))[0]?.records).toBeNull();
  });

  it('is put in the place of the file, which is kept beside it, and opens as older than what was seen', async () => {
    const made = await backups.make(vault);
    if (!made.ok) throw new Error(made.fault);
    await vault.commit([put(2, 'later')]);
    await vault.close();
    const before = await readFile(file);
    const restore = (id: string, credential: Parameters<Backups['restore']>[2]) =>
      backups.restore(id, new FileStore(file), credential, memoKdf);
    expect(await restore(made.backup.id, { password: 'not the password' })).toEqual({ ok: false, fault: 'wrong_key' });
    expect(await restore(idOf(1), { password: PASSWORD })).toEqual({ ok: false, fault: 'no_backup' });
    expect(await restore(made.backup.id, { password: PASSWORD })).toEqual({ ok: true });
    expect(await readFile(`${file}.bak`)).toEqual(before);
    const opened = await open();
    expect(opened.class).toBe('rolled_back');
    expect([...opened.vault.records.keys()]).toEqual([idOf(1)]);
    opened.vault.goOn();
    expect((await opened.vault.commit([put(3, 'after')])).ok).toBe(true);
    await opened.vault.close();
    expect((await open()).class).toBe('clean');
  });

  it('is put back where the file is gone, or broken beyond reading', async () => {
    const made = await backups.make(vault);
    if (!made.ok) throw new Error(made.fault);
    await vault.close();
    await rm(file);
    expect(await backups.restore(made.backup.id, new FileStore(file), { entropy }, memoKdf)).toEqual({ ok: true });
    expect((await open()).class).toBe('clean');
    await writeFile(file, 'nothing of a vault');
    expect(await backups.restore(made.backup.id, new FileStore(file), { entropy }, memoKdf)).toEqual({ ok: true });
    expect((await open()).class).toBe('clean');
    expect(await readFile(`${file}.bak`, 'utf8')).toBe('nothing of a vault');
  });

  it('that is damaged is put nowhere', async () => {
    const made = await backups.make(vault);
    if (!made.ok) throw new Error(made.fault);
    const [name = ''] = await readdir(backups.folder);
    const bytes = await readFile(path.join(backups.folder, name));
    await writeFile(path.join(backups.folder, name), bytes.subarray(0, -1));
    const before = await readFile(file);
    expect(await backups.restore(made.backup.id, new FileStore(file), { entropy }, memoKdf)).toEqual({
      ok: false,
      fault: 'damaged',
    });
    expect(await readFile(file)).toEqual(before);
  });
});

describe('a purge', () => {
  it('leaves the purged record in no frame of the file, of what stands beside it, or of any backup', async () => {
    await vault.commit([put(7, 'to be purged')]);
    await backups.make(vault);
    now += DAY;
    // Deleted already, but still in a frame of this one.
    await vault.commit([{ op: 'del', id: idOf(7) }]);
    await backups.make(vault);
    now += DAY;
    await vault.compact();
    await backups.make(vault);
    now += DAY;
    expect(await backups.purge(vault, new Set([idOf(7)]))).toEqual({ ok: true, removed: 2 });
    expect((await backups.listRead(vault)).map(({ records }) => records)).toEqual([1, 1]);
    const holders: string[] = [];
    for (const place of [folder, backups.folder]) {
      for (const name of await readdir(place)) {
        if (!name.includes('.latchkey')) continue;
        const ids = await vault.idsIn(new Uint8Array(await readFile(path.join(place, name))));
        if (ids === null || ids.has(idOf(7))) holders.push(name);
      }
    }
    expect(holders).toEqual([]);
    expect((await readdir(folder)).toSorted()).toEqual(['profile', 'v.latchkey']);
  });

  it('removes backups it cannot look into, as those made before the key was rotated', async () => {
    await backups.make(vault);
    now += DAY;
    const access = { password: PASSWORD, entropy, device: null, settings };
    expect(await vault.rotateKey(access)).toEqual({ ok: true });
    expect((await backups.listRead(vault))[0]?.records).toBeNull();
    expect(await backups.purge(vault, new Set([idOf(1)]))).toEqual({ ok: true, removed: 1 });
  });
});

describe('anchors on the disk', () => {
  it('are one small file a vault, which a damaged or missing one never keeps from opening', async () => {
    const place = path.join(folder, 'profile', 'anchors');
    await vault.close();
    const [name = ''] = await readdir(place);
    expect(await readdir(place)).toHaveLength(1);
    expect((await stat(path.join(place, name))).size).toBe(136);
    for (const bad of ['', 'x'.repeat(136), 'y'.repeat(5_000)]) {
      await writeFile(path.join(place, name), bad);
      expect((await open()).class).toBe('clean');
    }
    await rm(place, { recursive: true });
    expect((await open()).class).toBe('clean');
    await rm(path.join(folder, 'profile'), { recursive: true });
    await writeFile(path.join(folder, 'profile'), 'in the way');
    const { vault: again } = await open();
    expect((await again.commit([put(5, 'saved all the same')])).ok).toBe(true);
    await again.close();
    expect(again.isAnchorFailing).toBe(true);
  });
});
