import { z } from 'zod';
import { MAX_ROWS } from '../../limits.ts';

export const nothing = z.strictObject({});
/** 16 random bytes in base64url. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
/** Whole Unix seconds. */
export const time = z.int().min(1).max(253_402_300_799);
// Half a surrogate pair has no UTF-8, so no record could hold it.
const written = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => value.isWellFormed());
/** What a person wrote on one line, in UTF-16 units; its bytes are the engine's to count. */
export const line = written;
/** What a person wrote on several lines. */
export const text = written;
/** A secret a person wrote: any characters. */
export const secret = written;
/** An IANA time zone name. */
export const zone = z.string().regex(/^[A-Za-z0-9_+/-]{1,64}$/);
/** A calendar day, YYYY-MM-DD. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Minutes since midnight, 1440 being the end of the day. */
export const minute = z.int().min(0).max(1440);
export const page = { offset: z.int().min(0).max(10_000_000), limit: z.int().min(1).max(MAX_ROWS) };
export const rows = <T extends z.ZodType>(row: T) => z.strictObject({ total: z.int().min(0), rows: z.array(row).max(MAX_ROWS) });

/** A person as shown beside something: `contact` is null for oneself. */
export const personRef = z.strictObject({
  contact: id.nullable(),
  name: z.string().max(64),
  verified: z.boolean(),
});

/** Kinds of run a vault keeps. */
export const runKind = z.enum([
  'end_of_access',
  'put_authenticator',
  'before_handoff',
  'sign_in_appointment',
  'after_handoff',
  'leaver',
  'account_recovery',
]);

/** Spans of time in which codes can be made; Unix seconds, `until` not included. */
export const span = z.strictObject({ from: time, until: time });
export type Span = z.infer<typeof span>;

/** States of DESIGN section 3. */
export const grantState = z.enum(['requested', 'offered', 'active', 'ending', 'ended', 'closed', 'refused']);
export type GrantState = z.infer<typeof grantState>;

/** Result of a copy: when the clipboard will be cleared; null when it will not. */
export const copied = z.strictObject({ until: time.nullable() });

/** A code shown now. `next` is given only in the last seconds; `nextFrom` is when it will be. */
export const liveCode = z.strictObject({
  code: z.string().min(4).max(8),
  from: time,
  until: time,
  period: z.int(),
  next: z.string().max(8).nullable(),
  nextFrom: time,
});
export type LiveCode = z.infer<typeof liveCode>;
