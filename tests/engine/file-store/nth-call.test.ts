import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KDF_PRESETS } from '../../../main/core/crypto/kdf.ts';
import { randomBytes, type Random } from '../../../main/core/crypto/sodium.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { Backups } from '../../../main/engine/backups.ts';
import { type Disk, localDisk } from '../../../main/engine/disk.ts';
import { FileStore } from '../../../main/engine/file-store.ts';
import { idOf, memoKdf, put, SLOW } from '../../core/vault/support.ts';
import { faultyDisk } from './faulty-disk.ts';

const CODES = ['EIO', 'ENOSPC', 'EPERM', 'EBUSY'];
const entropy = new Uint8Array(32).fill(7);
const OLD = 'correct horse battery staple';
const NEW = 'another long and good password';
const settings = KDF_PRESETS.lowMemory;
// One salt, so that the real KDF answers each password once.
const random: Random = (length) => (length === 16 ? new Uint8Array(16).fill(1) : randomBytes(length));

let folder = '';
let source = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nth-'));
  source = path.join(folder, 'source');
  const made = await Vault.create(
    { file: new FileStore(source), kdf: memoKdf, random: randomBytes },
    { password: OLD, entropy, settings },
  );
  if (!made.ok) throw new Error(made.code);
  for (let n = 1; n <= 5; n++) expect((await made.vault.commit([put(n, `text ${n}`)])).ok).toBe(true);
  await made.vault.close();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const open = (disk: Disk) => Vault.open({ file: new FileStore(file, disk), kdf: memoKdf, random }, { entropy });

interface Run {
  readonly ok: boolean;
  /** The vault it ran on; null when it did not even open. */
  readonly vault: Vault | null;
}

interface Scenario {
  readonly name: string;
  /** Before the disk starts to fail. */
  readonly prepare?: () => Promise<void>;
  readonly run: (disk: Disk, vault: Vault) => Promise<boolean>;
  readonly check: (run: Run, after: Vault) => Promise<void>;
}

const backupsOf = (vault: Vault, disk: Disk): Backups =>
  new Backups(path.join(folder, 'profile'), vault.vaultId, () => 1_790_000_000, disk);
const agrees = (vault: Vault | null, after: Vault): void => {
  if (vault !== null) expect([...after.records]).toEqual([...vault.records]);
};
const opens = async (password: string): Promise<boolean> => {
  const opened = await Vault.open({ file: new FileStore(file), kdf: memoKdf, random }, { password });
  return opened.ok;
};

const scenarios: readonly Scenario[] = [
  {
    name: 'a save',
    run: async (_disk, vault) => (await vault.commit([put(6, 'saved')])).ok,
    check: async ({ ok, vault }, after) => {
      expect(after.records.has(idOf(6))).toBe(ok);
      agrees(vault, after);
      if (!ok && vault !== null) {
        expect(vault.readOnly).not.toBeNull();
        expect(vault.unsaved).toEqual([put(6, 'saved')]);
        expect((await vault.commit([put(7, 'more')])).ok).toBe(false);
        // The way back: the disk works again, and what was kept is saved.
        expect(await vault.retry()).toMatchObject({ ok: true });
        expect(vault.records.size).toBe(7);
        const again = await open(localDisk);
        expect(again.ok && [...again.vault.records]).toEqual([...vault.records]);
      }
    },
  },
  {
    name: 'a save of several parts',
    run: async (_disk, vault) => (await vault.commit([put(6, 'x'.repeat(700_000)), put(7, 'y'.repeat(700_000))])).ok,
    check: async ({ ok, vault }, after) => {
      expect(after.records.size).toBe(ok ? 7 : 5);
      agrees(vault, after);
    },
  },
  {
    name: 'a save that repairs a torn tail first',
    prepare: async () => {
      const bytes = await readFile(file);
      await rm(file);
      expect(await new FileStore(file).create(new Uint8Array([...bytes, 1, 2, 3]))).toEqual({ ok: true });
    },
    run: async (_disk, vault) => (await vault.commit([put(6, 'saved')])).ok,
    check: async ({ ok, vault }, after) => {
      expect(after.records.has(idOf(6))).toBe(ok);
      agrees(vault, after);
    },
  },
  {
    name: 'another password',
    run: async (_disk, vault) => (await vault.changePassword(NEW, settings)).ok,
    check: async ({ ok, vault }, after) => {
      agrees(vault, after);
      const [byOld, byNew] = [await opens(OLD), await opens(NEW)];
      expect(byOld).not.toBe(byNew);
      if (ok) expect(byNew).toBe(true);
      // The memory of the one who changed it knows which of the two stands there now.
      if (vault !== null) expect(await vault.isOpenedBy({ password: NEW })).toBe(byNew);
      if (vault?.readOnly === null) expect((await vault.commit([put(8, 'goes on')])).ok).toBe(true);
    },
  },
  {
    name: 'a compaction',
    run: async (_disk, vault) => (await vault.compact()).ok,
    check: async ({ ok, vault }, after) => {
      agrees(vault, after);
      if (vault !== null) expect(after.epoch).toBe(vault.epoch);
      if (ok) expect(after.epoch).toBe(2);
      if (vault?.readOnly === null) expect((await vault.commit([put(8, 'goes on')])).ok).toBe(true);
    },
  },
  {
    name: 'a rotated key',
    run: async (_disk, vault) => (await vault.rotateKey({ password: NEW, entropy, device: null, settings })).ok,
    check: async ({ ok, vault }, after) => {
      agrees(vault, after);
      expect(await opens(OLD)).not.toBe(await opens(NEW));
      if (ok) expect(await opens(NEW)).toBe(true);
    },
  },
  {
    name: 'a backup',
    run: async (disk, vault) => (await backupsOf(vault, disk).make(vault)).ok,
    check: async ({ ok, vault }, after) => {
      agrees(vault, after);
      const kept = vault === null ? [] : await backupsOf(vault, localDisk).listRead(after);
      // Whatever has a backup's name reads whole.
      for (const { records } of kept) expect(records).toBe(5);
      if (ok) expect(kept.length).toBe(1);
    },
  },
  {
    name: 'a purge',
    prepare: async () => {
      const opened = await open(localDisk);
      if (!opened.ok) throw new Error(opened.code);
      expect((await backupsOf(opened.vault, localDisk).make(opened.vault)).ok).toBe(true);
      await opened.vault.commit([{ op: 'del', id: idOf(3) }]);
    },
    run: async (disk, vault) => (await backupsOf(vault, disk).purge(vault, new Set([idOf(3)]))).ok,
    check: async ({ ok, vault }, after) => {
      agrees(vault, after);
      const kept = vault === null ? [] : await backupsOf(vault, localDisk).listRead(after);
      for (const { records } of kept) expect([4, 5]).toContain(records);
      if (vault !== null) expect(kept.length).toBeGreaterThan(0);
      if (ok) expect(kept.map(({ records }) => records)).toEqual([4]);
    },
  },
  {
    name: 'a backup restored',
    prepare: async () => {
      const opened = await open(localDisk);
      if (!opened.ok) throw new Error(opened.code);
      expect((await backupsOf(opened.vault, localDisk).make(opened.vault)).ok).toBe(true);
      await opened.vault.commit([put(6, 'after the backup')]);
    },
    run: async (disk, vault) => {
      const [backup] = await backupsOf(vault, localDisk).list();
      return (await backupsOf(vault, disk).restore(backup?.id ?? '', new FileStore(file, disk), { entropy }, memoKdf)).ok;
    },
    check: async ({ ok }, after) => {
      expect([5, 6]).toContain(after.records.size);
      if (ok) expect(after.records.size).toBe(5);
    },
  },
];

async function runOn({ prepare, run }: Scenario, disk: Disk, place: string): Promise<Run> {
  await rm(place, { recursive: true, force: true });
  await rm(path.join(folder, 'profile'), { recursive: true, force: true });
  await mkdir(place);
  file = path.join(place, 'v.latchkey');
  await copyFile(source, file);
  await prepare?.();
  const opened = await open(disk);
  return opened.ok ? { ok: await run(disk, opened.vault), vault: opened.vault } : { ok: false, vault: null };
}

let cases = 0;

describe('when the n-th call of the disk fails, for every n', () => {
  it.each(scenarios)(
    '$name: nothing acknowledged is lost, and memory agrees with the disk',
    { timeout: 300_000 },
    async (scenario) => {
      const whole = faultyDisk(() => null);
      const place = path.join(folder, 'place');
      expect((await runOn(scenario, whole, place)).ok).toBe(true);
      for (let n = 1; n <= whole.calls.length; n++) {
        for (const code of CODES) {
          if (!SLOW && n % 2 === 0 && code !== CODES[(n / 2) % 4]) continue;
          const disk = faultyDisk((_call, made) => (made === n ? code : null));
          const run = await runOn(scenario, disk, place);
          const failed = disk.calls[n - 1] ?? '';
          const opened = await open(localDisk);
          if (!opened.ok) throw new Error(`${scenario.name}, call ${n} (${failed}) ${code}: ${opened.code}`);
          expect(['clean', 'torn_tail'], `${n} ${failed} ${code}`).toContain(opened.class);
          for (let id = 1; id <= 5; id++) {
            if (id !== 3 || scenario.name !== 'a purge')
              expect(opened.vault.records.has(idOf(id)), `${n} ${failed} ${code}`).toBe(true);
          }
          // What failed to be flushed is not flushed again in the same breath.
          if (failed === 'file.sync' && scenario.name.startsWith('a save')) {
            expect(disk.calls.slice(n).filter((call) => call === 'file.sync')).toEqual([]);
          }
          await scenario.check(run, opened.vault);
          // Opening cleared away what a replacement left, and nothing else was left.
          const rest = (await readdir(place)).filter((name) => !/^v\.latchkey(?:\.bak|\.torn-[0-9a-f]{8})?$/.test(name));
          expect(rest, `${n} ${failed} ${code}`).toEqual([]);
          cases++;
        }
      }
    },
  );

  it('makes at least 400 cases', () => {
    console.log(`calls of the disk made to fail: ${cases}`);
    expect(cases).toBeGreaterThanOrEqual(400);
  });
});
