import { z } from 'zod';
import type { CodePass } from '../codes/pass.ts';
import { bytesField, count, id, list } from './fields.ts';

/**
 * A code pass as messages carry it. The shape only: whether windows and codes keep their rules is a later check, with a fault of its own.
 */
export const passBody = z.strictObject({
  account: id,
  alphabet: z.enum(['decimal', 'steam']),
  digits: z.int().min(4).max(8),
  period: z.int().min(10).max(300),
  windows: list(z.strictObject({ first_step: count, count: z.int().min(1).max(92_000) }), 1, 256),
  codes: bytesField(1, 310_500),
}) satisfies z.ZodType<CodePass>;

/** The code passes of a handoff or a renewal, 1 to 50. */
export const passBodies = list(passBody, 1, 50);
