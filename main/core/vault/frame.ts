import { type Bytes, concat, le, readLe, sameBytes, utf8 } from '../bytes.ts';
import {
  aeadOpen,
  aeadOpenInPlace,
  aeadSeal,
  hash,
  hashParts,
  NONCE,
  pad256,
  type Random,
  TAG,
  unpad256,
} from '../crypto/sodium.ts';

/** Why strict reading stopped at a place; `content` is found above this file. */
export type FrameFault = 'short' | 'header' | 'order' | 'seal' | 'content';

/** Bytes of a frame before its ciphertext. */
export const FRAME_HEADER = 84;

const BLOCK = 256;
const MAX_BLOCKS = 4095;
/** Most bytes of a frame. */
export const MAX_FRAME = FRAME_HEADER + TAG + BLOCK * MAX_BLOCKS;
/** Most bytes of a frame's plaintext before padding, which takes at least one. */
export const MAX_PLAIN = BLOCK * MAX_BLOCKS - 1;

const HCHECK_AT = 68;
const HCHECK = 16;
const AD = utf8('lk1/frame\0');
const CHAIN = utf8('lk1/chain\0');
/** Bytes below which copying a frame costs less than hashing it in parts. */
const JOINED = 8 * 1024;

/** Where the next frame belongs: its number and the running chain before it. */
export interface ChainEnd {
  readonly seq: number;
  readonly chain: Bytes;
}

/** A frame that authenticated. `plain` is unpadded, null when the padding is wrong. */
export interface OpenedFrame {
  readonly plain: Bytes | null;
  readonly end: number;
  readonly next: ChainEnd;
}

/** The running chain after a whole frame. */
export function nextChain(chain: Bytes, frame: Bytes): Bytes {
  return frame.length < JOINED ? hash(32, concat(CHAIN, chain, frame)) : hashParts(32, CHAIN, chain, frame);
}

/** True when hcheck and len of a whole frame header fit at this offset; whether it belongs there is another matter. */
export function standsHeaderAt(file: Bytes, at: number): boolean {
  if (at + FRAME_HEADER > file.length || !fitsLength(file, at)) return false;
  const hcheck = file.subarray(at + HCHECK_AT, at + FRAME_HEADER);
  return sameBytes(hash(HCHECK, file.subarray(at, at + HCHECK_AT)), hcheck);
}

// Read as bytes, since this runs at every byte of a damaged tail: 16 + 256 k, k 1..4095.
function fitsLength(file: Bytes, at: number): boolean {
  const blocks = readLe(file, at + 1, 2) + 65_536 * readLe(file, at + 3, 1);
  return file[at] === TAG && blocks >= 1 && blocks <= MAX_BLOCKS;
}

/** End of the frame whose header stands at an offset, which may lie past the file's end. */
export function frameEndAt(file: Bytes, at: number): number {
  return at + FRAME_HEADER + readLe(file, at, 4);
}

/** Seals and opens frames of one vault, epoch and key. */
export class FrameCipher {
  readonly #key: Bytes;
  readonly #place: Bytes;
  readonly #open: (sealed: Bytes, ad: Bytes, nonce: Bytes, key: Bytes) => Bytes | null;

  /** `isInPlace`: frames are opened over their own ciphertext, so that each can be opened once and its file is used up. */
  constructor(key: Bytes, vaultId: Bytes, epoch: number, isInPlace = false) {
    this.#key = key;
    this.#open = isInPlace ? aeadOpenInPlace : aeadOpen;
    this.#place = concat(AD, vaultId, le(epoch, 8));
  }

  /** A whole frame of unpadded plaintext, to stand right after `after`; draws the nonce. Throws RangeError above `MAX_PLAIN`. */
  seal(plain: Bytes, after: ChainEnd, random: Random): { readonly frame: Bytes; readonly next: ChainEnd } {
    if (plain.length > MAX_PLAIN) throw new RangeError('plaintext above one frame');
    const padded = pad256(plain);
    const nonce = random(NONCE);
    const open = concat(le(padded.length + TAG, 4), le(after.seq + 1, 8), after.chain, nonce);
    const header = concat(open, hash(HCHECK, open));
    const frame = concat(header, aeadSeal(padded, concat(this.#place, header), nonce, this.#key));
    return { frame, next: { seq: after.seq + 1, chain: nextChain(after.chain, frame) } };
  }

  /** Opens the frame at an offset that must follow `after`; the checks are in the format's order. */
  open(file: Bytes, at: number, after: ChainEnd): OpenedFrame | FrameFault {
    if (at + FRAME_HEADER > file.length) return 'short';
    const header = file.subarray(at, at + FRAME_HEADER);
    const seq = readLe(header, 4, 8);
    if (!standsHeaderAt(file, at) || seq === null) return 'header';
    if (seq !== after.seq + 1 || !sameBytes(header.subarray(12, 44), after.chain)) return 'order';
    const end = frameEndAt(file, at);
    if (end > file.length) return 'short';
    // Of the ciphertext, so before it may be gone.
    const chain = nextChain(after.chain, file.subarray(at, end));
    const frame = this.openAlone(file, at);
    return frame === null ? 'seal' : { plain: frame.plain, end, next: { seq, chain } };
  }

  /** Opens the frame that stands whole at an offset, wherever it belongs; null when it does not authenticate. */
  openAlone(file: Bytes, at: number): Pick<OpenedFrame, 'plain'> | null {
    const header = file.subarray(at, at + FRAME_HEADER);
    const sealed = file.subarray(at + FRAME_HEADER, frameEndAt(file, at));
    const padded = this.#open(sealed, concat(this.#place, header), header.subarray(44, HCHECK_AT), this.#key);
    return padded && { plain: unpad256(padded) };
  }
}
