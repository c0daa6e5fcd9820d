import sodium from 'libsodium-wrappers';
import { type Bytes, concat } from '../bytes.ts';

await sodium.ready;

/** Source of random bytes; a port, so that known answers can be reproduced. */
export type Random = (length: number) => Bytes;

/** Cryptographically secure random bytes from libsodium. */
export const randomBytes: Random = (length) => own(sodium.randombytes_buf(length));

/** Bytes of a key, of a nonce and of an authentication tag. */
export const KEY = 32;
export const NONCE = 24;
export const TAG = 16;

/** A public key and the secret one it belongs to. */
export interface KeyPair {
  readonly publicKey: Bytes;
  readonly privateKey: Bytes;
}

// libsodium's wrapper types its results over ArrayBufferLike; each is a fresh ArrayBuffer.
const own = (bytes: Uint8Array): Bytes => bytes as Bytes;

/** Unbiased random whole number, 0 <= n < bound (`randombytes_uniform`). */
export function randomBelow(bound: number): number {
  return sodium.randombytes_uniform(bound);
}

/** BLAKE2b of `length` bytes, keyed when a key is given (`crypto_generichash`). */
export function hash(length: number, data: Uint8Array, key?: Uint8Array): Bytes {
  return own(sodium.crypto_generichash(length, data, key ?? null));
}

/** BLAKE2b of several parts in a row, none of which is copied to join them. */
export function hashParts(length: number, ...parts: readonly Uint8Array[]): Bytes {
  const state = sodium.crypto_generichash_init(null, length);
  for (const part of parts) sodium.crypto_generichash_update(state, part);
  return own(sodium.crypto_generichash_final(state, length));
}

/** Subkey of a 32-byte key by number and 8-character context (`crypto_kdf_derive_from_key`). */
export function deriveKey(length: number, id: number, context: string, key: Uint8Array): Bytes {
  return own(sodium.crypto_kdf_derive_from_key(length, id, context, key));
}

/** XChaCha20-Poly1305: ciphertext and 16-byte tag (`crypto_aead_xchacha20poly1305_ietf_encrypt`). */
export function aeadSeal(plain: Uint8Array, ad: Uint8Array, nonce: Uint8Array, key: Uint8Array): Bytes {
  return own(sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, ad, null, nonce, key));
}

/** Plaintext, or null when the tag does not fit. */
export function aeadOpen(sealed: Uint8Array, ad: Uint8Array, nonce: Uint8Array, key: Uint8Array): Bytes | null {
  if (sealed.length < TAG) return null;
  try {
    return own(sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, ad, nonce, key));
  } catch {
    return null;
  }
}

/** The compiled library below the wrapper. A pointer is an offset in its memory; a u64 is passed as its two halves, the low one first. */
interface Library {
  /** Its memory; another view once it has grown. */
  readonly HEAPU8: Bytes;
  _malloc(size: number): number;
  _free(at: number): void;
  _crypto_aead_xchacha20poly1305_ietf_decrypt(
    plain: number,
    plainLength: number,
    nsec: number,
    sealed: number,
    sealedLow: number,
    sealedHigh: number,
    ad: number,
    adLow: number,
    adHigh: number,
    nonce: number,
    key: number,
  ): number;
}

const library = (sodium as unknown as { readonly libsodium: Library }).libsodium;

/**
 * The same where it stands: the plaintext is written over the ciphertext, and given as a part of `sealed`. Null, and nothing changed, when
 * the tag does not fit. The wrapper would make an array for each text, and those of a large vault are as much as its file.
 */
export function aeadOpenInPlace(sealed: Bytes, ad: Uint8Array, nonce: Uint8Array, key: Uint8Array): Bytes | null {
  if (sealed.length < TAG || nonce.length !== NONCE || key.length !== KEY) return null;
  const size = sealed.length + ad.length + NONCE + KEY;
  const text = library._malloc(size);
  if (text === 0) throw new RangeError('no memory to open it in');
  const heap = library.HEAPU8;
  const adAt = text + sealed.length;
  const nonceAt = adAt + ad.length;
  const keyAt = nonceAt + NONCE;
  heap.set(sealed, text);
  heap.set(ad, adAt);
  heap.set(nonce, nonceAt);
  heap.set(key, keyAt);
  // biome-ignore format: one line a pointer with its length
  const fault = library._crypto_aead_xchacha20poly1305_ietf_decrypt(
    text, 0, 0,
    text, sealed.length, 0,
    adAt, ad.length, 0,
    nonceAt, keyAt,
  );
  const plain = sealed.subarray(0, sealed.length - TAG);
  if (fault === 0) plain.set(heap.subarray(text, text + plain.length));
  heap.fill(0, text, text + size);
  library._free(text);
  return fault === 0 ? plain : null;
}

/** Argon2id version 1.3 with one lane; slow, blocks its thread: run in a worker. Memory in bytes. Throws when memory cannot be had. */
export function argon2id(length: number, password: Uint8Array, salt: Uint8Array, passes: number, memory: number): Bytes {
  return own(sodium.crypto_pwhash(length, password, salt, passes, memory, sodium.crypto_pwhash_ALG_ARGON2ID13));
}

/** Ed25519 pair of a 32-byte seed. */
export function signPair(seed: Uint8Array): KeyPair {
  const pair = sodium.crypto_sign_seed_keypair(seed);
  return { publicKey: own(pair.publicKey), privateKey: own(pair.privateKey) };
}

/** Ed25519 signature, 64 bytes. */
export function sign(message: Uint8Array, privateKey: Uint8Array): Bytes {
  return own(sodium.crypto_sign_detached(message, privateKey));
}

/** True when the signature fits; false for wrong lengths and for keys and signatures libsodium refuses. */
export function verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  try {
    return sodium.crypto_sign_verify_detached(signature, message, publicKey);
  } catch {
    return false;
  }
}

/** X25519 pair of a 32-byte seed (`crypto_box_seed_keypair`). */
export function boxPair(seed: Uint8Array): KeyPair {
  const pair = sodium.crypto_box_seed_keypair(seed);
  return { publicKey: own(pair.publicKey), privateKey: own(pair.privateKey) };
}

/** X25519 of a secret and a public key; null when the result is zero (RFC 7748, section 6.1). */
export function x25519(privateKey: Uint8Array, publicKey: Uint8Array): Bytes | null {
  try {
    return own(sodium.crypto_scalarmult(privateKey, publicKey));
  } catch {
    return null;
  }
}

/** Public key of an X25519 secret key. */
export function x25519Base(privateKey: Uint8Array): Bytes {
  return own(sodium.crypto_scalarmult_base(privateKey));
}

/**
 * Sealed box as `crypto_box_seal` makes it, with the ephemeral secret key given, so that known answers can be reproduced:
 * epk || box(plain, nonce = BLAKE2b-24(epk || publicKey)). 48 bytes longer than `plain`.
 */
export function boxSeal(plain: Uint8Array, publicKey: Uint8Array, ephemeralSecret: Uint8Array): Bytes {
  const epk = x25519Base(ephemeralSecret);
  const nonce = hash(NONCE, concat(epk, publicKey));
  return concat(epk, own(sodium.crypto_box_easy(plain, nonce, publicKey, ephemeralSecret)));
}

/** What a sealed box holds; null when it is not for this pair. */
export function boxOpen(sealed: Uint8Array, pair: KeyPair): Bytes | null {
  if (sealed.length < 48) return null;
  try {
    return own(sodium.crypto_box_seal_open(sealed, pair.publicKey, pair.privateKey));
  } catch {
    return null;
  }
}

/** Constant-time comparison; false when the lengths differ. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && sodium.memcmp(a, b);
}

/** Overwrites secret bytes with zeros. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const bytes of secrets) sodium.memzero(bytes);
}

/** SHA-256 (`crypto_hash_sha256`). */
export function sha256(data: Uint8Array): Bytes {
  return own(sodium.crypto_hash_sha256(data));
}

/** Padding to a multiple of 256 with 0x80 and zeros, always at least one byte (`sodium_pad`). */
export function pad256(data: Uint8Array): Bytes {
  const out = new Uint8Array((Math.floor(data.length / 256) + 1) * 256);
  out.set(data);
  out[data.length] = 0x80;
  return out;
}

/** What was padded; null unless the length is a positive multiple of 256 and 0x80 stands last within the last 256 bytes. */
export function unpad256(padded: Bytes): Bytes | null {
  if (padded.length === 0 || padded.length % 256 !== 0) return null;
  for (let at = padded.length - 1; at >= padded.length - 256; at--) {
    if (padded[at] === 0x80) return padded.subarray(0, at);
    if (padded[at] !== 0) return null;
  }
  return null;
}
