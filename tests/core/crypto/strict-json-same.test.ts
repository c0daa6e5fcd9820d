import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromB64, utf8 } from '../../../main/core/bytes.ts';
import { parseStrictJson } from '../../../main/core/strict-json.ts';
import { plainStrictJson } from '../../support/strict-json-oracle.ts';

const RUNS = process.env['SLOW'] === '1' ? 100_000 : 5000;
const KEY = /^[a-z][A-Za-z0-9_]{0,63}$/;
const VECTORS = path.resolve(import.meta.dirname, '../../vectors/latchkey');

/** Asks both readers, with and without a form of keys and at two depths; gives whether the text was taken at all. */
function ask(bytes: Uint8Array): boolean {
  let isTaken = false;
  for (const depth of [16, 2]) {
    for (const form of [undefined, KEY]) {
      const plain = plainStrictJson(bytes, depth, form);
      const scanned = parseStrictJson(bytes, depth, form);
      if (JSON.stringify(scanned) !== JSON.stringify(plain))
        throw new Error(`they differ at depth ${depth} on ${JSON.stringify(Buffer.from(bytes).toString('latin1'))}`);
      isTaken ||= plain !== undefined;
      mustBeBare(scanned);
    }
  }
  return isTaken;
}

function mustBeBare(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== null) throw new Error('an object has a prototype');
  for (const inner of Object.values(value)) mustBeBare(inner);
}

const PIECES = [
  ...['{', '}', '[', ']', ',', ':', '"', '""', '{}', '[]', '{"a":', '"b":', '"a"', '[{"a":1},', '"op":"put",'],
  ...['null', 'true', 'false', 'nul', 'TRUE', 'NaN', 'undefined'],
  ...['0', '-0', '-', '-1', '01', '1.0', '1.5', '.5', '1.', '1e3', '1E3', '1e400', '00', '+1', '7', '42', '-42', '0x1'],
  ...['9007199254740991', '-9007199254740991', '9007199254740992', '-9007199254740992', '9007199254740993', '90071992547409910'],
  ...['99999999999999999999', '1000000000000000', '9999999999999999', '123456789012345678901234567890', '1'.repeat(400)],
  ...['\\"', '\\\\', '\\/', '\\b', '\\f', '\\n', '\\r', '\\t', '\\v', '\\0', '\\x41', '\\', '\\u', '\\u0'],
  ...['\\u0000', '\\u0001', '\\u0007', '\\u0008', '\\u000a', '\\u000b', '\\u000B', '\\u000e', '\\u001f', '\\u001F', '\\u0020'],
  ...['\\u0041', '\\u007f', '\\u00e9', '\\u2028', '\\ud800', '\\uD800', '\\udc00', '\\ud83d\\ude00', '\\U0001'],
  ...[' ', '\t', '\n', '\r', '\f', '\u00a0', '\ufeff', '\u2028', '\u2029', '\u007f', '\u0000', '\u001f'],
  ...['é', 'ß', '€', '😀', '\u0301', '\uffff', '\ud800', '\udc00', 'x', 'xyz', 'longer than a word of four bytes'],
  ...['"__proto__":', '"constructor":', '"prototype":', '"7":', '"007":', '"-7":', '"":', '"Key":', '"a b":', '"é":', '"\\n":'],
];

const odd = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(
      null,
      true,
      false,
      0,
      -0,
      1.5,
      2 ** 53,
      2 ** 53 - 1,
      -(2 ** 53),
      1e21,
      '',
      '\ud800',
      '\udc00x',
      '\u2028',
    ),
    fc.maxSafeInteger(),
    fc.double(),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 8 }),
        fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,6}$/),
        fc.constantFrom('__proto__', 'constructor', 'prototype', '7', '07', '-7', '', 'toString', 'x'.repeat(64), 'x'.repeat(65)),
      ),
      tie('any'),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
})).any;

const edits = fc.array(
  fc.record({
    where: fc.nat(),
    cut: fc.nat({ max: 3 }),
    put: fc.oneof(
      fc.constant(new Uint8Array()),
      fc.constantFrom(...PIECES).map((text) => utf8(text)),
      fc.uint8Array({ minLength: 1, maxLength: 2 }),
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

function edited(bytes: Uint8Array, changes: readonly { where: number; cut: number; put: Uint8Array }[]): Uint8Array {
  let now = bytes;
  for (const { where, cut, put } of changes) {
    const at = where % (now.length + 1);
    now = new Uint8Array([...now.subarray(0, at), ...put, ...now.subarray(at + cut)]);
  }
  return now;
}

/** Every text of the known answers that is, or nearly is, JSON: frames, messages, and whatever else they hold. */
function vectorTexts(): Uint8Array[] {
  const found: Uint8Array[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) {
      found.push(utf8(JSON.stringify(value)));
      for (const inner of Object.values(value)) walk(inner);
    }
    if (typeof value !== 'string') return;
    if (/^[[{"]/.test(value)) found.push(utf8(value));
    if (/^(?:[0-9a-f]{2})+$/.test(value)) found.push(new Uint8Array(Buffer.from(value, 'hex')));
    const bytes = fromB64(value);
    if (bytes !== null) found.push(bytes);
  };
  for (const name of readdirSync(VECTORS).filter((name) => name.endsWith('.json')))
    walk(JSON.parse(readFileSync(path.join(VECTORS, name), 'utf8')));
  return found;
}

/** Asks both of as many texts as a run takes; gives how many of them were strict. */
function check<T>(name: string, arbitrary: fc.Arbitrary<T>, bytesOf: (made: T) => Uint8Array): number {
  let taken = 0;
  fc.assert(
    fc.property(arbitrary, (made) => {
      if (ask(bytesOf(made))) taken++;
    }),
    { numRuns: RUNS },
  );
  console.log(`${name}: ${RUNS} texts, ${taken} of them strict`);
  return taken;
}

describe('the scanner and the plain reader of strict JSON take the same texts', { timeout: 600_000 }, () => {
  it('of what JSON.stringify writes of any value', () => {
    expect(check('written values', odd, (made) => utf8(JSON.stringify(made)))).toBeGreaterThan(RUNS / 10);
  });

  it('of such texts after one to three edits', () => {
    const made = fc.tuple(odd, edits).map(([value, changes]) => edited(utf8(JSON.stringify(value)), changes));
    expect(check('edited texts', made, (bytes) => bytes)).toBeGreaterThan(RUNS / 100);
  });

  it('of pieces in any order', () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 7 });
    expect(check('pieces', pieces, (parts) => utf8(parts.join('')))).toBeGreaterThan(RUNS / 1000);
  });

  it('of pieces inside a text, at every place of a word', () => {
    const inside = fc.tuple(fc.nat({ max: 9 }), fc.array(fc.constantFrom(...PIECES), { maxLength: 3 }), fc.nat({ max: 9 }));
    const text = inside.map(([before, parts, after]) => `["${'x'.repeat(before)}${parts.join('')}${'y'.repeat(after)}"]`);
    expect(check('pieces in texts', text, utf8)).toBeGreaterThan(RUNS / 100);
  });

  it('of a byte of any value at any place of a word, alone and doubled', () => {
    let [texts, taken] = [0, 0];
    for (let byte = 0; byte < 256; byte++) {
      for (let before = 0; before < 5; before++) {
        const lead = Array.from({ length: before }, () => 0x61);
        for (const bytes of [[byte], [byte, byte], [0x5c, byte], [byte, 0x80], [byte, 0x80, 0x80], [byte, 0x9f, 0xbf, 0xbf]]) {
          const inText = ask(new Uint8Array([0x22, ...lead, ...bytes, 0x62, 0x62, 0x62, 0x62, 0x22]));
          const inKey = ask(new Uint8Array([0x7b, 0x22, ...lead, ...bytes, 0x22, 0x3a, 0x31, 0x7d]));
          texts += 2;
          taken += Number(inText) + Number(inKey);
        }
      }
    }
    console.log(`bytes in texts and keys: ${texts}, ${taken} of them strict`);
    expect(taken).toBeGreaterThan(1000);
  });

  it('of every four hexadecimal digits behind \\u', () => {
    const taken: number[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const digits = unit.toString(16).padStart(4, '0');
      if (ask(utf8(`"\\u${digits}"`))) taken.push(unit);
      if (/[a-f]/.test(digits) && unit < 0x100) expect(ask(utf8(`"\\u${digits.toUpperCase()}"`))).toBe(false);
    }
    // The control characters without a short escape, and nothing else.
    expect(taken).toEqual(Array.from({ length: 32 }, (_, unit) => unit).filter((unit) => ![8, 9, 10, 12, 13].includes(unit)));
  });

  it('of the known answers, and of those after edits', () => {
    const texts = vectorTexts();
    let taken = 0;
    for (const bytes of texts) if (ask(bytes)) taken++;
    const samples = texts.filter((bytes) => bytes.length < 4000);
    const changed = fc.tuple(fc.constantFrom(...samples), edits).map(([bytes, changes]) => edited(bytes, changes));
    expect(check('edited known answers', changed, (bytes) => bytes)).toBeGreaterThan(RUNS / 100);
    console.log(`known answers: ${texts.length} texts, ${taken} of them strict`);
    expect(taken).toBeGreaterThan(50);
  });

  it('of many keys in one object, doubled or not, and of keys that share a place in the table', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `"k${i}":${i}`);
    expect(ask(utf8(`{${many.join()}}`))).toBe(true);
    for (const doubled of [0, 1, 63, 64, 65, 1023, 4096, 9999]) expect(ask(utf8(`{${many.join()},"k${doubled}":0}`))).toBe(false);
    // The table has begun anew meanwhile, more than once.
    expect(ask(utf8(`{${many.join()},"fresh":0}`))).toBe(true);
    expect(ask(utf8(`{${many.slice(5000).join()},"fresh":0,"k0":0}`))).toBe(true);
    // Each key is met again inside and behind an object that has it too.
    expect(ask(utf8('[{"a":{"a":{"a":1},"b":2},"b":3},{"a":4}]'))).toBe(true);
    expect(ask(utf8('{"a":{"a":1},"b":{"a":2},"a":3}'))).toBe(false);
    expect(ask(utf8('{"b":[{"a":1},{"a":2,"a":3}]}'))).toBe(false);
  });
});
