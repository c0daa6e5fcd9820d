import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { b64u } from '../../../main/core/bytes.ts';
import { directKdf, KDF_PRESETS } from '../../../main/core/crypto/kdf.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import type { Op } from '../../../main/core/vault/operations.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { FileStore } from '../../../main/engine/file-store.ts';

const entropy = new Uint8Array(32).fill(6);
const isRoot = process.getuid?.() === 0;
const mount = (...args: string[]): boolean => spawnSync('mount', args).status === 0;
const umount = (at: string): boolean => spawnSync('umount', [at]).status === 0;
const put = (n: number, size: number): Op => ({
  op: 'put',
  id: b64u(new Uint8Array(16).fill(n)),
  type: 'note',
  v: 1,
  data: { text: 'x'.repeat(size) },
});
const ports = (file: string) => ({ file: new FileStore(file), kdf: directKdf, random: randomBytes });
const NEW = { password: 'correct horse battery staple', entropy, settings: KDF_PRESETS.lowMemory };

async function make(file: string): Promise<Vault> {
  const made = await Vault.create(ports(file), NEW);
  if (!made.ok) throw new Error(made.code);
  return made.vault;
}

async function open(file: string): Promise<Vault> {
  const opened = await Vault.open(ports(file), { entropy });
  if (!opened.ok) throw new Error(opened.code);
  expect(opened.class).toBe('clean');
  return opened.vault;
}

/** A disk of one megabyte, for root only. */
async function smallDisk(): Promise<string | null> {
  if (!isRoot) return null;
  const at = await mkdtemp(path.join(tmpdir(), 'disk-'));
  if (mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at)) return at;
  await rm(at, { recursive: true });
  return null;
}

const disk = await smallDisk();

afterAll(async () => {
  if (disk !== null && umount(disk)) await rm(disk, { recursive: true });
});

describe.skipIf(disk === null)('a full disk', () => {
  it('ends writing with every acknowledged save kept, and a smaller save goes on after opening again', async () => {
    const file = path.join(disk ?? '', 'full.lkvault');
    const vault = await make(file);
    let saved = 0;
    for (;;) {
      const done = await vault.commit([put(saved + 1, 100_000)]);
      if (!done.ok) {
        expect(done.fault).toBe('disk_full');
        break;
      }
      saved++;
    }
    expect(saved).toBeGreaterThan(5);
    expect(vault.readOnly).toBe('disk_full');
    expect(vault.unsaved).toEqual([put(saved + 1, 100_000)]);
    expect(await vault.commit([put(200, 1)])).toEqual({ ok: false, fault: 'disk_full' });
    const again = await open(file);
    expect([...again.records.keys()]).toEqual(Array.from({ length: saved }, (_, i) => b64u(new Uint8Array(16).fill(i + 1))));
    expect((await again.commit([put(200, 10)])).ok).toBe(true);
    // A run of parts that does not fit goes as a whole.
    expect(await again.commit([put(201, 600_000), put(202, 600_000)])).toEqual({ ok: false, fault: 'disk_full' });
    expect((await open(file)).records.size).toBe(saved + 1);
    await rm(file);
  });

  it('makes no vault at all when there is no room for one', async () => {
    const filler = new FileStore(path.join(disk ?? '', 'filler'));
    expect((await filler.create(new Uint8Array(2 ** 20))).ok).toBe(true);
    const made = await Vault.create(ports(path.join(disk ?? '', 'none.lkvault')), NEW);
    expect(made).toEqual({ ok: false, code: 'disk_full' });
    expect(await readdir(disk ?? '')).toEqual(['filler']);
    await rm(filler.path);
  });
});

describe('a place that may only be read', () => {
  let folder = '';
  let canRefuse = true;
  const file = (): string => path.join(folder, 'v.lkvault');

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'read-only-'));
    // Modes do not stop root: a read-only mount does.
    if (isRoot) canRefuse = mount('-t', 'tmpfs', 'tmpfs', folder);
    const vault = await make(file());
    await vault.commit([put(1, 10)]);
    if (isRoot) canRefuse &&= mount('-o', 'remount,ro', folder);
    else {
      await chmod(file(), 0o400);
      await chmod(folder, 0o500);
    }
  });

  afterAll(async () => {
    if (isRoot) umount(folder);
    else await chmod(folder, 0o700);
    await rm(folder, { recursive: true, force: true });
  });

  it('opens, and says so at the first save', async (context) => {
    context.skip(!canRefuse, 'this root may not mount');
    const vault = await open(file());
    expect(vault.records.size).toBe(1);
    expect(await vault.commit([put(2, 10)])).toEqual({ ok: false, fault: 'read_only' });
    expect(vault.readOnly).toBe('read_only');
    expect((await open(file())).records.size).toBe(1);
  });

  it('takes no new vault', async (context) => {
    context.skip(!canRefuse, 'this root may not mount');
    expect(await Vault.create(ports(path.join(folder, 'new.lkvault')), NEW)).toEqual({ ok: false, code: 'read_only' });
  });
});

describe('two programs on one file', () => {
  it('only the first to save goes on, and nothing of it is lost', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'two-'));
    const file = path.join(folder, 'v.lkvault');
    const first = await make(file);
    const second = await open(file);
    for (let n = 1; n <= 20; n++) {
      const [a, b] = await Promise.all([first.commit([put(n, 10)]), n === 1 ? null : second.commit([put(100 + n, 10)])]);
      expect(a.ok).toBe(true);
      if (b !== null) expect(b).toEqual({ ok: false, fault: 'changed_elsewhere' });
    }
    expect((await open(file)).records).toEqual(first.records);
    expect(second.unsaved).toHaveLength(19);
    await rm(folder, { recursive: true });
  });
});
