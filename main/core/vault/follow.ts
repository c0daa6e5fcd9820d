import { type Bytes, sameBytes } from '../bytes.ts';
import type { FileState } from './file-state.ts';
import { parseContent, type VaultRecord } from './operations.ts';
import { Replay } from './replay.ts';
import type { FileFault } from './vault-file.ts';

/**
 * What became of a file that another program writes. `same`: nothing whole was added. `grown`: saves were added. `replaced`:
 * another file of this vault stands there, and was read whole. `other_keys`: it is sealed with another key. A file that is
 * damaged, older than what was seen, or that could not be read leaves memory as it is.
 */
export type Followed =
  | 'same'
  | 'grown'
  | 'replaced'
  | 'other_keys'
  | 'damaged'
  | 'rolled_back'
  | 'forked'
  | 'cancelled'
  | FileFault;

/**
 * Reads on after the last frame known, as strictly as ever, and applies what was added to the records. A frame that is not all
 * there yet is left for the next time. Null, with nothing changed, when the file is not the one known with something added.
 */
export function readOn(state: FileState, file: Bytes, records: Map<string, VaultRecord>): FileState | null {
  const { header, cipher } = state;
  if (file.length <= state.end || !sameBytes(file.subarray(0, header.bytes.length), header.bytes)) return null;
  const replay = Replay.onward(records);
  let { end: at, last, frames } = state;
  let good = { end: at, last, frames };
  while (at < file.length) {
    const frame = cipher.open(file, at, last);
    const content = typeof frame === 'string' || frame.plain === null ? null : parseContent(frame.plain);
    if (typeof frame === 'string' || content === null || !replay.take(content)) {
      if (frame !== 'short' && good.frames === state.frames) return null;
      break;
    }
    at = frame.end;
    last = frame.next;
    frames += 1;
    if (!replay.isRunOpen) good = { end: at, last, frames };
  }
  return { ...state, ...good, isTorn: good.end !== file.length };
}
