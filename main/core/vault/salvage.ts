import { type Bytes, readLe } from '../bytes.ts';
import { FRAME_HEADER, type FrameCipher, frameEndAt, standsHeaderAt } from './frame.ts';
import type { HeaderFields } from './header.ts';
import { applyOps, type FrameContent, parseContent, type VaultRecord } from './operations.ts';
import { WATCH_STEP, type Watch } from './watch.ts';

/** Bytes of a file from the first up to, and without, the second offset. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What a salvage found, and what it could not read. */
export interface SalvageReport {
  /** Frames whose operations were taken. */
  readonly frames: number;
  readonly records: number;
  /** Stretches after the header in which nothing was read. */
  readonly gaps: readonly Stretch[];
  readonly lostBytes: number;
  /** Frames known to be missing, because later numbers, or the snapshot's own count, are there; those lost at the end leave no trace. */
  readonly missingFrames: number;
  /** Runs of parts of which only some were there: what those said was taken all the same. */
  readonly brokenRuns: number;
  /** Frames that stood in the file a second time, of which the first was taken. */
  readonly repeated: number;
  /** Frames that authenticated but say nothing a reader knows. */
  readonly unreadable: number;
}

/** Everything that could still be read, in the order it was written. */
export interface Salvaged {
  readonly records: Map<string, VaultRecord>;
  readonly report: SalvageReport;
}

interface Found {
  readonly seq: number;
  readonly content: FrameContent;
}

/**
 * Looks for whole frames at every byte of a damaged file, and takes each that authenticates alone; of two with one number the
 * first place wins. Never automatic: what it gives may lack deletions and mix states that never stood together. `start` is
 * where the header ends, 0 when the header is another file's. Null when it was given up.
 */
export async function salvageFrames(
  file: Bytes,
  start: number,
  { baseSeq }: HeaderFields,
  cipher: FrameCipher,
  watch: Watch,
): Promise<Salvaged | null> {
  const found = new Map<number, Found>();
  const gaps: Stretch[] = [];
  let repeated = 0;
  let unreadable = 0;
  let readTo = start;
  let nextLook = start + WATCH_STEP;
  for (let at = start; at + FRAME_HEADER <= file.length; at++) {
    if (at >= nextLook) {
      nextLook = at + WATCH_STEP;
      if (!(await watch(at / file.length))) return null;
    }
    const seq = standsHeaderAt(file, at) && frameEndAt(file, at) <= file.length ? readLe(file, at + 4, 8) : null;
    const frame = seq === null ? null : cipher.openAlone(file, at);
    if (seq === null || frame === null || seq <= baseSeq) continue;
    const content = frame.plain && parseContent(frame.plain);
    if (content === null) unreadable += 1;
    else if (found.has(seq)) repeated += 1;
    else found.set(seq, { seq, content });
    if (at > readTo) gaps.push({ from: readTo, to: at });
    readTo = frameEndAt(file, at);
    at = readTo - 1;
  }
  if (readTo < file.length) gaps.push({ from: readTo, to: file.length });
  const inOrder = [...found.values()].toSorted((a, b) => a.seq - b.seq);
  const records = new Map<string, VaultRecord>();
  for (const { content } of inOrder) applyOps(records, content.ops);
  const base = inOrder[0]?.content.base ?? null;
  const snapshotEnd = baseSeq + (base?.frames ?? 0);
  return {
    records,
    report: {
      frames: inOrder.length,
      records: records.size,
      gaps,
      lostBytes: gaps.reduce((sum, { from, to }) => sum + to - from, 0),
      missingFrames: Math.max(inOrder.at(-1)?.seq ?? baseSeq, snapshotEnd) - baseSeq - inOrder.length,
      brokenRuns: countBroken(inOrder),
      repeated,
      unreadable,
    },
  };
}

// A run is known by its first number and its length, whichever parts of it are there.
function countBroken(frames: readonly Found[]): number {
  const runs = new Map<string, number>();
  for (const { seq, content } of frames) {
    if (content.part === null) continue;
    const run = `${seq - content.part.n + 1} ${content.part.of}`;
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return [...runs].filter(([run, parts]) => parts !== Number(run.split(' ')[1])).length;
}
