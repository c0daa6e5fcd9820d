import { concat, le, utf8 } from '../bytes.ts';
import { hash } from '../crypto/sodium.ts';

/** First eight bytes of every message. */
export const MAGIC = utf8('LKMSG1\0\0');
export const VERSION = 1;
/** Most bytes of a message, armor not counted. */
export const MESSAGE_MAX = 1024 * 1024;
/** Bytes of magic, version, kind and number of stanzas: the whole header of an open request. */
export const FIXED_HEADER = 11;
export const STANZA = 80;
export const COMMITMENT = 32;
export const SIGNATURE = 64;
export const BLOCK = 256;
export const MAX_RECIPIENTS = 16;
/** Smallest open request: header, length of the payload, an empty payload, signature. */
export const OPEN_MIN = FIXED_HEADER + 4 + SIGNATURE;

/** Context of the two subkeys of an envelope's key: 1 seals the body, 2 commits to the key. */
export const KEY_CONTEXT = 'lk1envlp';

/** Bytes of a header with `n` stanzas. */
export const headerLength = (n: number): number => FIXED_HEADER + STANZA * n + COMMITMENT + 24;

/** The first eleven bytes of a message. */
export const fixedHeader = (kind: number, n: number): Uint8Array => concat(MAGIC, le(VERSION, 1), le(kind, 1), le(n, 1));

/** What the sender signs: kind and header beside the payload, so that neither can be changed nor another recipient be put in. */
export function signedBytes(kind: number, header: Uint8Array, payload: Uint8Array): Uint8Array {
  return concat(utf8(`lk1/sig/${kind}\0`), hash(32, header), payload);
}

/** Hash by which an answer names a message: over the whole binary message, never its armor. */
export function messageHash(message: Uint8Array): Uint8Array<ArrayBuffer> {
  return hash(32, concat(utf8('lk1/msg\0'), message));
}
