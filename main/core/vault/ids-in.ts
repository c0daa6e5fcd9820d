import type { Bytes } from '../bytes.ts';
import type { FrameCipher } from './frame.ts';
import type { HeaderFields } from './header.ts';
import { parseContent } from './operations.ts';

/** Ids of all records that any frame of a file states, deleted ones too; null when not all of it can be read. */
export function idsIn(file: Bytes, start: number, { baseSeq, baseChain }: HeaderFields, cipher: FrameCipher): Set<string> | null {
  const ids = new Set<string>();
  let last = { seq: baseSeq, chain: baseChain };
  for (let at = start; at < file.length; ) {
    const frame = cipher.open(file, at, last);
    const content = typeof frame === 'string' || frame.plain === null ? null : parseContent(frame.plain);
    if (typeof frame === 'string' || content === null) return null;
    for (const op of content.ops) if (op.op === 'put') ids.add(op.id);
    last = frame.next;
    at = frame.end;
  }
  return ids;
}
