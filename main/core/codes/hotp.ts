import { NobleCryptoPlugin } from 'otplib';
import { type CodeShape, codeText, STEAM_ALPHABET } from './code-shape.ts';

/** Hash functions an authenticator may use. */
export type OtpAlgorithm = 'sha1' | 'sha256' | 'sha512';

/** How codes are made of a seed, apart from the seed itself. */
export interface OtpSettings extends CodeShape {
  readonly algorithm: OtpAlgorithm;
}

/** Longest seed taken, in bytes: one block of SHA-512. */
export const MAX_SEED = 128;

/** What computes an HMAC: otplib's own crypto, or another plugin of it. */
export type Hmac = Pick<NobleCryptoPlugin, 'hmac'>;

const NOBLE: Hmac = new NobleCryptoPlugin();

/**
 * The 31-bit number of RFC 4226 section 5.3 before it is cut to digits. Of otplib only the HMAC: its own generator looks at every option anew
 * and writes digits that would be read back, at two to three times the cost, and wants seeds longer than the ten bytes real sites issue.
 * Throws RangeError for an empty seed, one above `MAX_SEED`, or a counter that is no whole number from 0.
 */
function truncated(seed: Uint8Array, algorithm: OtpAlgorithm, counter: number, crypto: Hmac): number {
  if (seed.length < 1 || seed.length > MAX_SEED) throw new RangeError('no seed of this length');
  if (!Number.isSafeInteger(counter) || counter < 0) throw new RangeError('no counter');
  const moving = new DataView(new ArrayBuffer(8));
  moving.setUint32(0, Math.floor(counter / 2 ** 32));
  moving.setUint32(4, counter % 2 ** 32);
  const mac = crypto.hmac(algorithm, seed, new Uint8Array(moving.buffer));
  const bits = new DataView(mac.buffer, mac.byteOffset, mac.length);
  return bits.getUint32(bits.getUint8(mac.length - 1) & 0xf) & 0x7fffffff;
}

/**
 * Value of the HOTP code at a counter (RFC 4226; Steam's spelling of the same number), below `codeLimit` of the shape. `crypto` left out is
 * otplib's own, in JavaScript. Throws as for a bad seed or counter.
 */
export function hotpValue(seed: Uint8Array, settings: OtpSettings, counter: number, crypto = NOBLE): number {
  const number = truncated(seed, settings.algorithm, counter, crypto);
  if (settings.alphabet === 'decimal') return number % 10 ** settings.digits;
  // Steam shows the lowest base-26 digit first, while a value weighs the first character most.
  let value = 0;
  for (let rest = number, i = 0; i < settings.digits; i++, rest = Math.floor(rest / STEAM_ALPHABET.length)) {
    value = value * STEAM_ALPHABET.length + (rest % STEAM_ALPHABET.length);
  }
  return value;
}

/** The HOTP code at a counter as people read it. Seed as raw bytes, 1..128; throws for another length or a counter below 0. */
export function hotpCode(seed: Uint8Array, settings: OtpSettings, counter: number, crypto = NOBLE): string {
  return codeText(hotpValue(seed, settings, counter, crypto), settings);
}
