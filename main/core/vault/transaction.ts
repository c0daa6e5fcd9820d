import { type Bytes, utf8 } from '../bytes.ts';
import { MAX_PLAIN } from './frame.ts';
import { contentBytes, type FrameContent, MAX_PARTS, type Op, opText, parseContent, partText } from './operations.ts';

/** One action, ready to be sealed: the plaintext of its frames, and what a reader will make of each. */
export interface Transaction {
  readonly plains: readonly Bytes[];
  readonly ops: readonly Op[];
}

const LONGEST_PART = utf8(partText({ n: MAX_PARTS, of: MAX_PARTS })).length;

/**
 * Packs changes into one frame, or a run of parts when they are more than one frame holds; null when a single change, or the
 * whole, is above the format's limits. Throws TypeError for what the reader would refuse, so that a bug cannot spoil a file.
 */
export function packTransaction(ops: readonly Op[]): Transaction | null {
  if (ops.length === 0) throw new TypeError('a transaction changes something');
  const texts = ops.map(opText);
  const whole = contentBytes(texts);
  if (whole.length <= MAX_PLAIN) return finish([whole]);
  const groups = group(texts);
  if (groups === null || groups.length > MAX_PARTS) return null;
  return finish(groups.map((inPart, i) => contentBytes([partText({ n: i + 1, of: groups.length }), ...inPart])));
}

function group(texts: readonly string[]): string[][] | null {
  const groups: string[][] = [];
  let room = 0;
  for (const text of texts) {
    const size = utf8(text).length + 1;
    if (2 + LONGEST_PART + size > MAX_PLAIN) return null;
    if (size > room) {
      groups.push([]);
      room = MAX_PLAIN - 2 - LONGEST_PART;
    }
    groups.at(-1)?.push(text);
    room -= size;
  }
  return groups;
}

function finish(plains: readonly Bytes[]): Transaction {
  const ops = plains.flatMap((plain) => {
    const content: FrameContent | null = parseContent(plain);
    if (content === null || content.base !== null) throw new TypeError('a change breaks the format');
    return content.ops;
  });
  return { plains, ops };
}
