import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PendingKeys } from '../../../main/core/accounts/pending-keys.ts';
import type { FoundKeys } from '../../../shared/contracts/engine/accounts.ts';
import { MAX_FOUND } from '../../../shared/limits.ts';
import { transferOf } from '../../support/made-transfer.ts';
import { take } from '../../support/session-world.ts';

const KEY = 'otpauth://totp/Shop?secret=JBSWY3DPEHPK3PXP';
const first = transferOf({ id: 7, at: 0, of: 3 }, 'Ana', 'Bo');
const second = transferOf({ id: 7, at: 1, of: 3 }, 'Cem');
const third = transferOf({ id: 7, at: 2, of: 3 }, 'Dee');
const foreign = transferOf({ id: 8, at: 1, of: 3 }, 'Eve');
let keys: PendingKeys;

beforeEach(() => {
  let ids = 0;
  keys = new PendingKeys(
    () => String(ids++).padStart(22, 'p'),
    () => 1_790_000_010,
  );
});

const labels = ({ found }: FoundKeys) => found.map(({ label }) => label);
const read = (more: boolean, ...texts: string[]) => take(keys.readFound(texts, more));
const held = ({ found }: FoundKeys) => found.map(({ pending }) => keys.get(pending) !== null);

describe('a transfer in several pictures', () => {
  it('gathers the keys of its pictures in one list, in whatever order they come', () => {
    const one = read(false, second);
    expect(one.transfer).toEqual({ have: [2], of: 3 });
    const two = read(true, third);
    expect(two.transfer).toEqual({ have: [2, 3], of: 3 });
    const all = read(true, first);
    expect(all.transfer).toEqual({ have: [1, 2, 3], of: 3 });
    expect(labels(all)).toEqual(['Cem', 'Dee', 'Ana', 'Bo']);
    // What was on the screen is still what it was.
    expect(all.found.slice(0, 2)).toEqual(two.found);
    expect(new Set(all.found.map(({ pending }) => pending)).size).toBe(4);
    expect(held(all)).toEqual([true, true, true, true]);
    expect(Buffer.from(keys.get(all.found[3]?.pending ?? '')?.seed ?? []).toString()).toBe('seed of Bo');
  });

  it('says that a picture is there already, and takes its keys once', () => {
    read(false, first);
    expect(keys.readFound([first], true)).toEqual({ refused: 'transfer_doubled', facts: { at: 1, of: 3 } });
    expect(labels(read(true, second, first))).toEqual(['Ana', 'Bo', 'Cem']);
  });

  it('takes nothing that is of another transfer or of none, and stays as it is', () => {
    const begun = read(false, first);
    const otherCount = transferOf({ id: 7, at: 1, of: 4 }, 'Cem');
    for (const text of [foreign, KEY, otherCount, transferOf({ id: 7, at: 0, of: 1 }, 'Cem')])
      expect(keys.readFound([text], true)).toEqual({ refused: 'transfer_other' });
    for (const texts of [[], ['WIFI:S:harbour;;']]) expect(keys.readFound(texts, true)).toHaveProperty('refused');
    expect(held(begun)).toEqual([true, true]);
    expect(labels(read(true, KEY, foreign, second))).toEqual(['Ana', 'Bo', 'Cem']);
  });

  it('is found whole in one picture, with what else there is in it', () => {
    const all = read(false, KEY, first, third, second, foreign);
    expect(all.transfer).toEqual({ have: [1, 2, 3], of: 3 });
    expect(labels(all)).toEqual(['Shop', 'Ana', 'Bo', 'Dee', 'Cem', 'Eve']);
  });

  it('is none where all keys are in one picture', () => {
    expect(read(false, transferOf({ id: 7, at: 0, of: 1 }, 'Ana', 'Bo')).transfer).toBeNull();
    expect(read(false, KEY).transfer).toBeNull();
    // There is nothing to go on with: it counts as a picture of its own.
    expect(labels(read(true, KEY))).toEqual(['Shop']);
  });

  it('is forgotten with all its seeds where another picture begins anew, one of its keys is saved, or the vault is closed', () => {
    const ends: ((of: FoundKeys) => void)[] = [
      () => read(false, KEY),
      ({ found }) => keys.drop(found[1]?.pending ?? ''),
      () => keys.clear(),
    ];
    for (const end of ends) {
      read(false, first);
      const begun = read(true, second);
      const seeds = begun.found.map(({ pending }) => keys.get(pending)?.seed ?? new Uint8Array([1]));
      end(begun);
      expect(held(begun)).toEqual([false, false, false]);
      expect(seeds.flatMap((seed) => [...seed]).filter((byte) => byte !== 0)).toEqual([]);
      expect(labels(read(true, third))).toEqual(['Dee']);
    }
  });

  it('wipes the seeds of what it does not take', () => {
    const many = Array.from({ length: 90 }, (_, i) => `key ${i}`);
    const part = (at: number) => transferOf({ id: 9, at, of: 3 }, ...many);
    read(false, part(0));
    read(true, part(1));
    const seeds: Uint8Array[] = [];
    const spy = vi.spyOn(Uint8Array.prototype, 'slice').mockImplementation(function copy(
      this: Uint8Array,
      ...of: [number?, number?]
    ) {
      const made = new Uint8Array(this.subarray(...of));
      if (Buffer.from(made).toString().startsWith('seed of')) seeds.push(made);
      return made;
    });
    for (const texts of [[part(1)], [foreign], [part(2)]]) expect(keys.readFound(texts, true)).toHaveProperty('refused');
    spy.mockRestore();
    expect(seeds).toHaveLength(181);
    expect(seeds.flatMap((seed) => [...seed]).filter((byte) => byte !== 0)).toEqual([]);
  });

  it('keeps its keys while others are typed, and holds no more than there is room for', () => {
    const many = Array.from({ length: 90 }, (_, i) => `key ${i}`);
    const part = (at: number) => transferOf({ id: 9, at, of: 3 }, ...many);
    read(false, part(0));
    const begun = read(true, part(1));
    expect(keys.readFound([part(2)], true)).toEqual({ refused: 'too_many', facts: { max: MAX_FOUND } });
    for (let i = 0; i < 40; i++) take(keys.read(KEY));
    expect(held(begun).every(Boolean)).toBe(true);
  });
});
