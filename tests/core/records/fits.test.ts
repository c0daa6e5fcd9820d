import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fitsOf } from '../../../main/core/records/fits.ts';
import { FITS, type RecordType, SHAPES } from '../../../main/core/records/shapes.ts';
import { near } from './near.ts';

const RUNS = process.env['SLOW'] === '1' ? 20_000 : 1500;
describe('a test made of a record shape', () => {
  it.each(Object.keys(SHAPES) as RecordType[])('answers as the shape itself does: %s', (type) => {
    let fit = 0;
    fc.assert(
      fc.property(near(SHAPES[type]), (data) => {
        const { success } = SHAPES[type].safeParse(data);
        fit += success ? 1 : 0;
        // As read from a file: without a prototype.
        const bare =
          typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.assign(Object.create(null), data) : data;
        expect([FITS[type](data), FITS[type](bare)]).toEqual([success, success]);
      }),
      { numRuns: RUNS },
    );
    console.log(`${type}: ${RUNS} records, ${fit} of them fit`);
    expect(fit).toBeGreaterThan(RUNS / 20);
    expect(fit).toBeLessThan(RUNS);
  });

  it('refuses a key that is there with no value', () => {
    const data = { name: 'x', colour: 1, archived: false, notes: undefined };
    expect([FITS.client(data), SHAPES.client.safeParse(data).success]).toEqual([false, false]);
  });

  it('is not made of what it does not know', () => {
    const strange = [
      z.any(),
      z.looseObject({}),
      z.object({}),
      z.string().optional(),
      z.number(),
      z.string().trim(),
      z.string().regex(/a/g),
    ];
    for (const schema of [
      ...strange,
      z
        .string()
        .min(1)
        .refine(() => true),
      z.int().gt(1),
      z.int().multipleOf(2),
      z.email(),
      z.coerce.string(),
      z.array(z.null()),
    ])
      expect(() => fitsOf(schema)).toThrow(TypeError);
  });
});
