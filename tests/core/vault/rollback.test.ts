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
    expect((await openWith(new MemoryFile(states[50]), store)).class).toBe('forked');
  });
});

describe('two copies that went on apart', () => {
  it.each([
    ['saves on both sides', async (vault: Vault) => vault.commit([put(70, 'other')])],
    [
      'a compaction of the other side',
      async (vault: Vault) => {
        await vault.commit([put(70, 'other')]);
        return vault.compact();
      },
    ],
  ])('are a fork, and nothing is written: %s', async (_what, goOn) => {
    const ours = new MemoryFile(states[45]);
    const store = new MemoryAnchors(anchors[45]);
    const first = await openWith(ours, store);
    for (const n of [60, 61]) await first.vault.commit([put(n, 'ours')]);
    await first.vault.close();
    const theirs = new MemoryFile(states[45]);
    const other = await openWith(theirs, new MemoryAnchors(anchors[45]));
    for (let n = 0; n < 3; n++) expect((await goOn(other.vault)).ok).toBe(true);
    const before = theirs.bytes;
    const forked = await openWith(theirs, store);
    // After a compaction the base shows only whether it starts from what was seen; a base beyond that passes unchecked.
    const isHidden = other.vault.epoch > forked.vault.epoch - 1 && other.vault.epoch > 5;
    expect(forked.class).toBe(isHidden ? 'clean' : 'forked');
    if (isHidden) return;
    expect(await forked.vault.commit([put(1, 'no')])).toEqual({ ok: false, fault: 'forked' });
    expect(theirs.bytes).toBe(before);
  });
});
