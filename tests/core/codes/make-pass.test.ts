import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODES_PER_CHUNK, makePass } from '../../../main/core/codes/make-pass.ts';
import { codeAtStep, MAX_CODES, passCodeCount, passIsSound } from '../../../main/core/codes/pass.ts';
import { stepStart, type TotpSettings, totpCode } from '../../../main/core/codes/totp.ts';

const account = 'Anp0MWfAYDuKUI3PEg8TUw';
const plain: TotpSettings = { alphabet: 'decimal', digits: 6, period: 30, algorithm: 'sha1' };
const seedOf = (fill: number): Uint8Array => new Uint8Array(20).fill(fill);
const go = async (): Promise<void> => undefined;

describe('makePass', () => {
  it('holds the code of every step of every window and is sound', async () => {
    const runs = process.env.SLOW === '1' ? 500 : 40;
    console.log(`makePass: ${runs} random passes`);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 10, maxLength: 64 }),
        fc.constantFrom<TotpSettings>(
          { ...plain, digits: 6 },
          { ...plain, digits: 7, period: 60, algorithm: 'sha256' },
          { ...plain, digits: 8, period: 37, algorithm: 'sha512' },
          { ...plain, alphabet: 'steam', digits: 5 },
        ),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 5 }),
        async (seed, settings, gaps) => {
          let next = 50_000_000;
          const windows = gaps.map(([gap, count]) => {
            const first_step = next + gap;
            next = first_step + count;
            return { first_step, count };
          });
          const pass = await makePass(seed.slice(), settings, { account, windows }, go);
          for (const { first_step, count } of windows) {
            for (let step = first_step; step < first_step + count; step++) {
              expect(codeAtStep(pass, step)).toBe(totpCode(seed, settings, stepStart(step, settings.period)));
            }
          }
          const iat = (windows[0]?.first_step ?? 0) * settings.period;
          expect(passIsSound(pass, { iat, useUntil: iat + 86_400 })).toBe(true);
        },
      ),
      { numRuns: runs },
    );
  });

  it('zeroes the seed after the last code', async () => {
    const seed = seedOf(7);
    await makePass(seed, plain, { account, windows: [{ first_step: 1, count: 3 }] }, go);
    expect(seed).toEqual(seedOf(0));
  });

  it('stops when the pause rejects, and zeroes the seed then too', async () => {
    const seed = seedOf(7);
    const order = { account, windows: [{ first_step: 1, count: 3 * CODES_PER_CHUNK }] };
    const stopped = makePass(seed, plain, order, (done) =>
      done === 2 * CODES_PER_CHUNK ? Promise.reject(new Error('stopped')) : go(),
    );
    await expect(stopped).rejects.toThrow('stopped');
    expect(seed).toEqual(seedOf(0));
  });

  it('refuses no codes and more than a message may hold, and zeroes the seed', async () => {
    for (const windows of [[], [{ first_step: 1, count: MAX_CODES + 1 }]]) {
      const seed = seedOf(7);
      await expect(makePass(seed, plain, { account, windows }, go)).rejects.toThrow(RangeError);
      expect(seed).toEqual(seedOf(0));
    }
  });

  it('makes the largest pass in chunks, telling how far it is', async () => {
    const seen: number[] = [];
    let slowest = 0;
    let since = performance.now();
    const started = since;
    const pass = await makePass(
      seedOf(7),
      plain,
      { account, windows: [{ first_step: 1, count: MAX_CODES }] },
      async (done, total) => {
        slowest = Math.max(slowest, performance.now() - since);
        seen.push(done);
        expect(total).toBe(MAX_CODES);
        await new Promise((resolve) => setImmediate(resolve));
        since = performance.now();
      },
    );
    console.log(`${MAX_CODES} codes: ${Math.round(performance.now() - started)} ms, longest stretch ${slowest.toFixed(1)} ms`);
    expect(passCodeCount(pass)).toBe(MAX_CODES);
    expect(seen).toHaveLength(MAX_CODES / CODES_PER_CHUNK - 1);
    expect(seen.every((done, i) => done === (i + 1) * CODES_PER_CHUNK)).toBe(true);
    expect(codeAtStep(pass, MAX_CODES)).toBe(totpCode(seedOf(7), plain, stepStart(MAX_CODES, 30)));
  });
});
