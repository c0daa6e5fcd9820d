import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../../main/core/bytes.ts';
import { KDF_PRESETS } from '../../../main/core/crypto/kdf.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { MemoryAnchors, MemoryFile, memoKdf, put } from './support.ts';

const entropy = new Uint8Array(32).fill(4);
const access = { password: 'correct horse battery staple', entropy, settings: KDF_PRESETS.lowMemory };

async function openWith(file: MemoryFile, anchors: MemoryAnchors) {
  const opened = await Vault.open({ file, kdf: memoKdf, random: randomBytes, anchors }, { entropy });
  if (!opened.ok) throw new Error(opened.code);
  return opened;
}

/** 51 states of one vault, each after a save or, every tenth, a compaction; with the anchor of each. */
async function history(): Promise<{ states: Bytes[]; anchors: Bytes[] }> {
  const file = new MemoryFile();
  const store = new MemoryAnchors();
  const made = await Vault.create({ file, kdf: memoKdf, random: randomBytes, anchors: store }, access);
  if (!made.ok) throw new Error(made.code);
  const states: Bytes[] = [];
  const anchors: Bytes[] = [];
  for (let n = 1; n <= 51; n++) {
    const done = n % 10 === 0 ? await made.vault.compact() : await made.vault.commit([put(n, `text ${n}`)]);
    expect(done.ok).toBe(true);
    await new Promise((next) => void setTimeout(next, 1));
    states.push(file.bytes);
    anchors.push(store.stored ?? new Uint8Array());
  }
  return { states, anchors };
}

const { states, anchors } = await history();
const newest = anchors[50] ?? new Uint8Array();

describe('a file put back to an earlier state', () => {
  it('is noticed by a device that saw a later one, whichever of fifty it is', async () => {
    let noticed = 0;
    for (const state of states.slice(0, 50)) {
      const file = new MemoryFile(state);
      const store = new MemoryAnchors(newest);
      const opened = await openWith(file, store);
      expect(opened.class).toBe('rolled_back');
      expect(opened.vault.readOnly).toBe('rolled_back');
      expect(await opened.vault.commit([put(1, 'no')])).toEqual({ ok: false, fault: 'rolled_back' });
      expect(await opened.vault.compact()).toEqual({ ok: false, fault: 'rolled_back' });
      await opened.vault.close();
      expect(file.bytes).toBe(state);
      // What the device knows is not given up for an older file.
      expect(store.stored).toBe(newest);
      noticed++;
    }
    console.log(`rollbacks noticed: ${noticed} of 50`);
  });

  it('passes on a device that has not seen a later one, which cannot know', async () => {
    let passed = 0;
    for (const [i, state] of states.entries()) {
      for (const seen of [null, ...anchors.slice(0, i + 1)]) {
        const opened = await openWith(new MemoryFile(state), new MemoryAnchors(seen));
        expect([opened.class, opened.vault.readOnly, opened.headerChanged]).toEqual(['clean', null, false]);
        passed++;
      }
    }
    console.log(`states opened with an earlier anchor or none: ${passed}`);
  });

  it('is gone on with when the person says that it is the one to keep', async () => {
    const file = new MemoryFile(states[44]);
    const store = new MemoryAnchors(newest);
    const { vault } = await openWith(file, store);
    vault.goOn();
    expect((await vault.commit([put(99, 'after')])).ok).toBe(true);
    await vault.close();
    const again = await openWith(file, store);
    expect([again.class, again.headerChanged]).toEqual(['clean', false]);
    expect((await openWith(new MemoryFile(states[46]), store)).class).toBe('forked');
  });
});

describe('two copies that went on apart', () => {
  async function apart(theirWork: (vault: Vault) => Promise<void>) {
    const store = new MemoryAnchors(anchors[45]);
    const first = await openWith(new MemoryFile(states[45]), store);
    for (const n of [60, 61]) await first.vault.commit([put(n, 'ours')]);
    await first.vault.close();
    const theirs = new MemoryFile(states[45]);
    await theirWork((await openWith(theirs, new MemoryAnchors(anchors[45]))).vault);
    return { theirs, opened: await openWith(theirs, store) };
  }
  const save = async (vault: Vault, n: number): Promise<void> => void (await vault.commit([put(n, 'theirs')]));

  it.each([
    ['saves on both sides', async (vault: Vault) => void (await Promise.all([70, 71, 72].map((n) => save(vault, n))))],
    ['a compaction of the other side', async (vault: Vault) => void (await Promise.all([save(vault, 70), vault.compact()]))],
  ])('are a fork, and nothing is written: %s', async (_what, theirWork) => {
    const { theirs, opened } = await apart(theirWork);
    const before = theirs.bytes;
    expect(opened.class).toBe('forked');
    expect(await opened.vault.commit([put(1, 'no')])).toEqual({ ok: false, fault: 'forked' });
    expect(await opened.vault.changePassword('another long password', access.settings)).toEqual({ ok: false, fault: 'forked' });
    expect(theirs.bytes).toBe(before);
    opened.vault.goOn();
    expect((await opened.vault.commit([put(1, 'kept this one')])).ok).toBe(true);
  });

  it('pass unseen once the other was compacted beyond what this device knows', async () => {
    const { opened } = await apart(async (vault) => {
      for (const n of [70, 71, 72]) await save(vault, n);
      await vault.compact();
    });
    expect(opened.class).toBe('clean');
  });
});
