import { z } from 'zod';
import { id, line, time } from './fields.ts';

const ZONE = /^[A-Za-z0-9_+/-]{1,64}$/;

const when = z.union([
  z.strictObject({ now: z.literal(true) }),
  z.strictObject({ from: time, to: time, zone: z.string().regex(ZONE) }).refine(({ from, to }) => to > from),
]);

/** When codes are wanted: now, or from one instant to another, with the asker's zone to show. */
export type When = z.output<typeof when>;

/** Kind 3: codes asked for one account of a grant. */
export const codeRequestBody = z.strictObject({ grant: id, account: id, when, why: line(254).exactOptional() });
