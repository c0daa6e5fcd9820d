import { createGuardrails, generateSync } from 'otplib';
import { type CodeShape, codeText, STEAM_ALPHABET } from './code-shape.ts';

/** Hash functions an authenticator may use. */
export type OtpAlgorithm = 'sha1' | 'sha256' | 'sha512';

/** How codes are made of a seed, apart from the seed itself. */
export interface OtpSettings extends CodeShape {
  readonly algorithm: OtpAlgorithm;
}

/** Longest seed taken, in bytes: one block of SHA-512. */
export const MAX_SEED = 128;

// Real sites issue seeds of 10 bytes; the library's own floor is 16.
const guardrails = createGuardrails({ MIN_SECRET_BYTES: 1, MAX_SECRET_BYTES: MAX_SEED });

/**
 * The 31-bit number of RFC 4226 section 5.3 before it is cut to digits: ten decimal digits hold it whole.
 * Throws for an empty seed, one above `MAX_SEED`, or a counter that is no whole number from 0.
 */
function truncated(seed: Uint8Array, algorithm: OtpAlgorithm, counter: number): number {
  return Number(generateSync({ strategy: 'hotp', secret: seed, algorithm, counter, digits: 10, guardrails }));
}

/** Value of the HOTP code at a counter (RFC 4226; Steam's spelling of the same number), below `codeLimit` of the shape. Throws as for a bad seed or counter. */
export function hotpValue(seed: Uint8Array, settings: OtpSettings, counter: number): number {
  const number = truncated(seed, settings.algorithm, counter);
  if (settings.alphabet === 'decimal') return number % 10 ** settings.digits;
  // Steam shows the lowest base-26 digit first, while a value weighs the first character most.
  let value = 0;
  for (let rest = number, i = 0; i < settings.digits; i++, rest = Math.floor(rest / STEAM_ALPHABET.length)) {
    value = value * STEAM_ALPHABET.length + (rest % STEAM_ALPHABET.length);
  }
  return value;
}

/** The HOTP code at a counter as people read it. Seed as raw bytes, 1..128; throws for another length or a counter below 0. */
export function hotpCode(seed: Uint8Array, settings: OtpSettings, counter: number): string {
  return codeText(hotpValue(seed, settings, counter), settings);
}
