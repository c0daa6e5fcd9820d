import { z } from 'zod';
import { call } from '../../contract.ts';
import { SYMBOLS } from '../../password-symbols.ts';
import { copied, id } from './common.ts';

/** How a password is drawn. */
export const recipe = z.discriminatedUnion('kind', [
  /** Characters, at least one of each kind that is wanted. */
  z.strictObject({
    kind: z.literal('characters'),
    length: z.int().min(8).max(64),
    lower: z.boolean(),
    upper: z.boolean(),
    digits: z.boolean(),
    /** The symbols a site takes; none when empty. */
    symbols: z
      .string()
      .max(SYMBOLS.length)
      .refine((text) => [...text].every((one, at) => SYMBOLS.includes(one) && text.indexOf(one) === at)),
    /** Without those read as one another, such as l, 1 and I. */
    clear: z.boolean(),
    letterFirst: z.boolean(),
    /** No character twice in a row. */
    noRepeats: z.boolean(),
  }),
  /** Words of a public list of 2048. */
  z.strictObject({
    kind: z.literal('words'),
    count: z.int().min(3).max(12),
    separator: z.enum([' ', '-', '.', '_']),
    capitals: z.boolean(),
    digit: z.boolean(),
  }),
  /** Groups of five letters that can be said aloud. */
  z.strictObject({
    kind: z.literal('spoken'),
    groups: z.int().min(3).max(8),
    capitals: z.boolean(),
    digit: z.boolean(),
  }),
]);
export type Recipe = z.infer<typeof recipe>;

export const generateCalls = {
  /**
   * A password by the engine's own draw, and the bits of that draw: the power of two of how many there could have been, all equally likely. It
   * is held under `drawn` to be copied. Refused as `text_unfit` when no kind of character is wanted, or none to begin with.
   */
  'accounts.generate': call(
    'open',
    z.strictObject({ recipe }),
    z.strictObject({ drawn: id, password: z.string().min(8).max(128), bits: z.number().min(0).max(512) }),
  ),
  /** Copies one of the passwords drawn last. */
  'accounts.copyDrawn': call('open', z.strictObject({ drawn: id }), copied),
} as const;
