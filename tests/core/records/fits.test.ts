import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fitsOf } from '../../../main/core/records/fits.ts';
import { FITS, type RecordType, SHAPES } from '../../../main/core/records/shapes.ts';

const RUNS = process.env['SLOW'] === '1' ? 20_000 : 1500;
const ID = 'AAAAAAAAAAAAAAAAAAAAAA';

type Def = z.core.$ZodTypes['_zod']['def'];

const ODD = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    ' ',
    0,
    -0,
    1,
    -1,
    1.5,
    2 ** 53,
    Number.NaN,
    [],
    {},
    [null],
    ID,
    `${ID}A`,
    'sha1',
    'x\u0000',
  ),
  fc
    .constantFrom(1, 21, 22, 32, 33, 43, 44, 64, 65, 120, 121, 254, 255, 274, 275, 500, 501, 2048, 2049, 4000, 4001)
    .map((n) => 'x'.repeat(n)),
  fc.constantFrom(0, 1, 5, 6, 8, 9, 10, 300, 301, 253_402_300_799, 253_402_300_800),
  fc.array(fc.constant(ID), { maxLength: 51 }),
);

/** Data that mostly fits a schema, wrong in places: fields that do not belong, left out, out of bounds, of another kind. */
function near(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 80, arbitrary: fitting(schema) }, { weight: 1, arbitrary: ODD });
}

function fitting(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const def: Def = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case 'object':
      return fc
        .tuple(record(def.shape), fc.integer({ min: 0, max: 60 }))
        .map(([data, odd]) => (odd === 0 ? { ...data, other: 1 } : data));
    case 'array':
      return fc.array(near(def.element), { maxLength: 3 });
    case 'optional':
      return near(def.innerType);
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'number':
      return among([0, 1, 6, 8, 10, 30, 1_800_000_000], schema);
    default:
      return among([ID, 'other', '2026-11', 'x'.repeat(43), 'x'.repeat(64), ''], schema);
  }
}

function among(values: readonly unknown[], schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  return fc.constantFrom(...values.filter((value) => z.safeParse(schema, value).success));
}

function record(shape: Readonly<Record<string, z.core.$ZodType>>): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, near(schema)]));
  const needed = Object.keys(shape).filter((key) => shape[key]?._zod.optin === undefined);
  return fc.oneof(
    { weight: 20, arbitrary: fc.record(fields, { requiredKeys: needed }) },
    { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
  );
}

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
