import { describe, expect, it } from 'vitest';
import type { Vault } from '../../../main/core/vault/vault.ts';
import { idOf, put, SLOW } from '../../core/vault/support.ts';
import { CrashDisk, rngOf } from './crash-disk.ts';
import { type Cut, checkCuts, Cuts, FILE, type Machine, makeOn, openOn, passwords, runOf, settings } from './cuts.ts';
import { systemError } from './faulty-disk.ts';

const CUTS = SLOW ? 2_000 : 200;
/** No flush follows one that failed: until the next try the medium may hold half of what was cut off. */
const UNFLUSHED = 'the time between a fault and the next flush';
const LONG = { timeout: 900_000 };

const machine = (): Machine => ({ disk: new CrashDisk(), profile: new CrashDisk() });
const say = (what: string, cuts: readonly Cut[], classes: object): void =>
  console.log(`power cuts ${what}: ${cuts.length}, ${JSON.stringify(classes)}`);

/** So many cuts of what rounds of some work give, spread over all of them. */
async function gather(count: number, round: (seed: number) => Promise<Cut[]>): Promise<Cut[]> {
  const all: Cut[] = [];
  for (let n = 1; all.length < count; n++) all.push(...(await round(n * 1_000_000)));
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]).filter((cut) => cut !== undefined);
}

/** Saves of one frame and of several, compactions and changed passwords. */
async function allWork(seed: number): Promise<Cut[]> {
  const on = machine();
  const cuts = new Cuts(seed);
  const vault = await makeOn(on);
  cuts.watch(on, 4);
  for (let n = 1; n <= 24; n++) {
    const isRun = n % 8 === 0;
    cuts.during = isRun ? 'a run' : 'a save';
    await cuts.save(vault, isRun ? runOf(2, 500 + n) : [put(n, 'x'.repeat((n * 397) % 3_000))]);
    if (n % 6 !== 0) continue;
    cuts.during = n % 4 === 0 ? 'a compaction' : 'another password';
    const changed = n % 4 === 0 ? await vault.compact() : await vault.changePassword(passwords[(n / 6) % 2] ?? '', settings);
    expect(changed.ok).toBe(true);
  }
  await vault.close();
  return cuts.made;
}

/** One save of two to six parts after another of one. */
async function runs(seed: number): Promise<Cut[]> {
  const parts = 2 + ((seed / 1_000_000) % 5);
  const on = machine();
  const cuts = new Cuts(seed);
  const vault = await makeOn(on);
  await cuts.save(vault, [put(1, 'before')]);
  cuts.watch(on, 3);
  cuts.during = `a run of ${parts}`;
  await cuts.save(vault, runOf(parts, 20, 525_000 + 10_000 * parts));
  await vault.close();
  return cuts.made;
}

/** Work that a kill ends at its n-th call, and the next program, which opens the file and goes on. */
async function killed(seed: number): Promise<Cut[]> {
  const made: Cut[] = [];
  let isDone = false;
  for (let n = 1; !isDone; n++) {
    const first = machine();
    const cuts = new Cuts(seed + n * 1_000);
    const vault = await makeOn(first);
    let calls = 0;
    let next: Machine | null = null;
    const count = (): void => {
      if (next !== null || ++calls < n) return;
      next = { disk: first.disk.afterKill(), profile: first.profile.afterKill() };
      for (const disk of [first.disk, first.profile]) disk.kill();
    };
    first.disk.onChange = count;
    first.profile.onChange = count;
    const work = [
      () => vault.commit([put(1, 'x'.repeat(1_500))]),
      () => vault.commit(runOf(3, 20)),
      () => vault.compact(),
      () => vault.commit([put(2, 'y'.repeat(5_000))]),
    ];
    for (const [i, step] of work.entries()) {
      const done = await step();
      if (done.ok && i !== 2) for (const id of [[idOf(1)], [20, 21, 22].map(idOf), [], [idOf(2)]][i] ?? []) cuts.must.add(id);
    }
    isDone = next === null;
    if (next === null) break;
    cuts.watch(next, 2);
    cuts.during = 'opening after a kill';
    const opened = await openOn(next);
    expect(['clean', 'torn_tail']).toContain(opened.class);
    // What was shown is there from now on, whether the one before came to say "saved" or not.
    for (const id of opened.vault.records.keys()) cuts.must.add(id);
    cuts.made.push(...[1, 2, 3].map(() => cuts.cut(next as unknown as Machine)));
    cuts.during = 'saves after a kill';
    await cuts.save(opened.vault, [put(3, 'z'.repeat(900))]);
    await cuts.save(opened.vault, runOf(2, 40));
    await opened.vault.close();
    made.push(...cuts.made);
  }
  return made;
}

interface Faulty {
  readonly on: Machine;
  readonly cuts: Cuts;
  readonly vault: Vault;
  /** Which call is to fail. */
  readonly n: number;
}

/** The cuts of six vaults with a save in each, of which in turn another call is to fail. */
async function ofEachFault(seed: number, play: (one: Faulty) => Promise<void>): Promise<Cut[]> {
  const made: Cut[] = [];
  for (let n = 1; n <= 6; n++) {
    const on = machine();
    const cuts = new Cuts(seed + n * 10_000);
    const vault = await makeOn(on);
    await cuts.save(vault, [put(1, 'before')]);
    await play({ on, cuts, vault, n });
    made.push(...cuts.made);
  }
  return made;
}

/** A run whose n-th call fails, another try, and saves of other lengths over what was cut off. */
async function failed(seed: number): Promise<Cut[]> {
  return ofEachFault(seed, async ({ on, cuts, vault, n }) => {
    cuts.watch(on, 3);
    const cut = on.disk.onChange;
    let calls = 0;
    on.disk.onChange = () => {
      // The failed call, the cutting back, the flush before the next try.
      cuts.during = calls < n ? 'a run that fails' : calls < n + 2 ? UNFLUSHED : 'another try';
      cut();
      if (++calls === n) throw systemError('EIO');
    };
    expect((await vault.commit(runOf(3, 20))).ok).toBe(false);
    expect((await vault.retry()).ok).toBe(true);
    for (const id of [20, 21, 22].map(idOf)) cuts.must.add(id);
    on.disk.onChange = cut;
    cuts.during = 'saves after it';
    await cuts.save(vault, [put(2, 'short')]);
    await vault.close();
  });
}

/** A run whose n-th call fails, a lock, and in the place of what was cut off a save of another length. */
async function failedAndOpened(seed: number): Promise<Cut[]> {
  return ofEachFault(seed, async ({ on, cuts, vault, n }) => {
    let calls = 0;
    on.disk.onChange = () => {
      if (++calls === n) throw systemError('EIO');
    };
    expect((await vault.commit(runOf(3, 20))).ok).toBe(false);
    await vault.close();
    cuts.watch(on, 12);
    const cut = on.disk.onChange;
    on.disk.onChange = () => {
      cut();
      // That was the flush; from now on all is as it is seen.
      cuts.during = 'opening after a fault';
    };
    cuts.during = UNFLUSHED;
    const { vault: next } = await openOn(on);
    on.disk.onChange = cut;
    cuts.during = 'saves after a fault';
    await cuts.save(next, [put(2, 'y'.repeat(2_000 * n))]);
    await cuts.save(next, [put(3, 'short')]);
    await next.close();
  });
}

describe('the power cut at any moment', () => {
  it('leaves every acknowledged save, and a file that opens by the old password or the new', LONG, async () => {
    const cuts = await gather(CUTS, allWork);
    const classes = await checkCuts(cuts, async (vault, told) => {
      const fits = [await vault.isOpenedBy({ password: passwords[0] }), await vault.isOpenedBy({ password: passwords[1] })];
      expect(
        fits.filter((one) => one === true),
        told,
      ).toHaveLength(1);
    });
    say('in all work', cuts, classes);
    expect(classes['a save']?.['torn_tail']).toBeGreaterThan(0);
  });

  it('in a save of several parts leaves all of it or none, and never what looks like damage', LONG, async () => {
    const cuts = await gather(CUTS, runs);
    const classes = await checkCuts(cuts, async (vault, told) => {
      const parts = Number(told.at(-1));
      const there = Array.from({ length: parts }, (_, i) => vault.records.has(idOf(20 + i)));
      expect(new Set(there).size).toBe(1);
    });
    say('in saves of two to six parts', cuts, classes);
    expect(classes['a run of 6']?.['torn_tail']).toBeGreaterThan(0);
  });

  it('after a program was killed takes nothing of what the next one showed', LONG, async () => {
    const cuts = await gather(CUTS, killed);
    say('after a kill', cuts, await checkCuts(cuts));
  });

  it('after a write that failed brings nothing back that was cut off', LONG, async () => {
    const cuts = await gather(CUTS / 2, failed);
    const opened = await gather(CUTS / 2, failedAndOpened);
    say('after a fault and another try', cuts, await checkCuts(cuts, undefined, UNFLUSHED));
    say('after a fault and another opening', opened, await checkCuts(opened, undefined, UNFLUSHED));
  });
});

describe('the disk that the power is cut of', () => {
  it('lets a later part come whole and an earlier one not, where nothing was flushed between', LONG, async () => {
    const on = machine();
    const vault = await makeOn(on);
    await vault.commit([put(1, 'before')]);
    const start = vault.position.end;
    const before = on.disk.files.get(FILE) ?? new Uint8Array();
    await vault.commit(runOf(3, 20));
    const whole = on.disk.files.get(FILE) ?? new Uint8Array();
    const profile = new Map(on.profile.files);
    await vault.close();
    const classes: Record<string, number> = {};
    for (let seed = 1; seed <= 200; seed++) {
      const disk = new CrashDisk(new Map([[FILE, before]]));
      const file = await disk.fs.open(FILE, 'r+');
      await file.write(whole, start, whole.length - start, start);
      const { class: read } = await openOn({ disk: disk.crash(rngOf(seed)), profile: new CrashDisk(profile) });
      classes[read] = (classes[read] ?? 0) + 1;
    }
    console.log(`a run flushed once, for comparison: ${JSON.stringify(classes)}`);
    expect(classes['damaged']).toBeGreaterThan(0);
  });
});
