import { type Bytes, concat, sameBytes } from '../bytes.ts';
import type { Random } from '../crypto/sodium.ts';
import type { FileState } from './file-state.ts';
import { FrameCipher, frameEndAt, nextChain } from './frame.ts';
import { authenticate, readHeader } from './header.ts';
import { readJournal } from './journal.ts';
import type { VaultKeys } from './keys.ts';
import { applyOps, type Op, parseContent } from './operations.ts';
import { putBytes, type VaultRecord } from './record.ts';
import { snapshot } from './rewrite.ts';
import { packTransaction } from './transaction.ts';

/** Changes that wait in a copy made from memory, and the records they were made on. */
export interface Waiting {
  readonly base: ReadonlyMap<string, VaultRecord>;
  readonly ops: readonly Op[];
}

/**
 * A whole vault file of what memory holds, the next epoch with the same keys and slots: the records as a snapshot, and after it
 * the changes that could not be saved as one transaction, so that `waitingIn` can tell the two apart.
 */
export function memoryCopy(
  file: FileState,
  records: ReadonlyMap<string, VaultRecord>,
  unsaved: readonly Op[],
  random: Random,
): Bytes {
  const waiting = unsaved.length === 0 ? null : packTransaction(unsaved);
  const held = new Map(records);
  // Above the limits of one transaction they can only be told by what they changed.
  if (waiting === null) applyOps(held, unsaved);
  const { header, frames } = snapshot(file, { keys: file.keys }, held, random);
  const cipher = new FrameCipher(file.keys.frames, file.fields.vaultId, file.fields.epoch + 1);
  const parts = [header];
  let { last } = file;
  for (const frame of frames) {
    parts.push(frame);
    last = { seq: last.seq + 1, chain: nextChain(last.chain, frame) };
  }
  for (const plain of waiting?.plains ?? []) {
    const { frame, next } = cipher.seal(plain, last, random);
    parts.push(frame);
    last = next;
  }
  return concat(...parts);
}

/** What waits in a copy made from memory; null when it is of another vault or key, or does not read whole. */
export function waitingIn(copy: Bytes, keys: VaultKeys): Waiting | null {
  const header = readHeader(copy);
  const fields = typeof header === 'string' ? null : authenticate(header, keys.header);
  if (typeof header === 'string' || fields === null) return null;
  const cipher = new FrameCipher(keys.frames, fields.vaultId, fields.epoch);
  const start = header.bytes.length;
  const whole = readJournal(copy, start, fields, cipher, null);
  const plain = whole.class === 'clean' ? (cipher.openAlone(copy, start)?.plain ?? null) : null;
  const snapshotFrames = plain === null ? undefined : parseContent(plain)?.base?.frames;
  if (snapshotFrames === undefined) return null;
  let end = start;
  for (let n = 0; n < snapshotFrames; n++) end = frameEndAt(copy, end);
  const base = readJournal(copy.subarray(0, end), start, fields, cipher, null).records;
  const changed = [...whole.records.values()].filter((record) => !isSame(base.get(record.id), record));
  const gone = [...base.keys()].filter((id) => !whole.records.has(id));
  return {
    base,
    ops: [
      ...changed.map(({ id, type, v, data }) => ({ op: 'put' as const, id, type, v, data })),
      ...gone.map((id) => ({ op: 'del' as const, id })),
    ],
  };
}

/** True when both are there and say the same, or neither is. */
export function isSame(one: VaultRecord | undefined, other: VaultRecord | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return sameBytes(putBytes(one), putBytes(other));
}
