import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createGuardrails, generateSync } from 'otplib';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../main/core/bytes.ts';
import { hotpCode, type OtpAlgorithm } from '../../../main/core/codes/hotp.ts';
import type { CodePass } from '../../../main/core/codes/pass.ts';
import { stepAt, stepStart, totpCode } from '../../../main/core/codes/totp.ts';

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../../vectors/${name}`, import.meta.url), 'utf8')) as T;

const algorithms = ['sha1', 'sha256', 'sha512'] as const;
const hotp = read<{ readonly seed_ascii: string; readonly codes: readonly string[] }>('rfc/rfc4226-hotp.json');
const totp = read<{
  readonly seed_ascii: Readonly<Record<OtpAlgorithm, string>>;
  readonly codes: readonly ({ readonly time: number } & Readonly<Record<OtpAlgorithm, string>>)[];
}>('rfc/rfc6238-totp.json');
const passes = read<{
  readonly passes: readonly {
    readonly name: string;
    readonly seed_hex: string;
    readonly algorithm: string;
    readonly pass: CodePass;
    readonly codes: readonly string[];
  }[];
}>('latchkey/pass.json').passes;

describe('published vectors', () => {
  console.log(`RFC 4226: ${hotp.codes.length} codes; RFC 6238: ${totp.codes.length * algorithms.length} codes`);

  it.each(hotp.codes.map((code, counter) => ({ code, counter })))('RFC 4226: counter $counter gives $code', ({ code, counter }) => {
    const settings = { alphabet: 'decimal', digits: 6, algorithm: 'sha1' } as const;
    expect(hotpCode(utf8(hotp.seed_ascii), settings, counter)).toBe(code);
  });

  it.each(totp.codes)('RFC 6238: the three codes of $time', (row) => {
    for (const algorithm of algorithms) {
      const settings = { alphabet: 'decimal', digits: 8, period: 30, algorithm } as const;
      expect(totpCode(utf8(totp.seed_ascii[algorithm]), settings, row.time)).toBe(row[algorithm]);
    }
  });
});

describe('codes of pass.json', () => {
  it.each(passes)('$name', ({ seed_hex, algorithm, pass, codes }) => {
    const settings = { ...pass, algorithm: algorithm.toLowerCase() as OtpAlgorithm };
    const seed = Buffer.from(seed_hex, 'hex');
    const steps = pass.windows.flatMap((w) => Array.from({ length: w.count }, (_, i) => w.first_step + i));
    expect(steps.map((step) => totpCode(seed, settings, stepStart(step, pass.period)))).toEqual(codes);
  });
});

describe('totpCode', () => {
  const runs = process.env.SLOW === '1' ? 5_000 : 300;

  it("agrees with otplib's own time arithmetic for 6 to 8 digits, any period and any seed length", () => {
    const guardrails = createGuardrails({ MIN_SECRET_BYTES: 1, MAX_SECRET_BYTES: 128 });
    console.log(`totpCode against otplib: ${runs} runs`);
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 128 }),
        fc.constantFrom(...algorithms),
        fc.constantFrom(6, 7, 8),
        fc.integer({ min: 10, max: 300 }),
        fc.integer({ min: 0, max: 253_402_300_799 }),
        (secret, algorithm, digits, period, epoch) => {
          const theirs = generateSync({
            strategy: 'totp',
            secret,
            algorithm,
            digits: digits as 6 | 7 | 8,
            period,
            epoch,
            guardrails,
          });
          expect(totpCode(secret, { alphabet: 'decimal', algorithm, digits, period }, epoch)).toBe(theirs);
        },
      ),
      { numRuns: runs },
    );
  });

  it('keeps one code for a whole step and not a second longer', () => {
    const settings = { alphabet: 'decimal', digits: 8, period: 30, algorithm: 'sha1' } as const;
    const seed = utf8(hotp.seed_ascii);
    expect(totpCode(seed, settings, 30)).toBe(totpCode(seed, settings, 59));
    expect(totpCode(seed, settings, 59.999)).toBe('94287082');
    expect(totpCode(seed, settings, 60)).not.toBe('94287082');
    expect([stepAt(59, 30), stepAt(60, 30), stepStart(2, 30)]).toEqual([1, 2, 60]);
  });

  it('throws for a seed that is empty or above 128 bytes, and for a time before 1970', () => {
    const settings = { alphabet: 'decimal', digits: 6, period: 30, algorithm: 'sha1' } as const;
    expect(() => totpCode(new Uint8Array(0), settings, 59)).toThrow();
    expect(() => totpCode(new Uint8Array(129), settings, 59)).toThrow();
    expect(() => totpCode(new Uint8Array(20), settings, -1)).toThrow();
  });
});
