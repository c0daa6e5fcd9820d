import { describe, expect, it } from 'vitest';
import { type Bytes, concat, readLe, utf8 } from '../../../main/core/bytes.ts';
import { KDF_PRESETS } from '../../../main/core/crypto/kdf.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { partsAfter } from '../../../main/core/vault/journal.ts';
import { type OpenOptions, Vault } from '../../../main/core/vault/vault.ts';
import { frameStarts, idOf, MemoryAnchors, MemoryFile, memoKdf, put } from './support.ts';

const entropy = new Uint8Array(32).fill(3);
const HEADER = 113 + 132 * 2;

/** A file and anchors that write down, in one list, what is asked of them. */
class ToldFile extends MemoryFile {
  readonly told: string[] = [];
  failFlush = false;

  override async flush() {
    this.told.push('flush');
    return this.failFlush ? { ok: false as const, fault: 'io' as const } : super.flush();
  }

  override async append(at: number, parts: readonly Bytes[]) {
    this.told.push('append');
    return super.append(at, parts);
  }

  override async repair(length: number, stepsBack: (file: Bytes) => readonly number[]) {
    this.told.push(`repair ${[...stepsBack(this.bytes), length].join(' ')}`);
    return super.repair(length, stepsBack);
  }

  override async tidy() {
    this.told.push('tidy');
  }
}

class ToldAnchors extends MemoryAnchors {
  readonly #told: string[];

  constructor(told: string[], stored: Bytes | null) {
    super(stored);
    this.#told = told;
  }

  override async write(vaultId: Bytes, anchor: Bytes) {
    this.#told.push('anchor');
    return super.write(vaultId, anchor);
  }
}

async function open(bytes: Bytes, { anchor = null as Bytes | null, failFlush = false, options = {} as OpenOptions } = {}) {
  const file = new ToldFile(bytes);
  file.failFlush = failFlush;
  const anchors = new ToldAnchors(file.told, anchor);
  const opened = await Vault.open({ file, kdf: memoKdf, random: randomBytes, anchors }, { entropy }, options);
  if (!opened.ok) throw new Error(opened.code);
  return { file, anchors, vault: opened.vault, class: opened.class };
}

/** A vault with one save, what this device saw of it then, and the same with a run of four parts after it. */
async function make() {
  const [file, anchors] = [new MemoryFile(), new MemoryAnchors()];
  const access = { password: 'correct horse battery staple', entropy, settings: KDF_PRESETS.lowMemory };
  const made = await Vault.create({ file, kdf: memoKdf, random: randomBytes, anchors }, access);
  if (!made.ok) throw new Error(made.code);
  await made.vault.commit([put(1, 'one')]);
  await made.vault.close();
  const before = file.bytes;
  const { vault, file: next } = await open(before);
  await vault.commit([1, 2, 3, 4].map((n) => put(10 + n, String(n).repeat(600_000))));
  return { before, anchor: anchors.stored, whole: next.bytes, starts: frameStarts(next.bytes, HEADER) };
}

const { before, anchor, whole, starts } = await make();

describe('a file that was read', () => {
  it('is flushed before anything is noted down of it or written to it', async () => {
    const { file, vault } = await open(before, { anchor });
    expect(file.told).toEqual(['flush', 'tidy', 'anchor']);
    await vault.commit([put(2, 'two')]);
    expect(file.told.slice(3, 4)).toEqual(['append']);
    expect(file.flushes).toBe(1);
  });

  it('is not touched by one that is let in to read, until it may write', async () => {
    const { file, vault } = await open(before, { anchor, options: { hold: 'in_use' } });
    expect(file.told).toEqual([]);
    expect(await vault.admit()).toBe('same');
    expect(file.told).toEqual(['flush', 'tidy', 'anchor']);
  });

  it('that cannot be flushed takes no change, and nothing is noted down of it', async () => {
    const { file, anchors, vault } = await open(before, { anchor, failFlush: true });
    expect([vault.readOnly, file.told, anchors.stored]).toEqual(['io', ['flush'], anchor]);
    expect(await vault.commit([put(2, 'two')])).toEqual({ ok: false, fault: 'io' });
    expect(await vault.retry()).toEqual({ ok: false, fault: 'io' });
    expect(file.told).toEqual(['flush', 'flush']);
    file.failFlush = false;
    expect((await vault.retry()).ok).toBe(true);
    expect(file.told.slice(2, 4)).toEqual(['flush', 'append']);
    expect(vault.records.has(idOf(2))).toBe(true);
  });

  it('that cannot be flushed when the other program let go takes no change either', async () => {
    const { file, anchors, vault } = await open(before, { anchor, options: { hold: 'in_use' } });
    file.failFlush = true;
    expect(await vault.admit()).toBe('same');
    expect([vault.readOnly, file.told, anchors.stored]).toEqual(['io', ['flush'], anchor]);
  });

  it('and is damaged stays damaged, whatever its flush says', async () => {
    const bad = before.slice();
    bad[before.length - 20] = (bad[before.length - 20] ?? 0) ^ 1;
    const { vault, class: read } = await open(bad, { anchor, failFlush: true });
    expect([read, vault.readOnly]).toEqual(['damaged', 'damaged']);
  });

  it('is flushed anew after a fault, and read-only for the newest one', async () => {
    const { file, vault } = await open(before, { anchor });
    file.fault = 'disk_full';
    expect(await vault.commit([put(2, 'two')])).toEqual({ ok: false, fault: 'disk_full' });
    file.fault = null;
    file.failFlush = true;
    expect(await vault.retry()).toEqual({ ok: false, fault: 'io' });
    expect([vault.readOnly, vault.unsaved.length]).toEqual(['io', 1]);
  });
});

describe('a replacement', () => {
  it('is noted down before it is said to be done', async () => {
    const { anchors, vault } = await open(before, { anchor });
    expect((await vault.compact()).ok).toBe(true);
    expect([readLe(anchors.stored ?? new Uint8Array(), 24, 8), vault.epoch]).toEqual([2, 2]);
  });

  it('whose name could not be flushed counts, and takes no change until it was read anew', async () => {
    const { file, vault } = await open(before, { anchor });
    const replace = file.replace.bind(file);
    file.replace = async (next) => ((await replace(next)).ok ? { ok: false, fault: 'io', inPlace: true } : expect.fail());
    expect(await vault.compact()).toEqual({ ok: false, fault: 'io' });
    expect([vault.epoch, vault.readOnly]).toEqual([2, 'io']);
    expect(await vault.commit([put(2, 'two')])).toEqual({ ok: false, fault: 'io' });
    file.told.length = 0;
    expect((await vault.retry()).ok).toBe(true);
    expect(file.told.slice(0, 2)).toEqual(['flush', 'append']);
  });
});

describe('an open run', () => {
  it.each([1, 2, 3])('of %i whole parts is cut off from its end, part by part, by the next save', async (parts) => {
    const [end = 0, ...ends] = starts.slice(1, 2 + parts);
    for (const more of [0, 50, 5_000]) {
      const { file, vault, class: read } = await open(whole.slice(0, (ends.at(-1) ?? 0) + more), { anchor });
      expect(read).toBe('torn_tail');
      await vault.commit([put(2, 'two')]);
      const steps = more === 0 ? ends.slice(0, -1) : ends;
      expect(file.told).toContain(`repair ${[...steps.toReversed(), end].join(' ')}`);
    }
  });

  it('has no place to be cut at before its end where no part of it is whole', () => {
    const start = starts[1] ?? 0;
    expect(partsAfter(whole, whole.length)).toEqual([]);
    expect(partsAfter(concat(before, utf8('half a frame'.repeat(20))), before.length)).toEqual([]);
    expect(partsAfter(whole.slice(0, (starts[2] ?? 0) - 1), start)).toEqual([]);
  });
});
