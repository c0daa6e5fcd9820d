import type { Bytes } from '../bytes.ts';
import type { Anchor } from './anchor.ts';
import { type ChainEnd, FrameCipher } from './frame.ts';
import { authenticate, type Header, type HeaderFields, readHeader } from './header.ts';
import { type Reading, readWatched } from './journal.ts';
import type { VaultKeys } from './keys.ts';
import type { Watch } from './watch.ts';

/** A vault's file as an open vault knows it; replaced as a whole with each change. */
export interface FileState {
  readonly header: Header;
  readonly fields: HeaderFields;
  readonly keys: VaultKeys;
  readonly cipher: FrameCipher;
  /** Good frames, and the offset after the last of them. */
  readonly frames: number;
  readonly end: number;
  readonly last: ChainEnd;
  /** True while something unfinished stands after the good frames. */
  readonly isTorn: boolean;
}

/** The state of a file that was read. */
export function stateOf(
  { header, fields, keys }: Pick<FileState, 'header' | 'fields' | 'keys'>,
  reading: Reading,
  size: number,
): FileState {
  return {
    header,
    fields,
    keys,
    cipher: new FrameCipher(keys.frames, fields.vaultId, fields.epoch),
    frames: reading.goodFrames,
    end: reading.goodEnd,
    last: reading.last,
    isTorn: reading.goodEnd !== size,
  };
}

/** A file read with keys that are at hand. */
export interface KnownReading {
  readonly header: Header;
  readonly fields: HeaderFields;
  readonly reading: Reading;
}

/**
 * Reads a file of this vault with its keys; null when they are not its keys, `cancelled` when the work was given up. With `usesUp` the
 * frames are opened where they stand, which halves what a large vault needs: nothing but the header is left of the file's bytes.
 */
export async function readWithKeys(
  bytes: Bytes,
  keys: VaultKeys,
  watch: Watch,
  anchor: Anchor | null = null,
  usesUp = false,
): Promise<KnownReading | null | 'cancelled'> {
  const header = readHeader(bytes);
  const fields = typeof header === 'string' ? null : authenticate(header, keys.header);
  if (typeof header === 'string' || fields === null) return null;
  const cipher = new FrameCipher(keys.frames, fields.vaultId, fields.epoch, usesUp);
  const reading = await readWatched(bytes, header.bytes.length, fields, cipher, anchor, watch);
  return reading === null ? 'cancelled' : { header, fields, reading };
}
