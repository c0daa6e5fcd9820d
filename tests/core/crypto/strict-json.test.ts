import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../main/core/bytes.ts';
import { parseStrictJson } from '../../../main/core/strict-json.ts';

const RUNS = process.env['SLOW'] === '1' ? 20_000 : 500;
const parse = (text: string, depth = 16): unknown => parseStrictJson(utf8(text), depth);

// What the format can carry: no fractions, no lone surrogates, no key that touches a prototype or changes order.
const key = fc
  .string({ unit: 'grapheme', maxLength: 8 })
  .filter((text) => !/^(?:__proto__|constructor|prototype|[0-9]+)$/.test(text));
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((n) => n + 0),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(key, tie('any'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).any;

describe('strict JSON', () => {
  it('reads back whatever JSON.stringify writes of allowed values', () => {
    fc.assert(
      fc.property(value, (made) => {
        const text = JSON.stringify(made);
        expect(JSON.stringify(parse(text, 64))).toBe(text);
      }),
      { numRuns: RUNS },
    );
    console.log(`strict JSON round trips: ${RUNS}`);
  });

  it('accepts an edited text only when it is the one spelling of its value', () => {
    let accepted = 0;
    fc.assert(
      fc.property(value, fc.nat(), fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 1), (made, where, byte, cut) => {
        const bytes = utf8(JSON.stringify(made));
        const at = where % bytes.length;
        const edited = new Uint8Array([...bytes.subarray(0, at), byte, ...bytes.subarray(at + cut)]);
        if (parseStrictJson(edited, 64) === undefined) return;
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(edited);
        expect(JSON.stringify(JSON.parse(text))).toBe(text);
        accepted++;
      }),
      { numRuns: RUNS },
    );
    console.log(`strict JSON edits: ${RUNS}, ${accepted} of them another right spelling`);
  });

  it.each([
    ['white space', '{"a": 1}'],
    ['a line feed at the end', '[]\n'],
    ['a byte order mark', '\ufeff[]'],
    ['a doubled key', '{"a":1,"a":2}'],
    ['a needless escape', '"\\u0061"'],
    ['an escaped slash', '"a\\/b"'],
    ['upper case in an escape', '"\\u001F"'],
    ['minus zero', '[-0]'],
    ['a fraction', '[1.5]'],
    ['a trailing zero', '[1.0]'],
    ['an exponent', '[1e3]'],
    ['an integer above 2^53 - 1', '[9007199254740992]'],
    ['a huge number', '[1e+21]'],
    ['NaN', '[NaN]'],
    ['a lone surrogate', '"\\ud800"'],
    ['a lone surrogate in a key', '{"\\udc00":1}'],
    ['__proto__', '{"__proto__":{"a":1}}'],
    ['__proto__ inside a list', '[[{"a":{"__proto__":1}}]]'],
    ['constructor', '{"constructor":1}'],
    ['prototype', '{"prototype":1}'],
    ['a key of digits', '{"7":1}'],
    ['nothing', ''],
    ['two values', '1 2'],
    ['a trailing comma', '[1,]'],
  ])('refuses %s', (_what, text) => {
    expect(parse(text)).toBeUndefined();
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  it('refuses bytes that are not UTF-8', () => {
    for (const bad of [
      [0x22, 0xff, 0x22],
      [0x22, 0xc0, 0x80, 0x22],
      [0x22, 0xed, 0xa0, 0x80, 0x22],
      [0x22, 0xe2, 0x82, 0x22],
    ]) {
      expect(parseStrictJson(new Uint8Array(bad), 4)).toBeUndefined();
    }
  });

  it('counts depth from the outermost list or object, as 1', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(parse(nested(16), 16)).toBeDefined();
    expect(parse(nested(17), 16)).toBeUndefined();
    expect(parse('7', 0)).toBe(7);
    expect(parse(nested(100_000), 16)).toBeUndefined();
    expect(parse('{"a":[{"b":1}]}', 3)).toBeDefined();
    expect(parse('{"a":[{"b":1}]}', 2)).toBeUndefined();
  });

  it('gives objects without a prototype and keeps the order of keys', () => {
    const made = parse('{"z":1,"a":{"toString":2}}') as Record<string, object>;
    expect(Object.getPrototypeOf(made)).toBeNull();
    expect(Object.getPrototypeOf(made['a'])).toBeNull();
    expect(Object.keys(made)).toEqual(['z', 'a']);
  });

  it('holds keys to a form when one is given', () => {
    expect(parseStrictJson(utf8('{"aB_1":{"c":1}}'), 4, /^[a-z]\w*$/)).toBeDefined();
    expect(parseStrictJson(utf8('{"ok":{"Not":1}}'), 4, /^[a-z]\w*$/)).toBeUndefined();
    expect(parseStrictJson(utf8('{"constructor":1}'), 4, /^[a-z]\w*$/)).toBeUndefined();
  });

  it('reads ten megabytes of text in one string', () => {
    const text = JSON.stringify('x'.repeat(10 * 2 ** 20));
    expect(parse(text)).toHaveLength(10 * 2 ** 20);
  });
});
