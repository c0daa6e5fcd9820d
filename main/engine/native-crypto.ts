import { createHmac } from 'node:crypto';
import { NobleCryptoPlugin } from 'otplib';
import type { OtpAlgorithm } from '../core/codes/hotp.ts';

/**
 * otplib's crypto with the HMAC of the process's own OpenSSL or BoringSSL, which is as fast the first time as the thousandth. It wipes the
 * copy of the key it makes.
 */
export class NativeCrypto extends NobleCryptoPlugin {
  override hmac(algorithm: OtpAlgorithm, key: Uint8Array, data: Uint8Array): Uint8Array {
    try {
      return createHmac(algorithm, key).update(data).digest();
    } catch {
      // A system's policy may have none of SHA-1, or none with a key as short as sites issue.
      return super.hmac(algorithm, key, data);
    }
  }
}
