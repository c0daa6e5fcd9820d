import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  b64,
  b64u,
  concat,
  fromB64,
  fromB64u,
  fromUtf8,
  le,
  readLe,
  sameBytes,
  utf8,
  utf8Length,
} from '../../../main/core/bytes.ts';

const RUNS = process.env['SLOW'] === '1' ? 20_000 : 500;
const bytes = fc.uint8Array({ maxLength: 100 }).map((made) => new Uint8Array(made));

describe('bytes', () => {
  it('spells and reads base64 as Node does', () => {
    fc.assert(
      fc.property(bytes, (made) => {
        expect(b64(made)).toBe(Buffer.from(made).toString('base64'));
        expect(b64u(made)).toBe(Buffer.from(made).toString('base64url'));
        expect(fromB64(b64(made))).toEqual(made);
        expect(fromB64u(b64u(made))).toEqual(made);
      }),
      { numRuns: RUNS },
    );
    console.log(`base64 round trips: ${RUNS}`);
  });

  it('accepts one spelling only', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ABQgwxyz0189+/-_=\n ') }), (text) => {
        const padded = fromB64(text);
        if (padded !== null) expect(b64(padded)).toBe(text);
        const bare = fromB64u(text);
        if (bare !== null) expect(b64u(bare)).toBe(text);
      }),
      { numRuns: RUNS },
    );
    for (const bad of ['A', 'AB', 'AA=', 'AA', 'A===', '====', 'AA==AA==', 'AAA=A', 'AA ==']) expect(fromB64(bad)).toBeNull();
    for (const bad of ['A', 'AB', 'AA==', 'A+', 'AA\n', 'é\u00e9AA']) expect(fromB64u(bad)).toBeNull();
  });

  it('reads the numbers it writes, and refuses what does not fit', () => {
    for (const size of [1, 2, 4, 8] as const) {
      const most = Math.min(2 ** (8 * size) - 1, Number.MAX_SAFE_INTEGER);
      for (const value of [0, 1, 255, most].filter((value) => value <= most)) {
        expect(size === 8 ? readLe(le(value, 8), 0, 8) : readLe(le(value, size), 0, size)).toBe(value);
      }
      for (const bad of [-1, 0.5, Number.NaN, most + 1]) expect(() => le(bad, size)).toThrow(RangeError);
    }
    expect(readLe(new Uint8Array([0, 0, 0, 0, 0, 0, 0x20, 0]), 0, 8)).toBeNull();
    expect(readLe(new Uint8Array(8).fill(255), 0, 8)).toBeNull();
    expect(() => readLe(new Uint8Array(3), 0, 4)).toThrow(RangeError);
    expect(() => readLe(new Uint8Array(3), -1, 1)).toThrow(RangeError);
  });

  it('counts the bytes of a text without making them, lone surrogates among it', () => {
    const units = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd7fe, max: 0xe001 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(units, (made) => {
        const text = String.fromCharCode(...made);
        expect(utf8Length(text)).toBe(utf8(text).length);
      }),
      { numRuns: RUNS },
    );
  });

  it('reads UTF-8 strictly and joins in order', () => {
    expect(fromUtf8(utf8('\ufeffé日🔑'))).toBe('\ufeffé日🔑');
    expect(fromUtf8(new Uint8Array([0xff]))).toBeNull();
    expect(concat(utf8('a'), new Uint8Array(), utf8('bc'))).toEqual(utf8('abc'));
    expect(sameBytes(utf8('abc'), utf8('abc'))).toBe(true);
    expect(sameBytes(utf8('abc'), utf8('abd'))).toBe(false);
    expect(sameBytes(utf8('abc'), utf8('ab'))).toBe(false);
  });
});
