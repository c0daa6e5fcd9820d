import { expect } from 'vitest';
import { KDF_PRESETS } from '../../../main/core/crypto/kdf.ts';
import { randomBytes, type Random } from '../../../main/core/crypto/sodium.ts';
import type { ReadingClass } from '../../../main/core/vault/journal.ts';
import type { Op } from '../../../main/core/vault/operations.ts';
import { Vault, type VaultPorts } from '../../../main/core/vault/vault.ts';
import { AnchorFiles } from '../../../main/engine/anchor-store.ts';
import { FileStore } from '../../../main/engine/file-store.ts';
import { idOf, memoKdf, put } from '../../core/vault/support.ts';
import { type CrashDisk, rngOf } from './crash-disk.ts';

export const FILE = '/v.latchkey';
export const entropy = new Uint8Array(32).fill(2);
export const passwords = ['correct horse battery staple', 'another long and good password'] as const;
export const settings = KDF_PRESETS.lowMemory;
// One salt, so that the real KDF answers each password once.
const random: Random = (length) => (length === 16 ? new Uint8Array(16).fill(1) : randomBytes(length));

/** The vault's disk and the one with the app's folder, on which the anchors stand. */
export interface Machine {
  readonly disk: CrashDisk;
  readonly profile: CrashDisk;
}

/** A machine after a power cut, and what must be found on it: records by id, whatever they hold. */
export interface Cut extends Machine {
  readonly must: ReadonlySet<string>;
  readonly during: string;
  readonly seed: number;
}

export const portsOn = ({ disk, profile }: Machine): VaultPorts => ({
  file: new FileStore(FILE, disk),
  kdf: memoKdf,
  random,
  anchors: new AnchorFiles('/', profile),
});

export async function makeOn(machine: Machine): Promise<Vault> {
  const made = await Vault.create(portsOn(machine), { password: passwords[0], entropy, settings });
  if (!made.ok) throw new Error(made.code);
  return made.vault;
}

export async function openOn(machine: Machine): Promise<{ vault: Vault; class: ReadingClass }> {
  const opened = await Vault.open(portsOn(machine), { entropy });
  if (!opened.ok) throw new Error(opened.code);
  return opened;
}

/** A run of so many parts: each of its records leaves no room for another. */
export const runOf = (parts: number, first: number, size = 600_000): Op[] =>
  Array.from({ length: parts }, (_, i) => put(first + i, String(i % 10).repeat(size)));

/** Cuts the power of a machine before its calls, again and again; the work itself goes on. */
export class Cuts {
  readonly made: Cut[] = [];
  /** What the work is at. */
  during = '';
  /** Ids of what was said to be saved, or shown. */
  must = new Set<string>();
  #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  watch(machine: Machine, perCall: number): void {
    const cut = (): void => {
      if (machine.disk.isFlushed && machine.profile.isFlushed) return;
      for (let n = 0; n < perCall; n++) this.made.push(this.cut(machine));
    };
    machine.disk.onChange = cut;
    machine.profile.onChange = cut;
  }

  cut({ disk, profile }: Machine): Cut {
    const seed = this.#seed++;
    const rng = rngOf(seed);
    return { disk: disk.crash(rng), profile: profile.crash(rng), must: new Set(this.must), during: this.during, seed };
  }

  /** Saves, and notes what must be found from then on. */
  async save(vault: Vault, ops: readonly Op[]): Promise<void> {
    expect((await vault.commit(ops)).ok).toBe(true);
    for (const { id } of ops) this.must.add(id);
  }
}

/**
 * Opens what each cut left: nothing that was promised is missing, nothing reads as damage, and the vault goes on. Cuts during
 * `mayBeDamage` may read as damage too, with all that was promised.
 */
export async function checkCuts(
  cuts: readonly Cut[],
  also: (vault: Vault, told: string) => Promise<void> = async () => undefined,
  mayBeDamage = '',
) {
  const classes: Record<string, Record<string, number>> = {};
  for (const cut of cuts) {
    const told = `cut ${cut.seed} during ${cut.during}`;
    const { vault, class: read } = await openOn(cut).catch((error: unknown) => {
      throw new Error(told, { cause: error });
    });
    const counts = (classes[cut.during] ??= { clean: 0, torn_tail: 0 });
    counts[read] = (counts[read] ?? 0) + 1;
    for (const id of cut.must) expect(vault.records.has(id), told).toBe(true);
    if (read === 'damaged' && cut.during === mayBeDamage) continue;
    expect(['clean', 'torn_tail'], told).toContain(read);
    await also(vault, told);
    expect((await vault.commit([put(900, 'after')])).ok, told).toBe(true);
    await vault.close();
    const again = await openOn(cut);
    expect(again.class, told).toBe('clean');
    expect(again.vault.records.has(idOf(900)), told).toBe(true);
    for (const id of cut.must) expect(again.vault.records.has(id), told).toBe(true);
    await again.vault.close();
  }
  return classes;
}
