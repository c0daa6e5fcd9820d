import { type Bytes, concat, utf8 } from '../bytes.ts';
import { hash } from '../crypto/sodium.ts';

const LABEL = utf8('lk1/fp\0');

/** 32-byte fingerprint of a person: BLAKE2b over both public keys, each party alone, so that no joint hash can be searched. */
export function fingerprint(signKey: Uint8Array, boxKey: Uint8Array): Bytes {
  return hash(32, concat(LABEL, signKey, boxKey));
}
