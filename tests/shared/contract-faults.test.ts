import { expect, it } from 'vitest';
import { z } from 'zod';
import { brokenParams } from '../support/contract-faults.ts';
import { randomFrom } from '../support/from-contract.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const name = z
  .string()
  .min(1)
  .max(64)
  .refine((value) => value.isWellFormed());
const good = { id, name, size: z.int().min(0).max(9), kind: z.enum(['one', 'two']), tags: z.array(name).max(3) };

const taken = (shape: z.ZodType): string[] => [
  ...new Set(
    brokenParams(shape, 400, randomFrom(7))
      .filter(({ text }) => shape.safeParse(JSON.parse(text)).success)
      .map(({ fault }) => fault),
  ),
];

it('makes nothing that a tight shape takes', () => {
  expect(taken(z.strictObject(good))).toEqual([]);
});

// What the calls of a contract may be too loose in, and the fault that shows it.
it.each<readonly [string, z.ZodType, string]>([
  ['takes keys it does not know', z.object(good), 'extra key'],
  ['takes them further in', z.strictObject({ ...good, in: z.object({ id }) }), 'extra key'],
  ['takes a text without end', z.strictObject({ ...good, name: z.string().min(1) }), 'over the bound'],
  ['takes a list without end', z.strictObject({ ...good, tags: z.array(name) }), 'over the bound'],
  ['takes a number for a text', z.strictObject({ ...good, name: z.coerce.string().max(64) }), 'wrong type'],
  ['takes half a surrogate pair', z.strictObject({ ...good, name: z.string().min(1).max(64) }), 'half a surrogate'],
  [
    'takes a part of a match',
    z.strictObject({
      ...good,
      id: z
        .string()
        .regex(/[A-Za-z0-9_-]{22}/)
        .max(40),
    }),
    'no such value',
  ],
])('shows a shape that %s', (_, shape, fault) => {
  expect(taken(shape)).toContain(fault);
});

it('has nothing for a shape that takes anything', () => {
  expect(() => taken(z.strictObject({ id, more: z.unknown() }))).toThrow('no contract has');
});
