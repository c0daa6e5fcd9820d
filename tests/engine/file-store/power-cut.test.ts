import { describe, expect, it } from 'vitest';
import { KDF_PRESETS } from '../../../main/core/crypto/kdf.ts';
import { randomBytes, type Random } from '../../../main/core/crypto/sodium.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { FileStore } from '../../../main/engine/file-store.ts';
import { idOf, MemoryAnchors, memoKdf, put, SLOW } from '../../core/vault/support.ts';
import { CrashDisk, rngOf } from './crash-disk.ts';

const CUTS = SLOW ? 2_000 : 300;
const FILE = '/v.latchkey';
const entropy = new Uint8Array(32).fill(2);
const passwords = ['correct horse battery staple', 'another long and good password'] as const;
const random: Random = (length) => (length === 16 ? new Uint8Array(16).fill(1) : randomBytes(length));
const settings = KDF_PRESETS.lowMemory;

/** What had been acknowledged when the power went, and what was under way. */
interface Told {
  saved: number;
  password: number;
  isRun: boolean;
}

interface Cut {
  readonly disk: CrashDisk;
  readonly told: Told;
  readonly anchor: MemoryAnchors['stored'];
  readonly seed: number;
}

/** Works on a disk and cuts the power again and again before its calls; the work itself goes on. */
async function work(round: number, cutsPerCall: number): Promise<Cut[]> {
  const disk = new CrashDisk();
  const anchors = new MemoryAnchors();
  const cuts: Cut[] = [];
  const told: Told = { saved: 0, password: 0, isRun: false };
  const ports = { file: new FileStore(FILE, disk), kdf: memoKdf, random, anchors };
  const made = await Vault.create(ports, { password: passwords[0], entropy, settings });
  if (!made.ok) throw new Error(made.code);
  const { vault } = made;
  disk.onChange = () => {
    if (disk.isFlushed) return;
    for (let i = 0; i < cutsPerCall; i++) {
      const seed = round * 1_000_000 + cuts.length;
      cuts.push({ disk: disk.crash(rngOf(seed)), told: { ...told }, anchor: anchors.stored, seed });
    }
  };
  for (let n = 1; n <= 24; n++) {
    told.isRun = n % 8 === 0;
    const text = 'x'.repeat(told.isRun ? 600_000 : (n * 397) % 3_000);
    const saved = await vault.commit(told.isRun ? [put(n, text), put(500, text)] : [put(n, text)]);
    expect(saved.ok).toBe(true);
    told.saved = n;
    if (n % 6 === 0) {
      const changed = n % 4 === 0 ? await vault.compact() : await vault.changePassword(passwords[(n / 6) % 2] ?? '', settings);
      expect(changed.ok).toBe(true);
      if (n % 4 !== 0) told.password = (n / 6) % 2;
    }
  }
  return cuts;
}

describe('the power cut at any moment', () => {
  it('leaves every acknowledged save, and a file that opens by the old password or the new', { timeout: 900_000 }, async () => {
    const cuts: Cut[] = [];
    for (let round = 1; cuts.length < CUTS; round++) cuts.push(...(await work(round, 4)));
    const counts = { clean: 0, torn_tail: 0, damaged: 0, rolled_back: 0, forked: 0 };
    for (const { disk, told, anchor, seed } of cuts.slice(0, CUTS)) {
      const ports = { file: new FileStore(FILE, disk), kdf: memoKdf, random, anchors: new MemoryAnchors(anchor) };
      const opened = await Vault.open(ports, { entropy });
      if (!opened.ok) throw new Error(`cut ${seed}: ${opened.code}`);
      counts[opened.class]++;
      for (let n = 1; n <= told.saved; n++) expect(opened.vault.records.has(idOf(n)), `cut ${seed}`).toBe(true);
      // Parts that came in another order look like damage, and are said to be: nothing good is cut off by guessing.
      if (opened.class === 'damaged') {
        expect(told.isRun, `cut ${seed}`).toBe(true);
        continue;
      }
      expect(['clean', 'torn_tail'], `cut ${seed}`).toContain(opened.class);
      const fits = [
        await opened.vault.isOpenedBy({ password: passwords[0] }),
        await opened.vault.isOpenedBy({ password: passwords[1] }),
      ];
      expect(
        fits.filter((one) => one === true),
        `cut ${seed}`,
      ).toHaveLength(1);
      expect((await opened.vault.commit([put(900, 'after')])).ok, `cut ${seed}`).toBe(true);
      await opened.vault.close();
      const again = await Vault.open(ports, { entropy });
      expect(again.ok && again.class, `cut ${seed}`).toBe('clean');
      expect(again.ok && again.vault.records.has(idOf(900))).toBe(true);
    }
    console.log(`power cuts: ${Math.min(cuts.length, CUTS)} of ${cuts.length} states, ${JSON.stringify(counts)}`);
    expect(counts.torn_tail).toBeGreaterThan(0);
  });
});
