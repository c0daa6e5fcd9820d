import type { Bytes } from '../bytes.ts';
import { type Anchor, compareWithAnchor } from './anchor.ts';
import { type ChainEnd, FRAME_HEADER, type FrameCipher, type FrameFault, frameEndAt, MAX_FRAME, standsHeaderAt } from './frame.ts';
import type { HeaderFields } from './header.ts';
import { parseContent, type VaultRecord } from './operations.ts';
import { Replay } from './replay.ts';
import { type Counted, WATCH_STEP, type Watch } from './watch.ts';

/** What strict reading says of a file's frames. */
export type ReadingClass = 'clean' | 'torn_tail' | 'damaged' | 'rolled_back' | 'forked';

/** Strict reading's result: what is good ends before the first fault, or before the run of parts it stands in. */
export interface Reading {
  readonly class: ReadingClass;
  readonly goodFrames: number;
  /** Offset in the file after the last good frame. */
  readonly goodEnd: number;
  /** Number of the last good frame, and the chain after it. */
  readonly last: ChainEnd;
  readonly records: Map<string, VaultRecord>;
}

/** Reads all frames from offset `start`, stopping at the first fault, and classes what it found. An anchor sharpens the classes. */
export function readJournal(file: Bytes, start: number, fields: HeaderFields, cipher: FrameCipher, anchor: Anchor | null): Reading {
  const steps = readInSteps(file, start, fields, cipher, anchor);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same with looks in between; null when it was given up. */
export async function readWatched(
  file: Bytes,
  start: number,
  fields: HeaderFields,
  cipher: FrameCipher,
  anchor: Anchor | null,
  watch: Watch,
): Promise<Reading | null> {
  const steps = readInSteps(file, start, fields, cipher, anchor);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    const { at, records } = step.value;
    if (!(await watch(at / file.length, records))) return null;
  }
}

function* readInSteps(
  file: Bytes,
  start: number,
  fields: HeaderFields,
  cipher: FrameCipher,
  anchor: Anchor | null,
): Generator<{ readonly at: number; readonly records: Counted }, Reading, void> {
  const replay = new Replay(fields.epoch);
  let last: ChainEnd = { seq: fields.baseSeq, chain: fields.baseChain };
  let at = start;
  let nextLook = start + WATCH_STEP;
  let frames = 0;
  let good = { frames, end: start, last };
  let fault: FrameFault | null = null;
  let chainAtAnchor = last.seq === anchor?.seq ? last.chain : null;
  while (at < file.length && fault === null) {
    const frame = cipher.open(file, at, last);
    if (typeof frame === 'string') {
      fault = frame;
      break;
    }
    const content = frame.plain === null ? null : parseContent(frame.plain);
    if (content === null || !replay.take(content)) {
      fault = 'content';
      break;
    }
    at = frame.end;
    last = frame.next;
    frames += 1;
    if (last.seq === anchor?.seq) chainAtAnchor = last.chain;
    if (!replay.isRunOpen) good = { frames, end: at, last };
    if (at >= nextLook) {
      nextLook = at + WATCH_STEP;
      yield { at, records: replay.counted };
    }
  }
  if (fault === null && replay.isRunOpen) fault = 'short';
  const seen = anchor?.epoch === fields.epoch ? anchor : null;
  const isTorn = fault !== null && isTornTail(file, at, fault, good.last.seq, seen);
  const isDamaged = !replay.isSnapshotWhole || (fault !== null && !isTorn);
  const verdict = anchor === null || isDamaged ? null : compareWithAnchor(anchor, fields, good.last.seq, chainAtAnchor);
  return {
    class: isDamaged ? 'damaged' : (verdict ?? (isTorn ? 'torn_tail' : 'clean')),
    goodFrames: good.frames,
    goodEnd: good.end,
    last: good.last,
    records: replay.records,
  };
}

/**
 * True when a fault can only be the rest of a save that was never acknowledged. `anchor` is one of this epoch.
 * Without one, a whole last frame that fails is damage: it may have been acknowledged.
 */
function isTornTail(file: Bytes, at: number, fault: FrameFault, goodSeq: number, anchor: Anchor | null): boolean {
  const isUnfinished =
    fault === 'short' || (anchor !== null && (fault === 'header' || (fault === 'seal' && frameEndAt(file, at) === file.length)));
  // The first frame that does not count follows the last good one, alone or as the first part of its run.
  if (!isUnfinished || (anchor !== null && goodSeq + 1 <= anchor.seq) || file.length - at > MAX_FRAME) return false;
  for (let later = at + 1; later + FRAME_HEADER <= file.length; later++) {
    if (standsHeaderAt(file, later)) return false;
  }
  return true;
}

/**
 * Where the parts of an open run after the good frames end, the last first. Cut off in this order, one at a time, they never
 * leave a whole frame behind a broken one.
 */
export function partsAfter(file: Bytes, goodEnd: number): number[] {
  const ends: number[] = [];
  for (let at = goodEnd; standsHeaderAt(file, at); ) {
    at = frameEndAt(file, at);
    if (at >= file.length) break;
    ends.unshift(at);
  }
  return ends;
}
