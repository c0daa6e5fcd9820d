import { describe, expect, it } from 'vitest';
import { type Bytes, sameBytes, utf8 } from '../../../main/core/bytes.ts';
import { type Kdf, KDF_PRESETS } from '../../../main/core/crypto/kdf.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import type { Op } from '../../../main/core/vault/operations.ts';
import type { Credential } from '../../../main/core/vault/slots.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { base64, frameStarts, idOf, MemoryAnchors, MemoryFile, memoKdf, put, vaultVector } from './support.ts';

const PASSWORD = 'correct horse battery staple';
const OTHER = 'another long and good password';
const EMPTY = base64(vaultVector('vault d').file);
const settings = KDF_PRESETS.lowMemory;
const sheet = new Uint8Array(32).fill(9);
const device = new Uint8Array(32).fill(8);
async function openNew(file = new MemoryFile(EMPTY), kdf: Kdf = memoKdf): Promise<{ vault: Vault; file: MemoryFile }> {
  const opened = await Vault.open({ file, kdf, random: randomBytes }, { password: PASSWORD });
  if (!opened.ok) throw new Error(opened.code);
  return { vault: opened.vault, file };
}

async function reopen(file: MemoryFile, credential: Credential = { password: PASSWORD }): Promise<Vault | string> {
  const opened = await Vault.open({ file: new MemoryFile(file.bytes), kdf: memoKdf, random: randomBytes }, credential);
  if (!opened.ok) return opened.code;
  return opened.class === 'clean' ? opened.vault : opened.class;
}

async function records(file: MemoryFile, credential?: Credential): Promise<unknown> {
  const vault = await reopen(file, credential);
  return typeof vault === 'string' ? vault : vault.records;
}

const framesOf = (bytes: Bytes): Bytes => bytes.subarray((bytes[10] ?? 0) + 256 * (bytes[11] ?? 0));

/** A record with secrets in every place a field can have, one of which opens nowhere. */
function withSecrets(vault: Vault, n: number, secret: string): Op {
  const id = idOf(n);
  const seal = (path: string) => ({ ...vault.sealField(id, path, 3, utf8(`${secret} ${path}`)) });
  const data = {
    title: `account ${n}`,
    password: seal('password'),
    deep: { notes: seal('deep/notes') },
    factors: [
      { id: idOf(900), seed: seal(`factors/${idOf(900)}/seed`) },
      { id: idOf(901), kind: 'sms' },
    ],
    broken: seal('elsewhere'),
  };
  return { op: 'put', id, type: 'account', v: 1, data };
}

function opened(vault: Vault, n: number, path: string): string | null {
  const data = vault.records.get(idOf(n))?.data as Record<string, never> | undefined;
  const field = path === 'password' ? data?.['password'] : path === 'broken' ? data?.['broken'] : data?.['factors']?.[0]?.['seed'];
  const plain = field === undefined ? null : vault.openField(idOf(n), path === 'seed' ? `factors/${idOf(900)}/seed` : path, field);
  return plain && new TextDecoder().decode(plain);
}

describe('another password', () => {
  it('opens the same frames byte for byte, and the old one opens nothing', async () => {
    let runs = 0;
    const kdf: Kdf = { derive: (...of) => (runs++, memoKdf.derive(...of)) };
    const { vault, file } = await openNew(undefined, kdf);
    await vault.commit([put(1, 'one')]);
    const frames = framesOf(file.bytes);
    runs = 0;
    expect(await vault.changePassword(OTHER, settings)).toEqual({ ok: true });
    expect(runs).toBe(1);
    expect(sameBytes(framesOf(file.bytes), frames)).toBe(true);
    expect(vault.epoch).toBe(1);
    expect(await vault.commit([put(2, 'two')])).toEqual({ ok: true, seq: 2 });
    expect(await records(file)).toBe('wrong_key');
    expect(await records(file, { password: OTHER })).toEqual(vault.records);
  });

  it('is refused when it is weak, and nothing is derived when settings are out of bounds', async () => {
    const { vault, file } = await openNew();
    expect(await vault.changePassword('short', settings)).toEqual({ ok: false, fault: 'password_short' });
    for (const bad of [
      { ops: 2, memKib: 65_536 },
      { ops: 3, memKib: 65_535 },
      { ops: 11, memKib: 65_536 },
      { ops: 3, memKib: 2 ** 20 + 1 },
    ]) {
      await expect(vault.changePassword(OTHER, bad)).rejects.toThrow(RangeError);
    }
    expect(file.bytes).toBe(EMPTY);
  });

  it('changes nothing when the disk refuses, memory cannot be had or it is given up', async () => {
    const { vault, file } = await openNew();
    await vault.commit([put(1, 'one')]);
    const before = file.bytes;
    file.fault = 'disk_full';
    expect(await vault.changePassword(OTHER, settings)).toEqual({ ok: false, fault: 'disk_full' });
    file.fault = null;
    expect(await vault.changePassword(OTHER, settings, () => false)).toEqual({ ok: false, fault: 'cancelled' });
    expect(vault.readOnly).toBeNull();
    expect(file.bytes).toBe(before);
    const poor = await openNew(file, { derive: async (...of) => (of[1][0] === EMPTY[93] ? memoKdf.derive(...of) : null) });
    expect(await poor.vault.changePassword(OTHER, settings)).toEqual({ ok: false, fault: 'kdf_failed' });
    expect((await vault.commit([put(2, 'two')])).ok).toBe(true);
  });

  it('waits for no save, and no save for its derivation', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((done) => {
      release = done;
    });
    let asked = 0;
    const kdf: Kdf = { derive: async (...of) => (asked++ === 0 ? memoKdf.derive(...of) : held.then(() => memoKdf.derive(...of))) };
    const { vault, file } = await openNew(undefined, kdf);
    const changing = vault.changePassword(OTHER, settings);
    expect(await vault.commit([put(1, 'meanwhile')])).toEqual({ ok: true, seq: 1 });
    release();
    const after = vault.commit([put(2, 'after')]);
    expect(await changing).toEqual({ ok: true });
    expect((await after).ok).toBe(true);
    expect(await records(file, { password: OTHER })).toEqual(vault.records);
  });

  it('leaves a torn tail out, and needs the file to be the one it knows', async () => {
    const whole = new MemoryFile(EMPTY);
    const { vault } = await openNew(whole);
    await vault.commit([put(1, 'one')]);
    const torn = new MemoryFile(new Uint8Array([...whole.bytes, 1, 2, 3]));
    const { vault: again } = await openNew(torn);
    expect(await again.changePassword(OTHER, settings)).toEqual({ ok: true });
    expect(torn.bytes.length).toBe(whole.bytes.length);
    expect(torn.aside).toEqual([]);
    torn.fault = 'changed_elsewhere';
    expect(await again.changePassword(PASSWORD, settings)).toEqual({ ok: false, fault: 'changed_elsewhere' });
    torn.fault = null;
    expect(again.readOnly).toBe('changed_elsewhere');
  });
});

describe('slots', () => {
  it('are added, renewed and taken out, each opening the vault as long as it is there', async () => {
    const { vault, file } = await openNew();
    await vault.commit([put(1, 'one')]);
    expect(await vault.setRecovery(sheet)).toEqual({ ok: true });
    expect(await vault.addDeviceSlot(device)).toEqual({ ok: true });
    expect([...vault.slots]).toEqual([1, 2, 3]);
    for (const credential of [{ password: PASSWORD }, { device }, { entropy: sheet }]) {
      expect(await records(file, credential)).toEqual(vault.records);
    }
    expect(await vault.setRecovery(device)).toEqual({ ok: true });
    expect(await records(file, { entropy: sheet })).toBe('wrong_key');
    expect(await records(file, { entropy: device })).toEqual(vault.records);
    expect(await vault.removeSlot(2)).toEqual({ ok: true });
    expect(await records(file, { device })).toBe('no_slot');
    const before = file.bytes;
    expect(await vault.removeSlot(2)).toEqual({ ok: true });
    expect(file.bytes).toBe(before);
    expect([...vault.slots]).toEqual([1, 3]);
  });

  it('change one after the other when asked for at once', async () => {
    const { vault, file } = await openNew();
    const all = [vault.setRecovery(sheet), vault.addDeviceSlot(device), vault.changePassword(OTHER, settings), vault.compact()];
    expect(await Promise.all(all)).toEqual(all.map(() => ({ ok: true })));
    for (const credential of [{ password: OTHER }, { device }, { entropy: sheet }]) {
      expect(await records(file, credential)).toEqual(vault.records);
    }
  });
});

describe('a cost below the one asked for', () => {
  const raiseTo = { ops: 4, memKib: 65_536 };
  const openRaised = (file: MemoryFile, credential: Credential = { password: PASSWORD }, to = raiseTo) =>
    Vault.open({ file, kdf: memoKdf, random: randomBytes }, credential, { raiseTo: to });

  it('is raised when the password opens the vault, and never lowered', async () => {
    const file = new MemoryFile(EMPTY);
    const opened = await openRaised(file);
    expect(opened.ok && opened.vault.kdf).toEqual(raiseTo);
    expect(await records(file)).toBeInstanceOf(Map);
    const raised = file.bytes;
    await openRaised(file, undefined, settings);
    await openRaised(file);
    expect(file.bytes).toBe(raised);
    const more = await openRaised(file, undefined, { ops: 3, memKib: 65_537 });
    expect(more.ok && more.vault.kdf).toEqual({ ops: 4, memKib: 65_537 });
  });

  it('stays where the disk refuses, and opens all the same', async () => {
    const file = new MemoryFile(EMPTY);
    const refusing = new Proxy(file, {
      get: (target, name) =>
        name === 'replace'
          ? async () => ({ ok: false, fault: 'disk_full', inPlace: false })
          : Reflect.get(target, name).bind?.(target),
    });
    const opened = await Vault.open({ file: refusing, kdf: memoKdf, random: randomBytes }, { password: PASSWORD }, { raiseTo });
    expect(opened.ok && opened.vault.kdf).toEqual(settings);
    expect(opened.ok && opened.vault.readOnly).toBeNull();
  });
});

describe('a compaction', () => {
  it('keeps the live records in their order, as the next epoch, and goes on', async () => {
    const { vault, file } = await openNew();
    for (let n = 1; n <= 30; n++) await vault.commit([put(n % 10, `text ${n}`)]);
    await vault.commit([{ op: 'del', id: idOf(4) }]);
    const before = new Map(vault.records);
    const { seq } = vault.position;
    expect(await vault.compact()).toEqual({ ok: true });
    expect(vault.epoch).toBe(2);
    expect([...vault.records]).toEqual([...before]);
    expect(vault.position.seq).toBe(seq + 1);
    expect(vault.deadBytes).toBeLessThan(300);
    expect(await vault.commit([put(50, 'after')])).toEqual({ ok: true, seq: seq + 2 });
    const again = await reopen(file);
    if (typeof again === 'string') throw new Error(again);
    expect([...again.records]).toEqual([...vault.records]);
    expect((await again.compact()).ok).toBe(true);
    expect(again.epoch).toBe(3);
  });

  it('of nothing, and of records of every size, reads back', async () => {
    const { vault, file } = await openNew();
    expect(await vault.compact()).toEqual({ ok: true });
    expect(await records(file)).toEqual(new Map());
    const largest = 256 * 4095 - 1 - JSON.stringify([put(1, '')]).length;
    for (const size of [largest, 1, 30_000, 40_000, 65_400, 65_536, 70_000, largest, 5]) {
      const n = vault.records.size + 1;
      expect((await vault.commit([put(n, 'x'.repeat(size))])).ok).toBe(true);
    }
    const before = new Map(vault.records);
    expect(await vault.compact()).toEqual({ ok: true });
    expect(await records(file)).toEqual(before);
    // The base alone, as the first record fills a frame; then 1 and 30 000 together, and the others by themselves.
    expect(frameStarts(file.bytes, file.bytes.length - framesOf(file.bytes).length).length - 1).toBe(vault.position.frames);
    expect(vault.position.frames).toBe(9);
  });

  it('is worth it when more than half of the file is dead, and it is much', async () => {
    const { vault } = await openNew();
    const text = 'ü'.repeat(4_000);
    for (let i = 0; i < 40; i++) await vault.commit([put(i, text)]);
    expect(vault.needsCompaction).toBe(false);
    for (let i = 0; i < 38; i++) await vault.commit([put(i, text)]);
    expect(vault.needsCompaction).toBe(false);
    const live = vault.deadBytes;
    for (let i = 0; i < 6; i++) await vault.commit([put(i, text)]);
    expect(vault.deadBytes - live).toBeGreaterThan(6 * 8_000);
    expect(vault.needsCompaction).toBe(true);
    const { end } = vault.position;
    const dead = vault.deadBytes;
    await vault.compact();
    expect(Math.abs(end - vault.position.end - dead)).toBeLessThan(3_000);
    expect(vault.needsCompaction).toBe(false);
  });

  it('can be given up until the new file is in place', async () => {
    const { vault, file } = await openNew();
    for (let i = 0; i < 30; i++) await vault.commit([put(i, 'x'.repeat(100_000))]);
    const before = file.bytes;
    let looks = 0;
    const parts: number[] = [];
    expect((await vault.compact((part) => (parts.push(part), true))).ok).toBe(true);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(Math.max(...parts)).toBeLessThanOrEqual(1);
    const { epoch } = vault;
    file.bytes = before;
    for (let stop = 1; stop <= parts.length; stop++) {
      const fresh = await openNew(new MemoryFile(before));
      looks = 0;
      expect(await fresh.vault.compact(() => ++looks < stop)).toEqual({ ok: false, fault: 'cancelled' });
      expect(fresh.file.bytes).toBe(before);
      expect(fresh.vault.epoch).toBe(epoch - 1);
    }
  });

  it('is given up when the vault is closed', async () => {
    const { vault, file } = await openNew();
    for (let i = 0; i < 30; i++) await vault.commit([put(i, 'x'.repeat(100_000))]);
    const before = file.bytes;
    const compacting = vault.compact(async () => new Promise((next) => void setImmediate(() => next(true))));
    await new Promise((next) => void setImmediate(next));
    await vault.close();
    expect(await compacting).toEqual({ ok: false, fault: 'cancelled' });
    expect(file.bytes).toBe(before);
  });
});

describe('a rotated vault key', () => {
  it('seals every record and secret anew, and only what is given opens the vault', async () => {
    const { vault, file } = await openNew();
    await vault.setRecovery(sheet);
    await vault.commit([withSecrets(vault, 1, 'old'), put(2, 'two')]);
    const old = new MemoryFile(file.bytes);
    const { vaultId } = vault;
    expect(await vault.rotateKey({ password: OTHER, entropy: null, device, settings })).toEqual({ ok: true });
    expect(vault.epoch).toBe(2);
    expect([...vault.slots]).toEqual([1, 2]);
    expect(await records(file, { entropy: sheet })).toBe('no_slot');
    expect(await records(file)).toBe('wrong_key');
    const again = await reopen(file, { device });
    if (typeof again === 'string') throw new Error(again);
    expect(sameBytes(again.vaultId, vaultId)).toBe(true);
    expect([...again.records.values()]).toEqual([...vault.records.values()]);
    for (const v of [vault, again]) {
      expect(opened(v, 1, 'password')).toBe('old password');
      expect(opened(v, 1, 'seed')).toBe(`old factors/${idOf(900)}/seed`);
      expect(opened(v, 1, 'broken')).toBeNull();
    }
    // The old key opens nothing of the new file.
    const former = await reopen(old);
    if (typeof former === 'string') throw new Error(former);
    const record = again.records.get(idOf(1))?.data as { password: never };
    expect(former.openField(idOf(1), 'password', record.password)).toBeNull();
    expect(await former.inspect(file.bytes)).toBeNull();
  });

  it('catches up on secrets sealed before it and saved after', async () => {
    const { vault, file } = await openNew();
    await vault.commit([withSecrets(vault, 1, 'old')]);
    const stale = vault.records.get(idOf(1))?.data as { password: never };
    const sealed = withSecrets(vault, 2, 'early');
    const rotating = vault.rotateKey({ password: OTHER, entropy: null, device: null, settings });
    const [, saved] = await Promise.all([rotating, vault.commit([withSecrets(vault, 3, 'queued')])]);
    expect(saved.ok).toBe(true);
    expect((await vault.commit([sealed, withSecrets(vault, 4, 'late')])).ok).toBe(true);
    expect(vault.openField(idOf(1), 'password', stale.password)).toEqual(utf8('old password'));
    const again = await reopen(file, { password: OTHER });
    if (typeof again === 'string') throw new Error(again);
    for (const [n, secret] of [
      [1, 'old'],
      [2, 'early'],
      [3, 'queued'],
      [4, 'late'],
    ] as const) {
      expect(opened(again, n, 'password')).toBe(`${secret} password`);
    }
    expect(again.openField(idOf(1), 'password', stale.password)).toBeNull();
  });

  it('that fails leaves everything as it was', async () => {
    const { vault, file } = await openNew();
    await vault.commit([withSecrets(vault, 1, 'old')]);
    const before = file.bytes;
    file.fault = 'io';
    const access = { password: OTHER, entropy: null, device: null, settings };
    expect(await vault.rotateKey(access)).toEqual({ ok: false, fault: 'io' });
    file.fault = null;
    expect(await vault.rotateKey({ ...access, password: 'aaaaaaaaaaaaaaa' })).toEqual({ ok: false, fault: 'password_common' });
    expect(file.bytes).toBe(before);
    expect(opened(vault, 1, 'password')).toBe('old password');
    expect((await vault.commit([withSecrets(vault, 2, 'new')])).ok).toBe(true);
    const again = await reopen(file);
    expect(typeof again !== 'string' && opened(again, 2, 'password')).toBe('new password');
  });
});

describe('anchors', () => {
  const openWith = async (file: MemoryFile, anchors: MemoryAnchors) => {
    const opened = await Vault.open({ file, kdf: memoKdf, random: randomBytes, anchors }, { password: PASSWORD });
    if (!opened.ok) throw new Error(opened.code);
    return opened;
  };

  it('are written behind every save and replacement, and never hold one up', async () => {
    const anchors = new MemoryAnchors();
    const file = new MemoryFile(EMPTY);
    const { vault } = await openWith(file, anchors);
    for (let n = 1; n <= 20; n++) await vault.commit([put(n, 'x')]);
    await vault.compact();
    await vault.changePassword(OTHER, settings);
    await vault.close();
    const opened = await Vault.open({ file, kdf: memoKdf, random: randomBytes, anchors }, { password: OTHER });
    expect(opened.ok && [opened.class, opened.headerChanged]).toEqual(['clean', false]);
    anchors.fails = true;
    if (!opened.ok) return;
    expect((await opened.vault.commit([put(1, 'y')])).ok).toBe(true);
    await opened.vault.close();
    expect(opened.vault.isAnchorFailing).toBe(true);
  });

  it('notice an old header put back, until something is saved', async () => {
    const anchors = new MemoryAnchors();
    const file = new MemoryFile(EMPTY);
    const first = await openWith(file, anchors);
    await first.vault.commit([put(1, 'x')]);
    const old = file.bytes;
    await first.vault.setRecovery(sheet);
    await first.vault.close();
    file.bytes = old;
    const second = await openWith(file, anchors);
    expect([second.class, second.headerChanged]).toEqual(['clean', true]);
    await second.vault.close();
    const third = await openWith(file, anchors);
    expect(third.headerChanged).toBe(true);
    await third.vault.commit([put(2, 'x')]);
    await third.vault.close();
    expect((await openWith(file, anchors)).headerChanged).toBe(false);
  });
});
