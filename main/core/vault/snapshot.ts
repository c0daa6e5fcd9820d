import { type Bytes, utf8 } from '../bytes.ts';
import type { Random } from '../crypto/sodium.ts';
import { type ChainEnd, FRAME_HEADER, type FrameCipher, MAX_PLAIN } from './frame.ts';
import { baseText, contentOf } from './operations.ts';
import { putBytes, putSize, type VaultRecord } from './record.ts';

/** Most bytes of records in one frame of a snapshot; a larger record stands alone. */
const GROUP = 64 * 1024;
/** Bytes a frame costs beside its records: header, tag, brackets, and half a block of padding. */
const FRAME_COST = FRAME_HEADER + 16 + 2 + 128;

/** Records grouped into the frames of a snapshot, in the order they have. */
export interface SnapshotPlan {
  /** Number of records of each frame; the first is 0 where the first record leaves no room for the base. */
  readonly groups: readonly number[];
  readonly records: number;
  /** Bytes the frames will have, more or less. */
  readonly size: number;
}

/** Bytes of a record in a frame, with the comma before the next. */
export function recordSize(record: VaultRecord): number {
  return putSize(record) + 1;
}

/** Bytes a snapshot of records of this size takes, more or less. */
export function snapshotSize(recordBytes: number): number {
  return recordBytes + Math.max(1, Math.ceil(recordBytes / GROUP)) * FRAME_COST;
}

/** Groups records for a snapshot. Texts that no frame holds are made twice rather than kept, for the sake of memory. */
export function planSnapshot(records: Iterable<VaultRecord>): SnapshotPlan {
  const groups: number[] = [];
  let count = 0;
  let total = 0;
  let firstGroup = 0;
  let room = -1;
  for (const record of records) {
    const size = recordSize(record);
    if (size > room) {
      groups.push(0);
      room = GROUP;
    }
    groups[groups.length - 1] = (groups.at(-1) ?? 0) + 1;
    if (groups.length === 1) firstGroup += size;
    room -= size;
    total += size;
    count += 1;
  }
  const base = utf8(baseText({ frames: groups.length, records: count })).length;
  if (groups.length === 0 || base + 3 + firstGroup > MAX_PLAIN) groups.unshift(0);
  return { groups, records: count, size: snapshotSize(total) };
}

/** The frames of a snapshot, sealed one at a time; the first opens with the base operation. */
export function sealSnapshot(
  { groups, records: count }: SnapshotPlan,
  records: Iterable<VaultRecord>,
  cipher: FrameCipher,
  after: ChainEnd,
  random: Random,
): Generator<Bytes, void, void> {
  return sealGroups(groups, records, [baseText({ frames: groups.length, records: count })], cipher, after, random);
}

/** The same records as plain saves, for a first epoch, which has no snapshot. */
export function sealSaves(
  { groups }: SnapshotPlan,
  records: Iterable<VaultRecord>,
  cipher: FrameCipher,
  after: ChainEnd,
  random: Random,
): Generator<Bytes, void, void> {
  return sealGroups(
    groups.filter((inGroup) => inGroup > 0),
    records,
    [],
    cipher,
    after,
    random,
  );
}

function* sealGroups(
  groups: readonly number[],
  records: Iterable<VaultRecord>,
  first: readonly string[],
  cipher: FrameCipher,
  after: ChainEnd,
  random: Random,
): Generator<Bytes, void, void> {
  const rest = records[Symbol.iterator]();
  let last = after;
  let parts = first.map(utf8);
  for (const inGroup of groups) {
    for (let i = 0; i < inGroup; i++) {
      const record = rest.next();
      if (record.done === true) throw new RangeError('fewer records than planned');
      parts.push(putBytes(record.value));
    }
    const { frame, next } = cipher.seal(contentOf(parts), last, random);
    yield frame;
    last = next;
    parts = [];
  }
}
