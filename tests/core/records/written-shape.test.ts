import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { utf8 } from '../../../main/core/bytes.ts';
import { accountHead, entryOf } from '../../../main/core/records/entries.ts';
import { fitsOf } from '../../../main/core/records/fits.ts';
import { ACCOUNT_HEAD, FITS, type RecordType, SHAPES } from '../../../main/core/records/shapes.ts';
import { WrittenShape } from '../../../main/core/records/written-shape.ts';
import { contentBytes, opText, parseContent, type RecordData } from '../../../main/core/vault/operations.ts';
import { StatedRecord } from '../../../main/core/vault/record.ts';
import { near } from './near.ts';

const RUNS = process.env['SLOW'] === '1' ? 20_000 : 1500;
const ID = 'AAAAAAAAAAAAAAAAAAAAAA';

/** A record as a frame gives it, behind another one; null for what no frame can hold. */
function stated(type: string, data: unknown): StatedRecord | null {
  const first = opText({ op: 'put', id: ID, type: 'audit', v: 1, data: { n: 1 } });
  const second = opText({ op: 'put', id: ID, type, v: 1, data: data as RecordData });
  const op = parseContent(contentBytes([first, second]))?.ops[1];
  return op instanceof StatedRecord ? op : null;
}

describe('a shape tested as it is written', { timeout: 600_000 }, () => {
  it.each(Object.keys(SHAPES) as RecordType[])('answers as the shape does of the data made: %s', (type) => {
    const shape = new WrittenShape(SHAPES[type]);
    let [read, fit] = [0, 0];
    fc.assert(
      fc.property(near(SHAPES[type]), (data) => {
        const record = stated(type, data);
        if (record === null) return;
        const isFit = FITS[type](record.data);
        expect(shape.fits(record)).toBe(isFit);
        expect(entryOf(record)?.data ?? null).toBe(isFit ? record.data : null);
        read += 1;
        fit += isFit ? 1 : 0;
      }),
      { numRuns: RUNS },
    );
    console.log(`${type}: ${read} of ${RUNS} records can be written, ${fit} of them fit`);
    expect(fit).toBeGreaterThan(RUNS / 20);
    expect(fit).toBeLessThan(read);
  });

  it('answers so in any order of keys', () => {
    fc.assert(
      fc.property(near(SHAPES.account), fc.integer({ min: 0, max: 1000 }), (data, by) => {
        const entries = typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.entries(data) : [];
        const turned = Object.fromEntries([
          ...entries.slice(by % (entries.length + 1)),
          ...entries.slice(0, by % (entries.length + 1)),
        ]);
        const record = stated('account', turned);
        if (record !== null) expect(new WrittenShape(SHAPES.account).fits(record)).toBe(FITS.account(record.data));
      }),
      { numRuns: RUNS },
    );
  });

  it.each([
    ['a', 1, 3],
    ['é', 1, 1],
    ['ééé', 1, 3],
    ['éééé', 1, 3],
    ['😀', 1, 1],
    ['😀', 1, 2],
    ['"\\\n', 1, 3],
    ['"\\\n', 1, 2],
    ['\u0000', 1, 1],
    ['\u0000\u001f', 1, 1],
    ['\\u00e9', 1, 6],
    ['', 0, 0],
    ['', 1, 3],
    ['\\', 1, 1],
    ['a\\', 1, 2],
    ['\\"', 2, 2],
    ['😀', 2, 5],
    ['😀a', 3, 9],
    ['😀a', 2, 2],
    ['😀😀😀', 4, 4],
    ['😀😀😀', 3, 3],
  ])('counts %j as the schema does, between %d and %d', (text, least, most) => {
    const record = stated('note', { text, other: 1 });
    const schema = z.strictObject({ text: z.string().min(least).max(most), other: z.int() });
    expect(record).not.toBeNull();
    const { success } = schema.safeParse({ text, other: 1 });
    expect(record && [new WrittenShape(schema).fits(record), fitsOf(schema)(record.data)]).toEqual([success, success]);
  });

  it.each([0, 1, -1, 5, 6, -5, -6, 2 ** 53 - 1, 1 - 2 ** 53])('holds %d to bounds', (n) => {
    const record = stated('note', { n, m: [n] });
    for (const bound of [z.int(), z.int().min(-5).max(5), z.int().min(6), z.int().max(-6)]) {
      const schema = z.strictObject({ n: bound, m: z.array(bound).min(1).max(1) });
      expect(record && new WrittenShape(schema).fits(record)).toBe(schema.safeParse({ n, m: [n] }).success);
    }
  });

  it('holds lists to their lengths', () => {
    for (const [least, most] of [
      [0, 0],
      [0, 2],
      [1, 1],
      [2, 4],
      [3, 3],
    ] as const) {
      const schema = z.strictObject({ list: z.array(z.int()).min(least).max(most), other: z.boolean() });
      const shape = new WrittenShape(schema);
      for (let length = 0; length < 7; length++) {
        const record = stated('note', { list: Array.from({ length }, (_, n) => n), other: false });
        expect(record && [length, shape.fits(record)]).toEqual([length, length >= least && length <= most]);
      }
    }
  });

  it('holds texts to a pattern, also those with escapes and beyond ASCII', () => {
    const schema = z.strictObject({ a: z.string().regex(/^[aé"]+$/), b: z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/) });
    const shape = new WrittenShape(schema);
    for (const a of ['a', 'aé', 'a"', 'b', '', 'é', '"', 'aaaaaaaaaaaa', 'aaaaaaaaaaab']) {
      for (const b of [ID, `${ID}A`, ID.slice(1), `${ID.slice(1)}B`, `${ID.slice(1)}é`, `${ID.slice(1)}"`, `"${ID.slice(1)}`, '']) {
        const record = stated('note', { a, b });
        expect(record && shape.fits(record)).toBe(schema.safeParse({ a, b }).success);
      }
    }
  });

  it('reads the head of an account out of what is written', () => {
    let heads = 0;
    const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(near(SHAPES.account), texts, (data, title) => {
        const record = stated('account', { ...(data as object), title });
        const entry = record && entryOf(record);
        if (entry === null) return;
        const made = entry.data as unknown as Record<string, unknown>;
        const expected = Object.fromEntries(ACCOUNT_HEAD.flatMap((key) => (Object.hasOwn(made, key) ? [[key, made[key]]] : [])));
        expect({ ...accountHead(entry as never) }).toEqual(expected);
        heads += 1;
      }),
      { numRuns: RUNS },
    );
    console.log(`heads of accounts: ${heads}`);
    expect(heads).toBeGreaterThan(RUNS / 10);
  });

  it('reads no head but texts and numbers', () => {
    expect(() => new WrittenShape(SHAPES.account, ['tags'])).toThrow(TypeError);
    expect(() => new WrittenShape(SHAPES.account, ['nothing'])).toThrow(TypeError);
    expect(() => new WrittenShape(z.strictObject({ n: z.int() }), ['n'])).toThrow(TypeError);
    expect(() => new WrittenShape(z.string())).toThrow(TypeError);
    expect(() => new WrittenShape(z.strictObject({ a: z.enum({ x: 1 } as never) }))).toThrow(TypeError);
  });

  it('gives an entry to a record that holds its data too, and none to other types and versions', () => {
    const data = { name: 'x', colour: 1, archived: false };
    expect(entryOf({ id: ID, type: 'client', v: 1, data })?.data).toBe(data);
    expect(entryOf({ id: ID, type: 'client', v: 1, data: { name: 'x' } })).toBeNull();
    expect(entryOf({ id: ID, type: 'client', v: 2, data })).toBeNull();
    expect(entryOf({ id: ID, type: 'toString', v: 1, data })).toBeNull();
    const op = parseContent(utf8(`[{"op":"put","id":"${ID}","type":"client","v":2,"data":${JSON.stringify(data)}}]`))?.ops[0];
    expect(op instanceof StatedRecord && entryOf(op)).toBeNull();
  });
});
