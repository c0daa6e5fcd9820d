import { beforeEach, describe, expect, it } from 'vitest';
import { concat } from '../../../main/core/bytes.ts';
import { KDF_PRESETS } from '../../../main/core/crypto/kdf.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { FrameCipher } from '../../../main/core/vault/frame.ts';
import { baseText, contentBytes, opText, partText } from '../../../main/core/vault/operations.ts';
import { unlock } from '../../../main/core/vault/unlock.ts';
import { type OpenOptions, Vault } from '../../../main/core/vault/vault.ts';
import { flipped, idOf, MemoryAnchors, MemoryFile, memoKdf, put, SLOW } from './support.ts';

const settings = KDF_PRESETS.lowMemory;
const entropy = new Uint8Array(32).fill(3);
const OLD = 'correct horse battery staple';
const NEW = 'another long and good password';

describe('a vault that another program writes', () => {
  let file: MemoryFile;
  let writer: Vault;
  let anchors: MemoryAnchors;

  const open = async (hold: OpenOptions['hold'], on = file): Promise<Vault> => {
    const opened = await Vault.open({ file: on, kdf: memoKdf, random: randomBytes, anchors }, { entropy }, { hold: hold ?? null });
    if (!opened.ok) throw new Error(opened.code);
    return opened.vault;
  };
  const texts = (vault: Vault): unknown[] => [...vault.records.values()].map(({ data }) => data['text']);

  beforeEach(async () => {
    file = new MemoryFile();
    anchors = new MemoryAnchors();
    const made = await Vault.create({ file, kdf: memoKdf, random: randomBytes, anchors }, { password: OLD, entropy, settings });
    if (!made.ok) throw new Error(made.code);
    writer = made.vault;
    await writer.commit([put(1, 'one')]);
  });

  it('is read and never written by one that is held: no save, no anchor, nothing kept to be saved', async () => {
    const bytes = file.bytes;
    anchors.stored = null;
    const reader = await open('in_use');
    expect(reader.readOnly).toBe('in_use');
    expect(await reader.commit([put(2, 'two')])).toEqual({ ok: false, fault: 'in_use' });
    expect(await reader.changePassword(NEW, settings)).toEqual({ ok: false, fault: 'in_use' });
    expect(await reader.compact()).toEqual({ ok: false, fault: 'in_use' });
    expect(await reader.retry()).toEqual({ ok: false, fault: 'in_use' });
    reader.goOn();
    expect(reader.readOnly).toBe('in_use');
    expect(reader.unsaved).toEqual([]);
    await reader.close();
    expect(file.bytes).toBe(bytes);
    expect(anchors.stored).toBeNull();
  });

  it('is followed save by save, runs of parts and deletions among them', async () => {
    const reader = await open('in_use');
    expect(await reader.follow()).toBe('same');
    const count = SLOW ? 501 : 60;
    for (let n = 2; n <= count; n++) {
      const large = n % 20 === 0 ? [put(1000 + n, 'x'.repeat(700_000)), put(2000 + n, 'y'.repeat(700_000))] : [];
      await writer.commit([put(n, `text ${n}`), ...large, ...(n % 7 === 0 ? [{ op: 'del' as const, id: idOf(n - 1) }] : [])]);
      if (n % 3 !== 0) continue;
      expect(await reader.follow()).toBe('grown');
      expect([...reader.records]).toEqual([...writer.records]);
      expect(reader.position).toEqual(writer.position);
    }
    expect(reader.deadBytes).toBe(writer.deadBytes);
    console.log(`saves followed: ${count}`);
  });

  it('is followed to the last whole frame when a save is half there, at each of its bytes', async () => {
    const before = file.bytes.length;
    const reader = await open('in_use');
    await writer.commit([put(2, 'two')]);
    const whole = file.bytes;
    for (let cut = before; cut < whole.length; cut++) {
      file.bytes = whole.slice(0, cut);
      expect(await reader.follow()).toBe('same');
      expect(reader.records.size).toBe(1);
    }
    file.bytes = whole;
    expect(await reader.follow()).toBe('grown');
    expect(texts(reader)).toEqual(['one', 'two']);
  });

  it('is followed past no part of a run that is not all there', async () => {
    const reader = await open('in_use');
    const before = file.bytes.length;
    await writer.commit([put(2, 'x'.repeat(700_000)), put(3, 'y'.repeat(700_000))]);
    const whole = file.bytes;
    const second = before + 84 + new DataView(whole.buffer, whole.byteOffset).getUint32(before, true);
    for (const cut of [second - 1, second, second + 50, whole.length - 1]) {
      file.bytes = whole.slice(0, cut);
      expect(await reader.follow()).toBe('same');
      expect(reader.position.end).toBe(before);
    }
    file.bytes = whole;
    expect(await reader.follow()).toBe('grown');
    expect([...reader.records]).toEqual([...writer.records]);
  });

  it('that went back before it was opened is gone on with by word, and still not written', async () => {
    const older = file.bytes;
    await writer.commit([put(2, 'two')]);
    await writer.close();
    const anchor = anchors.stored;
    file.bytes = older;
    const reader = await open('in_use');
    expect(reader.readOnly).toBe('rolled_back');
    reader.goOn();
    expect(reader.readOnly).toBe('in_use');
    await reader.close();
    expect(anchors.stored).toBe(anchor);
  });

  it('is followed through a compaction and another password, read whole each time', async () => {
    const reader = await open('in_use');
    await writer.commit([put(1, 'again'), put(2, 'two')]);
    await writer.compact();
    expect(await reader.follow()).toBe('replaced');
    expect(texts(reader)).toEqual(['again', 'two']);
    expect(reader.epoch).toBe(2);
    await writer.changePassword(NEW, settings);
    expect(await reader.follow()).toBe('replaced');
    expect(await reader.isOpenedBy({ password: NEW })).toBe(true);
    await writer.commit([put(3, 'three')]);
    expect(await reader.follow()).toBe('grown');
    expect(texts(reader)).toEqual(['again', 'two', 'three']);
  });

  it('is read whole when its header was replaced and saves came after, before anyone looked', async () => {
    const reader = await open('in_use');
    await writer.changePassword(NEW, settings);
    await writer.commit([put(2, 'two')]);
    expect(await reader.follow()).toBe('replaced');
    expect(texts(reader)).toEqual(['one', 'two']);
    expect(await reader.isOpenedBy({ password: NEW })).toBe(true);
  });

  it('is damaged when what was added is, be it sealed with the right key', async () => {
    const reader = await open('in_use');
    const before = file.bytes;
    await writer.commit([put(2, 'two')]);
    await writer.commit([put(3, 'three')]);
    const whole = file.bytes;
    file.bytes = flipped(whole, 8 * (before.length + 200));
    expect(await reader.follow()).toBe('damaged');
    const unlocked = await unlock(before, { entropy }, memoKdf);
    if (typeof unlocked === 'string') throw new Error(unlocked);
    const { keys, fields } = unlocked;
    const cipher = new FrameCipher(keys.frames, fields.vaultId, fields.epoch);
    for (const misplaced of [baseText({ frames: 1, records: 1 }), partText({ n: 2, of: 2 })]) {
      const { frame } = cipher.seal(contentBytes([misplaced, opText(put(4, 'four'))]), reader.position, randomBytes);
      file.bytes = concat(before, frame);
      expect(await reader.follow()).toBe('damaged');
    }
    expect(texts(reader)).toEqual(['one']);
    file.bytes = whole;
    expect(await reader.follow()).toBe('grown');
    expect(texts(reader)).toEqual(['one', 'two', 'three']);
  });

  it('stays as it is, and says so, when it is sealed with another key', async () => {
    const reader = await open('in_use');
    await writer.rotateKey({ password: NEW, entropy, device: null, settings });
    expect(await reader.follow()).toBe('other_keys');
    expect(reader.readOnly).toBe('changed_elsewhere');
    expect(texts(reader)).toEqual(['one']);
    expect(await reader.admit()).toBe('other_keys');
    expect((await reader.commit([put(9, 'no')])).ok).toBe(false);
  });

  it('stays as it is when the file went back, is damaged, or is gone', async () => {
    const older = file.bytes;
    await writer.commit([put(2, 'two')]);
    const reader = await open('in_use');
    const now = file.bytes;
    file.bytes = older;
    expect(await reader.follow()).toBe('rolled_back');
    const damaged = now.slice();
    damaged[now.length - 500] = (damaged[now.length - 500] ?? 0) ^ 1;
    file.bytes = damaged;
    expect(await reader.follow()).toBe('damaged');
    file.fault = 'gone';
    file.read = async () => ({ ok: false, fault: 'gone' });
    expect(await reader.follow()).toBe('gone');
    expect(texts(reader)).toEqual(['one', 'two']);
  });

  it('is followed over a save that was seen before its flush failed and it was taken back, and takes the one written in its place', async () => {
    const reader = await open('in_use');
    const before = file.bytes;
    const noted = anchors.stored;
    await writer.commit([put(2, 'never promised')]);
    expect(await reader.follow()).toBe('grown');
    expect(await reader.follow()).toBe('same');
    // The writer cuts the file, and notes nothing down, when a flush fails.
    file.bytes = before;
    anchors.stored = noted;
    expect(await reader.follow()).toBe('replaced');
    expect(texts(reader)).toEqual(['one']);
    const again = await open(null);
    await again.commit([put(2, 'saved in its place')]);
    expect(await reader.follow()).toBe('grown');
    expect(texts(reader)).toEqual(['one', 'saved in its place']);
    await again.close();
    expect(await reader.admit()).toBe('same');
    expect(reader.readOnly).toBeNull();
  });

  it('is rolled back for a follower too when its device noted down that the newest save was flushed', async () => {
    const reader = await open('in_use');
    await writer.commit([put(2, 'two')]);
    const older = file.bytes;
    await writer.commit([put(3, 'three')]);
    expect(await reader.follow()).toBe('grown');
    const { stored } = anchors;
    file.bytes = older;
    await writer.close();
    expect(anchors.stored).not.toEqual(stored);
    expect(await reader.follow()).toBe('rolled_back');
    expect(texts(reader)).toEqual(['one', 'two', 'three']);
  });

  it('takes changes after the other let go, from the file as it then is', async () => {
    const reader = await open('in_use');
    await writer.commit([put(2, 'two')]);
    await writer.close();
    expect(await reader.admit()).toBe('replaced');
    expect(reader.readOnly).toBeNull();
    expect((await reader.commit([put(3, 'three')])).ok).toBe(true);
    await reader.close();
    expect(texts(await open(null))).toEqual(['one', 'two', 'three']);
  });

  it('is repaired first by the one that takes over after a save cut short', async () => {
    const reader = await open('in_use');
    await writer.commit([put(2, 'two')]);
    file.bytes = concat(file.bytes, new Uint8Array([9, 9, 9]));
    expect(await reader.admit()).toBe('replaced');
    expect((await reader.commit([put(3, 'three')])).ok).toBe(true);
    expect(file.aside).toHaveLength(1);
    expect(texts(await open(null))).toEqual(['one', 'two', 'three']);
  });

  it('is taken over only by the person’s word when the file has gone back since', async () => {
    const older = file.bytes;
    await writer.commit([put(2, 'two')]);
    const reader = await open('in_use');
    file.bytes = older;
    expect(await reader.admit()).toBe('rolled_back');
    expect(reader.readOnly).toBe('rolled_back');
    expect((await reader.commit([put(3, 'no')])).ok).toBe(false);
    reader.goOn();
    expect((await reader.commit([put(3, 'yes')])).ok).toBe(true);
    expect(texts(await open(null))).toEqual(['one', 'yes']);
  });

  it('is not called rolled back when it was saved while the key was derived', async () => {
    const old = file.bytes;
    await writer.commit([put(2, 'two')]);
    await writer.close();
    const late = new MemoryFile(file.bytes);
    let reads = 0;
    late.read = async () => ({ ok: true, bytes: reads++ === 0 ? old : late.bytes });
    const reader = await open('in_use', late);
    expect(reader.readOnly).toBe('in_use');
    expect(texts(reader)).toEqual(['one', 'two']);
  });
});

describe('a copy made from memory', () => {
  it('tells what waits from what was saved', async () => {
    const file = new MemoryFile();
    const made = await Vault.create({ file, kdf: memoKdf, random: randomBytes }, { password: OLD, entropy, settings });
    if (!made.ok) throw new Error(made.code);
    const { vault } = made;
    await vault.commit([put(1, 'one'), put(2, 'two'), put(3, 'three')]);
    expect(vault.waitingIn(await vault.copyFromMemory())?.ops).toEqual([]);
    file.fault = 'disk_full';
    await vault.commit([put(2, 'changed'), { op: 'del', id: idOf(1) }, put(4, 'z'.repeat(900_000)), put(5, 'z'.repeat(900_000))]);
    const copy = await vault.copyFromMemory();
    const waiting = vault.waitingIn(copy);
    expect([...(waiting?.base.keys() ?? [])]).toEqual([1, 2, 3].map(idOf));
    expect(waiting?.ops.map(({ op, id }) => `${op} ${id}`)).toEqual([
      `put ${idOf(2)}`,
      `put ${idOf(4)}`,
      `put ${idOf(5)}`,
      `del ${idOf(1)}`,
    ]);
    const opened = await Vault.open({ file: new MemoryFile(copy), kdf: memoKdf, random: randomBytes }, { entropy });
    expect(opened.ok && [...opened.vault.records.keys()]).toEqual([2, 3, 4, 5].map(idOf));
    expect(vault.waitingIn(copy.slice(0, -1))).toBeNull();
  });
});
