import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bytes, concat, le } from '../../../main/core/bytes.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { type ChainEnd, FrameCipher } from '../../../main/core/vault/frame.ts';
import type { HeaderFields } from '../../../main/core/vault/header.ts';
import { readJournal } from '../../../main/core/vault/journal.ts';
import { contentBytes, opText, partText } from '../../../main/core/vault/operations.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { base64, flipped, frameStarts, idOf, MemoryFile, memoKdf, put, SLOW, unhex, vaultVector } from './support.ts';

// Every bit and every cut take minutes on a busy machine.
const HEAVY = { timeout: SLOW ? 900_000 : 60_000 };
const KEY = new Uint8Array(32).fill(7);
const FIELDS: HeaderFields = { vaultId: new Uint8Array(16).fill(1), epoch: 1, baseSeq: 0, baseChain: new Uint8Array(32) };
const cipherOf = (fields: HeaderFields, key = KEY): FrameCipher => new FrameCipher(key, fields.vaultId, fields.epoch);
const cipher = cipherOf(FIELDS);

/** Frames 1 to `count`, number n putting record n; `runs` names [first, last] of runs of parts. */
function makeFrames(count: number, runs: readonly (readonly [number, number])[] = [], by = cipher): Bytes[] {
  let last: ChainEnd = { seq: 0, chain: new Uint8Array(32) };
  return Array.from({ length: count }, (_, i) => {
    const n = i + 1;
    const run = runs.find(([first, end]) => n >= first && n <= end);
    const part = run === undefined ? [] : [partText({ n: n - run[0] + 1, of: run[1] - run[0] + 1 })];
    const { frame, next } = by.seal(contentBytes([...part, opText(put(n, `text ${n}`))]), last, randomBytes);
    last = next;
    return frame;
  });
}

const read = (file: Bytes) => readJournal(file, 0, FIELDS, cipher, null);
const idsTo = (n: number): string[] => Array.from({ length: n }, (_, i) => idOf(i + 1));

describe('a file cut anywhere', () => {
  it('opens with exactly the whole transactions before the cut, and looks clean only where one ends', HEAVY, () => {
    const runs = [
      [11, 13],
      [30, 34],
      [59, 60],
    ] as const;
    const file = concat(...makeFrames(60, runs));
    const starts = frameStarts(file, 0);
    const inRun = (frames: number): boolean => runs.some(([first, end]) => frames >= first && frames < end);
    const cuts = Array.from({ length: file.length + 1 }, (_, i) => i).filter(
      (cut) => SLOW || cut % 7 === 0 || starts.some((start) => Math.abs(start - cut) <= 1),
    );
    let clean = 0;
    for (const cut of cuts) {
      const reading = read(file.slice(0, cut));
      let good = starts.filter((start) => start <= cut).length - 1;
      while (inRun(good)) good--;
      expect(reading.goodFrames).toBe(good);
      expect(reading.goodEnd).toBe(starts[good]);
      expect(reading.last.seq).toBe(good);
      expect([...reading.records.keys()]).toEqual(idsTo(good));
      expect(reading.class).toBe(cut === starts[good] ? 'clean' : 'torn_tail');
      if (reading.class === 'clean') clean++;
    }
    // 61 frame ends, less the 7 that stand inside a run.
    expect(clean).toBe(54);
    console.log(`truncations: ${cuts.length} of ${file.length + 1}, ${clean} clean`);
  });
});

describe('one bit flipped', () => {
  it('in a frame: never clean, a middle fault never torn, no earlier frame lost', HEAVY, () => {
    const file = concat(...makeFrames(20));
    const starts = frameStarts(file, 0);
    const anchor = { epoch: 1, seq: 19, chain: makeChain(file, 19), headerMac: new Uint8Array(32) };
    let flips = 0;
    for (let bit = 0; bit < file.length * 8; bit += SLOW ? 1 : 13) {
      const bad = flipped(file, bit);
      const good = starts.filter((start) => start <= bit >> 3).length - 1;
      for (const [seen, lastClass] of [
        [null, 'damaged'],
        [anchor, 'torn_tail'],
      ] as const) {
        const reading = readJournal(bad, 0, FIELDS, cipher, seen);
        // seq and prev of the last frame are covered by its hcheck too, so all of it reads as an unfinished save.
        expect(reading.class).toBe(good === 19 ? lastClass : 'damaged');
        expect(reading.goodFrames).toBe(good);
        expect([...reading.records.keys()]).toEqual(idsTo(good));
      }
      flips++;
    }
    console.log(`bit flips in frames: ${flips} of ${file.length * 8}`);
  });

  it('in the header: refused, whichever slot opens it', HEAVY, async () => {
    const file = base64(vaultVector('vault a').file);
    const entropy = unhex('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f');
    let flips = 0;
    for (let bit = 0; bit < 509 * 8; bit += SLOW ? 1 : 3) {
      const ports = { file: new MemoryFile(flipped(file, bit)), kdf: memoKdf, random: randomBytes };
      const opened = await Vault.open(ports, { entropy });
      expect(opened.ok).toBe(false);
      flips++;
    }
    let runs = 0;
    for (let bit = 0; bit < 509 * 8; bit += SLOW ? 8 : 101) {
      const ports = { file: new MemoryFile(flipped(file, bit)), kdf: memoKdf, random: randomBytes };
      const opened = await Vault.open(ports, { password: 'correct horse battery staple' });
      expect(opened.ok).toBe(false);
      runs++;
    }
    console.log(`bit flips in the header: ${flips} by recovery key, ${runs} by password, of ${509 * 8}`);
  });
});

describe('frames put elsewhere', () => {
  const frames = makeFrames(20);

  it('reads only up to the first frame out of its place', () => {
    const runs = SLOW ? 5_000 : 300;
    const order = fc.array(fc.nat(19), { minLength: 1, maxLength: 25 });
    const nearly = fc.tuple(fc.nat(20), order).map(([kept, rest]) => [...frames.keys()].slice(0, kept).concat(rest));
    fc.assert(
      fc.property(nearly, (order) => {
        const reading = read(concat(...order.map((i) => frames[i] ?? new Uint8Array())));
        const misplaced = order.findIndex((frame, place) => frame !== place);
        const good = misplaced === -1 ? order.length : misplaced;
        expect(reading.goodFrames).toBe(good);
        expect(reading.class).toBe(misplaced === -1 ? 'clean' : 'damaged');
      }),
      { numRuns: runs },
    );
    console.log(`frames swapped, doubled, deleted, reordered: ${runs}`);
  });

  it('refuses a frame of another vault, epoch or key at every place', () => {
    const strangers = [
      makeFrames(20, [], cipherOf({ ...FIELDS, vaultId: new Uint8Array(16).fill(2) })),
      makeFrames(20, [], cipherOf({ ...FIELDS, epoch: 2 })),
      makeFrames(20, [], cipherOf(FIELDS, new Uint8Array(32).fill(8))),
      makeFrames(20),
    ];
    let splices = 0;
    for (const other of strangers) {
      for (let place = 0; place < 20; place++) {
        const mixed = frames.map((frame, i) => (i === place ? (other[i] ?? frame) : frame));
        const reading = read(concat(...mixed));
        // Another frame of this vault, honestly sealed for the first place, is betrayed by the next one's prev.
        const isOwn = other === strangers[3] && place === 0;
        expect(reading.class).toBe('damaged');
        expect(reading.goodFrames).toBe(isOwn ? 1 : place);
        splices++;
      }
    }
    console.log(`frames spliced from elsewhere: ${splices}`);
  });

  it('refuses a frame resealed with its place edited and its check made new', () => {
    const [first = new Uint8Array(), second = new Uint8Array()] = frames;
    const { frame } = cipher.seal(contentBytes([opText(put(2, 'other'))]), { seq: 1, chain: new Uint8Array(32) }, randomBytes);
    expect(read(concat(first, frame)).class).toBe('damaged');
    const renumbered = concat(second.subarray(0, 4), le(3, 8), second.subarray(12));
    expect(read(concat(first, renumbered)).class).toBe('damaged');
  });
});

function makeChain(file: Bytes, seq: number): Bytes {
  return read(file.slice(0, frameStarts(file, 0)[seq])).last.chain;
}
