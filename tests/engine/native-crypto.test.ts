import type * as Crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { NobleCryptoPlugin } from 'otplib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { utf8 } from '../../main/core/bytes.ts';
import { hotpCode, MAX_SEED, type OtpAlgorithm } from '../../main/core/codes/hotp.ts';
import { makePass } from '../../main/core/codes/make-pass.ts';
import { stepAt } from '../../main/core/codes/totp.ts';
import { NativeCrypto } from '../../main/engine/native-crypto.ts';

const refuse = vi.hoisted(() => ({ refused: false, asked: 0 }));
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof Crypto>();
  const createHmac = (...of: Parameters<typeof real.createHmac>) => {
    refuse.asked += 1;
    if (refuse.refused) throw new Error('refused by policy');
    return real.createHmac(...of);
  };
  return { ...real, createHmac };
});

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../vectors/rfc/${name}`, import.meta.url), 'utf8')) as T;
const hotp = read<{ readonly seed_ascii: string; readonly codes: readonly string[] }>('rfc4226-hotp.json');
const totp = read<{
  readonly seed_ascii: Readonly<Record<OtpAlgorithm, string>>;
  readonly codes: readonly ({ readonly time: number } & Readonly<Record<OtpAlgorithm, string>>)[];
}>('rfc6238-totp.json');
const algorithms = ['sha1', 'sha256', 'sha512'] as const;
const own = new NativeCrypto();
const noble = new NobleCryptoPlugin();

afterEach(() => void (refuse.refused = false));

describe('the crypto of the process', () => {
  it('gives the codes of RFC 4226 and RFC 6238', () => {
    const six = { alphabet: 'decimal', digits: 6, algorithm: 'sha1' } as const;
    const codes = hotp.codes.map((_, counter) => hotpCode(utf8(hotp.seed_ascii), six, counter, own));
    expect(codes).toEqual(hotp.codes);
    for (const row of totp.codes) {
      for (const algorithm of algorithms) {
        const eight = { alphabet: 'decimal', digits: 8, algorithm } as const;
        expect(hotpCode(utf8(totp.seed_ascii[algorithm]), eight, stepAt(row.time, 30), own)).toBe(row[algorithm]);
      }
    }
    expect(refuse.asked).toBe(codes.length + totp.codes.length * algorithms.length);
  });

  it('makes the HMAC otplib makes, of any seed, and leaves the seed as it was', () => {
    const bytes = (most: number) => fc.uint8Array({ minLength: 1, maxLength: most });
    fc.assert(
      fc.property(fc.constantFrom(...algorithms), bytes(MAX_SEED), bytes(200), (algorithm, key, data) => {
        const before = key.slice();
        expect([...own.hmac(algorithm, key, data)]).toEqual([...noble.hmac(algorithm, before, data)]);
        expect(key).toEqual(before);
      }),
      { numRuns: process.env.SLOW === '1' ? 5000 : 200 },
    );
  });

  it('gives the same pass', async () => {
    const settings = { alphabet: 'decimal', digits: 6, period: 30, algorithm: 'sha256' } as const;
    const order = { account: 'A'.repeat(22), windows: [{ first_step: 58_000_000, count: 50 }] };
    const pass = (crypto?: NativeCrypto) =>
      makePass(utf8('12345678901234567890'), settings, order, () => Promise.resolve(), crypto);
    expect(await pass(own)).toEqual(await pass());
  });

  it('is otplib’s own where the system refuses', () => {
    refuse.refused = true;
    const { asked } = refuse;
    const [key, data] = [utf8('0123456789'), utf8('counter')];
    expect([...own.hmac('sha1', key, data)]).toEqual([...noble.hmac('sha1', key, data)]);
    expect(refuse.asked).toBe(asked + 1);
  });
});
