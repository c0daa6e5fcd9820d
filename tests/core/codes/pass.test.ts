import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { b64u, fromB64u } from '../../../main/core/bytes.ts';
import { type CodeShape, codeLimit, codeText, codeValue } from '../../../main/core/codes/code-shape.ts';
import {
  CodePacker,
  type CodePass,
  codeAtStep,
  MAX_CODES,
  packCodes,
  packedLength,
  passCodeCount,
  passIsSound,
  unpackCodes,
} from '../../../main/core/codes/pass.ts';

interface Vector {
  readonly name: string;
  readonly iat: number;
  readonly pass: CodePass;
  readonly packed_hex: string;
  readonly codes: readonly string[];
}

const file = JSON.parse(readFileSync(new URL('../../vectors/latchkey/pass.json', import.meta.url), 'utf8')) as {
  readonly steam_alphabet: string;
  readonly passes: readonly Vector[];
};
const decimal = (digits: number): CodeShape => ({ alphabet: 'decimal', digits });
const steam: CodeShape = { alphabet: 'steam', digits: 5 };
const values = (codes: readonly string[], shape: CodeShape): number[] => codes.map((code) => codeValue(code, shape) ?? -1);
const hex = (text: string): string => Buffer.from(fromB64u(text) ?? []).toString('hex');
const steps = (pass: CodePass): number[] =>
  pass.windows.flatMap((w) => Array.from({ length: w.count }, (_, i) => w.first_step + i));

describe('code passes of pass.json', () => {
  console.log(`pass.json: ${file.passes.length} passes`);

  it.each(file.passes)('$name: packs, unpacks and is sound', ({ pass, codes, iat, packed_hex }) => {
    expect(packCodes(values(codes, pass), pass)).toBe(pass.codes);
    expect(hex(pass.codes)).toBe(packed_hex);
    expect(unpackCodes(pass)).toEqual(codes);
    expect(steps(pass).map((step) => codeAtStep(pass, step))).toEqual(codes);
    expect(passCodeCount(pass)).toBe(codes.length);
    expect(passIsSound(pass, { iat, useUntil: iat + 31 * 86_400 })).toBe(true);
  });
});

describe('worked bytes', () => {
  it.each([
    { codes: ['492039', '000007', '999999'], shape: decimal(6), bytes: '7820700007f423f0' },
    { codes: ['94287082', '07081804'], shape: decimal(8), bytes: 'b3d69d41b03d30' },
    { codes: ['PV9M4'], shape: steam, bytes: '837dae' },
  ])('$codes pack to $bytes', ({ codes, shape, bytes }) => {
    expect(hex(packCodes(values(codes, shape), shape))).toBe(bytes);
  });

  it('reads PV9M4 as 8617390', () => {
    expect(codeValue('PV9M4', steam)).toBe(8_617_390);
    expect(codeText(8_617_390, steam)).toBe('PV9M4');
  });
});

const anyShape = fc.constantFrom(decimal(4), decimal(5), decimal(6), decimal(7), decimal(8), steam);

const anyPass = fc
  .record({
    shape: anyShape,
    period: fc.integer({ min: 10, max: 300 }),
    start: fc.integer({ min: 0, max: 2 ** 31 }),
    spans: fc.array(fc.record({ gap: fc.integer({ min: 0, max: 50 }), count: fc.integer({ min: 1, max: 40 }) }), {
      minLength: 1,
      maxLength: 6,
    }),
    seed: fc.infiniteStream(fc.nat()),
  })
  .map(({ shape, period, start, spans, seed }): CodePass => {
    let next = start;
    const windows = spans.map(({ gap, count }) => {
      const first_step = next + gap;
      next = first_step + count;
      return { first_step, count };
    });
    const drawn = Array.from({ length: passCodeCount({ windows }) }, () => Number(seed.next().value) % codeLimit(shape));
    return { account: 'AAAAAAAAAAAAAAAAAAAAAA', ...shape, period, windows, codes: packCodes(drawn, shape) };
  });

describe('codeAtStep', () => {
  const runs = process.env.SLOW === '1' ? 5_000 : 300;

  it('agrees with unpacking inside the windows and gives null everywhere else', () => {
    console.log(`codeAtStep: ${runs} random passes`);
    fc.assert(
      fc.property(anyPass, (pass) => {
        const inside = steps(pass);
        const codes = unpackCodes(pass);
        expect(inside.map((step) => codeAtStep(pass, step))).toEqual(codes);
        const first = inside[0] ?? 0;
        for (let step = first - 60; step < (inside.at(-1) ?? 0) + 60; step++) {
          if (!inside.includes(step)) expect(codeAtStep(pass, step)).toBeNull();
        }
      }),
      { numRuns: runs },
    );
  });

  it('gives null where the packed text is cut or not base64url', () => {
    const pass = file.passes[1]?.pass as CodePass;
    expect(codeAtStep({ ...pass, codes: pass.codes.slice(0, 2) }, 37_037_036)).toBeNull();
    expect(codeAtStep({ ...pass, codes: pass.codes.replace('E', '+') }, 37_037_036)).toBeNull();
    expect(unpackCodes({ ...pass, codes: pass.codes.slice(0, -1) })).toBeNull();
  });
});

describe('CodePacker', () => {
  it('refuses a value the shape does not have and more codes than announced', () => {
    const packer = new CodePacker(decimal(6), 1);
    for (const value of [-1, 1_000_000, 0.5, Number.NaN]) expect(() => packer.add(value)).toThrow(RangeError);
    packer.add(999_999);
    expect(() => packer.add(1)).toThrow(RangeError);
  });
});

describe('passIsSound', () => {
  const period = 30;
  const first = 60_000_000;
  const iat = first * period;
  const limits = { iat, useUntil: iat + 86_400 };
  const make = (windows: CodePass['windows'], shape = decimal(6)): CodePass => {
    const count = Math.min(passCodeCount({ windows }), MAX_CODES + 1);
    return { account: 'AAAAAAAAAAAAAAAAAAAAAA', ...shape, period, windows, codes: packCodes(Array(count).fill(7), shape) };
  };
  const good = make([
    { first_step: first, count: 3 },
    { first_step: first + 3, count: 2 },
  ]);

  it('accepts windows that touch', () => expect(passIsSound(good, limits)).toBe(true));

  it.each([
    ['a Steam pass of six digits', { ...good, alphabet: 'steam', digits: 6 }],
    ['three digits', { ...good, digits: 3 }],
    ['nine digits', { ...good, digits: 9 }],
    ['a period of 9 s', { ...good, period: 9 }],
    ['a period of 301 s', { ...good, period: 301 }],
    ['a period that is no whole number', { ...good, period: 30.5 }],
    ['no windows', { ...good, windows: [], codes: '' }],
    ['an empty window', make([{ first_step: first, count: 0 }])],
    ['a negative first step', { ...good, windows: [{ first_step: -1, count: 5 }] }],
    ['windows that overlap', { ...good, windows: [good.windows[0], { first_step: first + 2, count: 2 }] }],
    ['windows out of order', { ...good, windows: [...good.windows].reverse() }],
    ['too many windows', make(Array.from({ length: 257 }, (_, i) => ({ first_step: first + i, count: 1 })))],
    ['a text one character short', { ...good, codes: good.codes.slice(0, -1) }],
    ['a text one byte long', { ...good, codes: b64u(new Uint8Array([...(fromB64u(good.codes) ?? []), 0])) }],
    ['a foreign character', { ...good, codes: good.codes.replace('A', '*') }],
  ] as [string, CodePass][])('refuses %s', (_, pass) => expect(passIsSound(pass, limits)).toBe(false));

  it('refuses a first step that ended by iat, and accepts one still running', () => {
    expect(passIsSound(make([{ first_step: first - 1, count: 3 }]), limits)).toBe(false);
    expect(passIsSound(make([{ first_step: first - 1, count: 3 }]), { ...limits, iat: iat - 1 })).toBe(true);
  });

  it('refuses a last step after use_until, and accepts one that starts at it', () => {
    expect(passIsSound(good, { iat, useUntil: iat + 4 * period })).toBe(true);
    expect(passIsSound(good, { iat, useUntil: iat + 4 * period - 1 })).toBe(false);
  });

  it('refuses a last step that starts 31 days after iat', () => {
    const reach = (31 * 86_400) / period;
    const useUntil = iat + 40 * 86_400;
    expect(passIsSound(make([{ first_step: first + reach - 1, count: 1 }]), { iat, useUntil })).toBe(true);
    expect(passIsSound(make([{ first_step: first + reach, count: 1 }]), { iat, useUntil })).toBe(false);
  });

  it('refuses more codes than a message may hold', () => {
    const windows = [
      { first_step: first, count: 80_000 },
      { first_step: first + 80_000, count: 12_001 },
    ];
    const quick = { ...make(windows), period: 10 };
    const now = { iat: first * 10, useUntil: first * 10 + 31 * 86_400 };
    expect(passIsSound(quick, now)).toBe(false);
    const most = { ...make([{ first_step: first, count: MAX_CODES }]), period: 10 };
    expect(passIsSound(most, now)).toBe(true);
  });

  it('refuses a value too large and any spare bit that is set', () => {
    const bytes = (...list: number[]): string => b64u(new Uint8Array(list));
    const one = (codes: string): CodePass => ({ ...make([{ first_step: first, count: 1 }]), codes });
    expect(passIsSound(one(bytes(0xf4, 0x23, 0xf0)), limits)).toBe(true);
    expect(passIsSound(one(bytes(0xf4, 0x24, 0x00)), limits)).toBe(false);
    for (const bit of [1, 2, 4, 8]) expect(passIsSound(one(bytes(0xf4, 0x23, 0xf0 | bit)), limits)).toBe(false);
    const two = make([{ first_step: first, count: 1 }], decimal(8));
    expect(two.codes).toHaveLength(6);
    expect(passIsSound(two, limits)).toBe(true);
    expect(passIsSound({ ...two, codes: `${two.codes.slice(0, -1)}B` }, limits)).toBe(false);
  });

  it('keeps packed length exact for every shape', () => {
    expect([4, 5, 6, 7, 8].map((digits) => packedLength(decimal(digits), 3))).toEqual([8, 8, 8, 9, 11]);
    expect(packedLength(steam, 3)).toBe(9);
  });
});
