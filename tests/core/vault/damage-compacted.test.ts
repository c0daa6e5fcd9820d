import { describe, expect, it } from 'vitest';
import { type Bytes, concat, le } from '../../../main/core/bytes.ts';
import { KDF_PRESETS } from '../../../main/core/crypto/kdf.ts';
import { hash, randomBytes } from '../../../main/core/crypto/sodium.ts';
import type { Anchor } from '../../../main/core/vault/anchor.ts';
import { type ChainEnd, FrameCipher } from '../../../main/core/vault/frame.ts';
import type { HeaderFields } from '../../../main/core/vault/header.ts';
import { readJournal } from '../../../main/core/vault/journal.ts';
import { baseText, contentBytes, opText, partText } from '../../../main/core/vault/operations.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { flipped, frameStarts, idOf, MemoryAnchors, MemoryFile, memoKdf, put, SLOW } from './support.ts';

const HEAVY = { timeout: SLOW ? 900_000 : 60_000 };
const BASE = 100;
const CHAIN = new Uint8Array(32).fill(5);

/** A file of an epoch above 1: a snapshot of so many frames, then saves; `runs` names [first, last] of runs of parts. */
interface Shape {
  readonly epoch: number;
  readonly frames: number;
  readonly snapshot: number;
  readonly runs: readonly (readonly [number, number])[];
}

const LARGE: Shape = {
  epoch: 2,
  frames: 60,
  snapshot: 9,
  runs: [
    [10, 12],
    [25, 26],
    [40, 45],
    [58, 60],
  ],
};
const SMALL: Shape = {
  epoch: 3,
  frames: 20,
  snapshot: 6,
  runs: [
    [9, 12],
    [18, 20],
  ],
};

function fieldsOf({ epoch }: Shape): HeaderFields {
  return { vaultId: new Uint8Array(16).fill(1), epoch, baseSeq: BASE, baseChain: CHAIN };
}

function cipherOf(shape: Shape): FrameCipher {
  return new FrameCipher(new Uint8Array(32).fill(7), fieldsOf(shape).vaultId, shape.epoch);
}

/** The file without its header; frame n puts record n. */
function make(shape: Shape): Bytes {
  const cipher = cipherOf(shape);
  let last: ChainEnd = { seq: BASE, chain: CHAIN };
  const frames = Array.from({ length: shape.frames }, (_, i) => {
    const n = i + 1;
    const run = shape.runs.find(([first, end]) => n >= first && n <= end);
    const first = n === 1 ? [baseText({ frames: shape.snapshot, records: shape.snapshot })] : [];
    const part = run === undefined ? [] : [partText({ n: n - run[0] + 1, of: run[1] - run[0] + 1 })];
    const { frame, next } = cipher.seal(contentBytes([...first, ...part, opText(put(n, `text ${n}`))]), last, randomBytes);
    last = next;
    return frame;
  });
  return concat(...frames);
}

const read = (file: Bytes, shape: Shape, anchor: Anchor | null) => readJournal(file, 0, fieldsOf(shape), cipherOf(shape), anchor);
const idsTo = (n: number): string[] => Array.from({ length: n }, (_, i) => idOf(i + 1));

/** What this device saw when frame n was the last one. */
function anchorAt(file: Bytes, shape: Shape, n: number): Anchor {
  const end = frameStarts(file, 0)[n] ?? 0;
  const { last } = read(file.slice(0, end), shape, null);
  if (last.seq !== BASE + n) throw new Error('no save ends there');
  return { epoch: shape.epoch, seq: last.seq, chain: last.chain, headerMac: new Uint8Array(32) };
}

/** What devices saw that know another epoch: the end of the one before, and one that is still to come. */
function otherEpochs({ epoch }: Shape): { readonly before: Anchor; readonly later: Anchor } {
  const headerMac = new Uint8Array(32);
  return {
    before: { epoch: epoch - 1, seq: BASE, chain: CHAIN, headerMac },
    later: { epoch: epoch + 1, seq: 1, chain: CHAIN, headerMac },
  };
}

/** Frames that count when `whole` of them are there: a run all or not at all. */
function goodOf({ runs }: Shape, whole: number): number {
  const open = runs.find(([first, end]) => whole >= first && whole < end);
  return open === undefined ? whole : open[0] - 1;
}

describe.each([
  ['of a second epoch', LARGE],
  ['of a third epoch', SMALL],
])('a compacted file %s, with runs of parts, cut anywhere', (name, shape) => {
  it('is damaged inside its snapshot, and behind it opens with exactly the whole saves before the cut', HEAVY, () => {
    const file = make(shape);
    const starts = frameStarts(file, 0);
    const { before, later } = otherEpochs(shape);
    const inFile = [anchorAt(file, shape, shape.snapshot), anchorAt(file, shape, shape.runs[1]?.[1] ?? 0)];
    const anchors = [null, before, later, ...inFile];
    const counts: Record<string, number> = {};
    let cuts = 0;
    for (let cut = 0; cut <= file.length; cut++) {
      if (!SLOW && cut % 11 !== 0 && !starts.some((start) => Math.abs(start - cut) <= 1)) continue;
      const good = goodOf(shape, starts.filter((start) => start <= cut).length - 1);
      for (const anchor of anchors) {
        const reading = read(file.slice(0, cut), shape, anchor);
        expect(reading.goodFrames).toBe(good);
        expect(reading.goodEnd).toBe(starts[good]);
        expect(reading.last.seq).toBe(BASE + good);
        expect([...reading.records.keys()]).toEqual(idsTo(good));
        const isBehind = anchor?.epoch === shape.epoch && reading.last.seq < anchor.seq;
        // A save this device has seen is never a torn end: where the cut leaves half of it, that is damage.
        const seen = isBehind ? (cut === starts[good] ? 'rolled_back' : 'damaged') : null;
        const whole = anchor === later ? 'rolled_back' : (seen ?? (cut === starts[good] ? 'clean' : 'torn_tail'));
        expect(reading.class).toBe(good < shape.snapshot ? 'damaged' : whole);
        counts[reading.class] = (counts[reading.class] ?? 0) + 1;
      }
      cuts++;
    }
    console.log(`truncations ${name}: ${cuts} of ${file.length + 1} by ${anchors.length} anchors, ${JSON.stringify(counts)}`);
    expect(Object.keys(counts).toSorted()).toEqual(['clean', 'damaged', 'rolled_back', 'torn_tail']);
  });
});

describe('one bit flipped in a compacted file with runs of parts', () => {
  const shapes: readonly (readonly [string, Shape, number])[] = [
    ['that ends in a run', SMALL, 17],
    ['that ends in a save of one frame', { ...SMALL, frames: 21 }, 20],
  ];

  it.each(shapes)('%s: never clean, a middle fault never torn, no earlier save lost', HEAVY, (name, shape, seen) => {
    const file = make(shape);
    const starts = frameStarts(file, 0);
    const { before, later } = otherEpochs(shape);
    const ofThis = [anchorAt(file, shape, seen), anchorAt(file, shape, 8)];
    const anchors = [null, before, later, ...ofThis];
    const counts: Record<string, number> = {};
    let flips = 0;
    for (let bit = 0; bit < file.length * 8; bit += SLOW ? 1 : 17) {
      const bad = flipped(file, bit);
      const whole = starts.filter((start) => start <= bit >> 3).length - 1;
      const good = goodOf(shape, whole);
      for (const anchor of anchors) {
        const reading = read(bad, shape, anchor);
        // Only the last frame can be the rest of a save that was cut short, and only for a device that knows this epoch.
        const mayBeTorn = whole === shape.frames - 1 && anchor?.epoch === shape.epoch;
        expect(reading.class).toBe(mayBeTorn ? 'torn_tail' : 'damaged');
        expect(reading.goodFrames).toBe(good);
        expect(reading.goodEnd).toBe(starts[good]);
        expect([...reading.records.keys()]).toEqual(idsTo(good));
        counts[reading.class] = (counts[reading.class] ?? 0) + 1;
      }
      flips++;
    }
    console.log(
      `bit flips in a compacted file ${name}: ${flips} of ${file.length * 8} by ${anchors.length} anchors, ${JSON.stringify(counts)}`,
    );
  });

  it('in its last frame is damage once anything at all stands behind that', () => {
    const file = make(SMALL);
    const start = frameStarts(file, 0)[SMALL.frames - 1] ?? 0;
    const anchor = anchorAt(file, SMALL, 17);
    const bad = flipped(file, 8 * (file.length - 20));
    expect(read(bad, SMALL, anchor).class).toBe('torn_tail');
    for (const more of [1, 84, 200]) expect(read(concat(bad, new Uint8Array(more)), SMALL, anchor).class).toBe('damaged');
    // Behind a broken header nobody knows where the frame ends: what follows may be the rest of it, up to a whole frame.
    const beheaded = flipped(file, 8 * start);
    const most = 84 + 1_048_336 - (file.length - start);
    for (const more of [1, 200, most]) {
      expect(read(concat(beheaded, new Uint8Array(more)), SMALL, anchor).class).toBe('torn_tail');
    }
    expect(read(concat(beheaded, new Uint8Array(most + 1)), SMALL, anchor).class).toBe('damaged');
    expect(read(concat(beheaded, file.slice(0, 84)), SMALL, anchor).class).toBe('damaged');
  });

  it('in its last frame is told from a header that belongs elsewhere', () => {
    const file = make(SMALL);
    const start = frameStarts(file, 0)[SMALL.frames - 1] ?? 0;
    const [before, header, sealed] = [file.slice(0, start), file.slice(start, start + 68), file.slice(start + 84)];
    const withHeader = (open: Bytes): Bytes => concat(before, open, hash(16, open), sealed);
    const numbered = (seq: Bytes): Bytes => withHeader(concat(header.slice(0, 4), seq, header.slice(12)));
    const sized = (len: number): Bytes => withHeader(concat(le(len, 4), header.slice(4)));
    const classOf = (changed: Bytes): string => read(changed, SMALL, anchorAt(file, SMALL, 17)).class;
    expect(classOf(numbered(le(BASE + SMALL.frames, 8)))).toBe('clean');
    // One too many is another frame's; no number can be as high as this one, so that its header is broken.
    expect(classOf(numbered(le(BASE + SMALL.frames + 1, 8)))).toBe('damaged');
    expect(classOf(numbered(new Uint8Array(8).fill(255)))).toBe('torn_tail');
    // No frame is as short as that, or longer than the longest.
    expect(classOf(sized(16))).toBe('torn_tail');
    expect(classOf(sized(16 + 256 * 4096))).toBe('torn_tail');
  });

  it('made by the vault itself, its header among it: refused, or nothing of the good part written over', HEAVY, async () => {
    const entropy = new Uint8Array(32).fill(6);
    const file = new MemoryFile();
    const anchors = new MemoryAnchors();
    const access = { password: 'correct horse battery staple', entropy, settings: KDF_PRESETS.lowMemory };
    const made = await Vault.create({ file, kdf: memoKdf, random: randomBytes, anchors }, access);
    if (!made.ok) throw new Error(made.code);
    await made.vault.addDeviceSlot(new Uint8Array(32).fill(9));
    for (let n = 1; n <= 6; n++) await made.vault.commit([put(n, `text ${n}`)]);
    await made.vault.compact();
    for (let n = 1; n <= 5; n++) await made.vault.commit([put(n, `text ${n} again`)]);
    await made.vault.copy();
    await new Promise((done) => void setTimeout(done, 20));
    // One save behind, as a power cut may leave it.
    const seen = anchors.stored;
    await made.vault.commit([put(6, 'text 6 again')]);
    await made.vault.close();
    const bytes = file.bytes;
    const header = 113 + 132 * 3;
    const starts = frameStarts(bytes, header);
    let [refused, damaged, torn, flips] = [0, 0, 0, 0];
    for (let bit = 0; bit < bytes.length * 8; bit += SLOW ? 1 : 23) {
      flips++;
      const bad = new MemoryFile(flipped(bytes, bit));
      const ports = { file: bad, kdf: memoKdf, random: randomBytes, anchors: new MemoryAnchors(seen) };
      const opened = await Vault.open(ports, { entropy });
      if (bit < header * 8) expect(opened.ok).toBe(false);
      if (!opened.ok) {
        refused++;
        continue;
      }
      expect(['damaged', 'torn_tail']).toContain(opened.class);
      const good = starts.filter((start) => start <= bit >> 3).length - 1;
      expect(opened.vault.position.frames).toBe(good);
      const before = bad.bytes;
      const saved = await opened.vault.commit([put(99, 'after')]);
      expect(saved.ok).toBe(opened.class === 'torn_tail');
      if (saved.ok) torn++;
      else damaged++;
      expect(bad.bytes.subarray(0, starts[good])).toEqual(before.subarray(0, starts[good]));
      if (!saved.ok) expect(bad.bytes).toBe(before);
      await opened.vault.close();
    }
    console.log(
      `bit flips in a whole compacted file: ${flips} of ${bytes.length * 8}: ${refused} refused, ${damaged} damaged, ${torn} torn`,
    );
    expect(Math.min(refused, damaged, torn)).toBeGreaterThan(0);
  });
});
