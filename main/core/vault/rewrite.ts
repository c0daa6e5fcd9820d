import { type Bytes, concat, sameBytes } from '../bytes.ts';
import type { Random } from '../crypto/sodium.ts';
import { type FileState, type KnownReading, readWithKeys, stateOf } from './file-state.ts';
import { FrameCipher } from './frame.ts';
import { writeHeader } from './header.ts';
import type { VaultKeys } from './keys.ts';
import { putBytes, type VaultRecord } from './record.ts';
import { planSnapshot, sealSnapshot } from './snapshot.ts';
import type { Replaced, VaultFile } from './vault-file.ts';
import { legOf, WATCH_STEP, type Watch } from './watch.ts';

/** A new file of the vault, and how to tell that it is the one meant. */
export interface Rewrite {
  readonly header: Bytes;
  readonly keys: VaultKeys;
  /** The frames, whole or in pieces, drawn one at a time. */
  readonly frames: Iterable<Bytes>;
  /** Their bytes, more or less. */
  readonly size: number;
  readonly isAsMeant: (read: KnownReading) => boolean;
}

/** The same frames byte for byte under a header with other slots: same epoch, whatever the size nothing is sealed anew. */
export function withSlots(state: FileState, file: Bytes, slots: readonly Bytes[]): Rewrite {
  const { fields, keys, header, end, last, frames } = state;
  return {
    header: writeHeader(fields, slots, keys.header),
    keys,
    frames: pieces(file.subarray(header.bytes.length, end)),
    size: end - header.bytes.length,
    isAsMeant: ({ reading }) =>
      reading.goodFrames === frames && reading.last.seq === last.seq && sameBytes(reading.last.chain, last.chain),
  };
}

/** The live records alone, as a snapshot that opens the next epoch; with other keys and slots when the vault key is rotated. */
export function snapshot(
  { fields: { vaultId, epoch }, header, last }: FileState,
  { keys, slots = header.slots.map(({ bytes }) => bytes) }: { readonly keys: VaultKeys; readonly slots?: readonly Bytes[] },
  records: ReadonlyMap<string, VaultRecord>,
  random: Random,
): Rewrite {
  const fields = { vaultId, epoch: epoch + 1, baseSeq: last.seq, baseChain: last.chain };
  const plan = planSnapshot(records.values());
  return {
    header: writeHeader(fields, slots, keys.header),
    keys,
    frames: sealSnapshot(plan, records.values(), new FrameCipher(keys.frames, vaultId, epoch + 1), last, random),
    size: plan.size,
    isAsMeant: ({ reading }) => areSame(reading.records, records),
  };
}

/** True when both hold the same records in the same order. */
export function areSame(some: ReadonlyMap<string, VaultRecord>, others: ReadonlyMap<string, VaultRecord>): boolean {
  if (some.size !== others.size) return false;
  const rest = others.values();
  for (const record of some.values()) {
    const other = rest.next().value;
    if (other === undefined || !sameBytes(putBytes(record), putBytes(other))) return false;
  }
  return true;
}

/** Puts a new file in the vault's place. Gives the state of the file that then stands there, null while it is still the old one. */
export async function replaceWith(
  file: VaultFile,
  rewrite: Rewrite,
  watch: Watch,
): Promise<{ readonly replaced: Replaced; readonly state: FileState | null }> {
  let state: FileState | null = null;
  const replaced = await file.replace({
    write: async (put) => {
      let done = 0;
      let held: Bytes[] = [rewrite.header];
      for (const bytes of rewrite.frames) {
        held.push(bytes);
        done += bytes.length;
        if (held.length < 16 && bytes.length < WATCH_STEP) continue;
        await put(concat(...held));
        held = [];
        if (!(await watch(Math.min(0.5, done / rewrite.size / 2)))) return false;
      }
      await put(concat(...held));
      return watch(0.5);
    },
    verify: async (bytes) => {
      const read = await readWithKeys(bytes, rewrite.keys, legOf(watch, 0.5, 1));
      if (read === 'cancelled') return read;
      if (read?.reading.class !== 'clean' || !sameBytes(read.header.bytes, rewrite.header)) return 'unverified';
      if (!rewrite.isAsMeant(read)) return 'unverified';
      state = stateOf({ ...read, keys: rewrite.keys }, read.reading, bytes.length);
      return null;
    },
  });
  return { replaced, state: replaced.ok || replaced.inPlace ? state : null };
}

function* pieces(bytes: Bytes): Generator<Bytes, void, void> {
  for (let at = 0; at < bytes.length; at += WATCH_STEP) yield bytes.subarray(at, at + WATCH_STEP);
}
