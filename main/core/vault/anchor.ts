import { type Bytes, concat, le, readLe, sameBytes, utf8 } from '../bytes.ts';
import { equal, hash } from '../crypto/sodium.ts';
import type { HeaderFields } from './header.ts';

/** What a device last saw of a vault. */
export interface Anchor {
  readonly epoch: number;
  readonly seq: number;
  readonly chain: Bytes;
  readonly headerMac: Bytes;
}

const MAGIC = utf8('lk1anch\0');
const MAC_AT = 104;
const SIZE = 136;

/** Reads an anchor; null, which counts as none, when its size, MAC or vault is another. */
export function readAnchor(bytes: Bytes, vaultId: Bytes, anchorKey: Bytes): Anchor | null {
  if (bytes.length !== SIZE || !sameBytes(bytes.subarray(0, 8), MAGIC)) return null;
  if (!equal(hash(32, bytes.subarray(0, MAC_AT), anchorKey), bytes.subarray(MAC_AT))) return null;
  const epoch = readLe(bytes, 24, 8);
  const seq = readLe(bytes, 32, 8);
  if (!sameBytes(bytes.subarray(8, 24), vaultId) || epoch === null || seq === null) return null;
  return { epoch, seq, chain: bytes.subarray(40, 72), headerMac: bytes.subarray(72, MAC_AT) };
}

/** Writes an anchor. */
export function writeAnchor({ epoch, seq, chain, headerMac }: Anchor, vaultId: Bytes, anchorKey: Bytes): Bytes {
  const body = concat(MAGIC, vaultId, le(epoch, 8), le(seq, 8), chain, headerMac);
  return concat(body, hash(SIZE - MAC_AT, body, anchorKey));
}

/**
 * What an anchor says of a file that read whole up to `seq`; null when it agrees. `chainAtAnchor` is the file's chain at the
 * anchor's seq, null when the file does not reach there or starts later.
 */
export function compareWithAnchor(
  anchor: Anchor,
  { epoch, baseSeq, baseChain }: HeaderFields,
  seq: number,
  chainAtAnchor: Bytes | null,
): 'rolled_back' | 'forked' | null {
  if (epoch < anchor.epoch || (epoch === anchor.epoch && seq < anchor.seq)) return 'rolled_back';
  if (epoch === anchor.epoch) return chainAtAnchor !== null && sameBytes(chainAtAnchor, anchor.chain) ? null : 'forked';
  // A snapshot taken after the anchor's last save hides the frames between: that passes unchecked.
  if (baseSeq > anchor.seq) return null;
  return baseSeq === anchor.seq && sameBytes(baseChain, anchor.chain) ? null : 'forked';
}
