import { b64u } from '../bytes.ts';
import { boxPair, deriveKey, KEY, type KeyPair, type Random, signPair, wipe } from '../crypto/sodium.ts';
import { fingerprint } from './fingerprint.ts';

const CONTEXT = 'lk1ident';

/** What makes a person able to sign and to open: two independent key pairs of one seed. */
export interface Identity {
  readonly sign: KeyPair;
  readonly box: KeyPair;
  /** Fingerprint of both public keys, base64url, as messages write it in `from` and `to`. */
  readonly fp: string;
}

/** A fresh 32-byte identity seed, to be kept as a secret of the vault. */
export function newIdentitySeed(random: Random): Uint8Array<ArrayBuffer> {
  return random(KEY);
}

/** Key pairs of a 32-byte seed: Ed25519 of subkey 1, X25519 of subkey 2, no conversion of one into the other. */
export function identityOf(seed: Uint8Array): Identity {
  if (seed.length !== KEY) throw new RangeError('an identity seed is 32 bytes');
  const signSeed = deriveKey(KEY, 1, CONTEXT, seed);
  const boxSeed = deriveKey(KEY, 2, CONTEXT, seed);
  const sign = signPair(signSeed);
  const box = boxPair(boxSeed);
  wipe(signSeed, boxSeed);
  return { sign, box, fp: b64u(fingerprint(sign.publicKey, box.publicKey)) };
}
