import { describe, expect, it } from 'vitest';
import { concat, utf8 } from '../../../main/core/bytes.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { base64, idOf, MemoryAnchors, MemoryFile, memoKdf, put, vaultVector } from './support.ts';

const password = 'correct horse battery staple';
const EMPTY = base64(vaultVector('vault d').file);

async function open(bytes = EMPTY, anchors = new MemoryAnchors()) {
  const file = new MemoryFile(bytes);
  const opened = await Vault.open({ file, kdf: memoKdf, random: randomBytes, anchors }, { password });
  if (!opened.ok) throw new Error(opened.code);
  return { file, anchors, class: opened.class, vault: opened.vault };
}

/** A vault with one record saved and two changes that were not. */
async function failed() {
  const made = await open();
  await made.vault.commit([put(1, 'one')]);
  made.file.fault = 'disk_full';
  await made.vault.commit([put(1, 'one changed')]);
  await made.vault.commit([put(2, 'two'), put(3, 'x'.repeat(600_000)), put(4, 'y'.repeat(600_000))]);
  made.file.fault = null;
  expect(made.vault.readOnly).toBe('disk_full');
  expect(made.vault.unsaved).toHaveLength(4);
  return made;
}

describe('after a save that failed', () => {
  it('another try saves what was kept, once the file is the one known', async () => {
    const { vault, file } = await failed();
    expect((await vault.retry()).ok).toBe(true);
    expect([vault.readOnly, vault.unsaved.length, vault.records.size]).toEqual([null, 0, 4]);
    expect((await vault.commit([put(5, 'five')])).ok).toBe(true);
    expect((await open(file.bytes)).vault.records).toEqual(vault.records);
  });

  it('another try keeps everything when the disk refuses again', async () => {
    const { vault, file } = await failed();
    file.fault = 'io';
    expect(await vault.retry()).toEqual({ ok: false, fault: 'io' });
    expect([vault.readOnly, vault.unsaved.length, vault.records.size]).toEqual(['io', 4, 1]);
    file.fault = null;
    expect((await vault.retry()).ok).toBe(true);
  });

  it('another try writes nothing to a file that went on without it', async () => {
    const { vault, file } = await failed();
    const other = await open(file.bytes);
    await other.vault.commit([put(9, 'by another program')]);
    file.bytes = other.file.bytes;
    const before = file.bytes;
    expect(await vault.retry()).toEqual({ ok: false, fault: 'changed_elsewhere' });
    expect(file.bytes).toBe(before);
    expect(vault.unsaved).toHaveLength(4);
  });

  it('another try writes nothing under a header that is another by now', async () => {
    const { vault, file } = await failed();
    const other = await open(file.bytes);
    expect((await other.vault.setRecovery(new Uint8Array(32).fill(8))).ok).toBe(true);
    file.bytes = other.file.bytes;
    expect(await vault.retry()).toEqual({ ok: false, fault: 'changed_elsewhere' });
    expect(file.bytes).toBe(other.file.bytes);
  });

  it('another try repairs what the failed write left behind', async () => {
    const { vault, file } = await failed();
    const half = concat(file.bytes, utf8('half a frame'));
    file.bytes = half;
    expect((await vault.retry()).ok).toBe(true);
    expect(file.aside).toEqual([half]);
    expect((await open(file.bytes)).class).toBe('clean');
  });

  it('is no way out of a file that is damaged, forked or rolled back', async () => {
    const { file, anchors, vault } = await open();
    await vault.commit([put(1, 'one')]);
    await vault.close();
    const older = await open(EMPTY, anchors);
    expect(older.class).toBe('rolled_back');
    expect(await older.vault.retry()).toEqual({ ok: false, fault: 'rolled_back' });
    const broken = file.bytes.slice();
    broken[broken.length - 50] = (broken[broken.length - 50] ?? 0) ^ 1;
    const damaged = await open(broken);
    expect(damaged.class).toBe('damaged');
    expect(await damaged.vault.retry()).toEqual({ ok: false, fault: 'damaged' });
    damaged.vault.goOn();
    expect(damaged.vault.readOnly).toBe('damaged');
  });
});

describe('a copy from memory', () => {
  it('is a whole vault with the changes that could not be saved, and follows what this device has seen', async () => {
    const { vault, anchors } = await failed();
    const field = { ...vault.sealField(idOf(7), 'password', 1, utf8('secret')) };
    await vault.commit([{ op: 'put', id: idOf(7), type: 'account', v: 1, data: { password: field } }]);
    await vault.commit([{ op: 'del', id: idOf(2) }]);
    const bytes = await vault.copyFromMemory();
    const copy = await open(bytes, anchors);
    expect([copy.class, copy.vault.readOnly]).toEqual(['clean', null]);
    expect([...copy.vault.records.keys()]).toEqual([1, 3, 4, 7].map(idOf));
    expect(copy.vault.records.get(idOf(1))?.data['text']).toBe('one changed');
    expect(copy.vault.openField(idOf(7), 'password', field)).toEqual(utf8('secret'));
    expect((await copy.vault.commit([put(8, 'goes on')])).ok).toBe(true);
  });
});

describe('a credential asked for again', () => {
  it('is told from a wrong one, and nothing is told of slots there are not', async () => {
    const { vault } = await open();
    expect(await vault.isOpenedBy({ password })).toBe(true);
    expect(await vault.isOpenedBy({ password: 'another long password' })).toBe(false);
    expect(await vault.isOpenedBy({ entropy: new Uint8Array(32) })).toBe(false);
    expect(await vault.isOpenedBy({ device: new Uint8Array(32) })).toBe(false);
  });
});

describe('opening, followed', () => {
  it('tells how far it is, and can be given up', async () => {
    const { vault, file } = await open();
    for (let n = 1; n <= 8; n++) await vault.commit([put(n, 'x'.repeat(900_000))]);
    const ports = { file: new MemoryFile(file.bytes), kdf: memoKdf, random: randomBytes };
    const parts: number[] = [];
    const opened = await Vault.openWatched(ports, { password }, (part) => parts.push(part) > 0);
    expect(opened !== 'cancelled' && opened.ok && opened.vault.records.size).toBe(8);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.every((part, i) => part > (parts[i - 1] ?? 0) && part <= 1)).toBe(true);
    expect(await Vault.openWatched(ports, { password }, () => false)).toBe('cancelled');
  });
});
