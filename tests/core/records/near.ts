import fc from 'fast-check';
import { z } from 'zod';

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
  fc.constantFrom(1, 2, 16, 17, 32, 60, 61, 64, 65, 120, 121, 254, 255).map((n) => '😀'.repeat(n)),
  fc.constantFrom('é', 'a\\b', '"', '\n', '\u0001'.repeat(43), `${ID.slice(1)}é`),
  fc.constantFrom(0, 1, 5, 6, 8, 9, 10, 300, 301, 253_402_300_799, 253_402_300_800),
  fc.array(fc.constant(ID), { maxLength: 51 }),
);

/** Data that mostly fits a schema, wrong in places: fields that do not belong, left out, out of bounds, of another kind. */
export function near(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
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
