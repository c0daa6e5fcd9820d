import { z } from 'zod';

/** An id: 16 bytes in base64url. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/);
/** Whole Unix seconds up to the end of year 9999. */
export const time = z.int().min(1).max(253_402_300_799);
/** 32 bytes in base64url. */
export const hash = z.string().length(43);
/** Text of 1 to `max` UTF-16 units. */
export const text = (max: number) => z.string().min(1).max(max);
/** A secret field: its version, and its sealed bytes in base64url. */
export const sealed = z.strictObject({ ver: z.int().min(1), sealed: z.string().max(700_000) });
/** A name for a step or a kind of reminder, stored for good. */
export const stepId = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
/** Steps of a pass without a gap between them. */
export const window = z.strictObject({ first_step: z.int().min(0), count: z.int().min(1) });
/** From an instant to another, the second not included; Unix seconds. */
export const span = z.strictObject({ from: time, until: time });
/** Hash functions of authenticators. */
export const algorithm = z.enum(['sha1', 'sha256', 'sha512']);
/** Id of a platform of the catalogue. */
export const platformId = z.string().regex(/^[a-z0-9_]{1,64}$/);
/** What a receipt tells. */
export const receiptEvent = z.enum(['opened', 'declined', 'purged', 'expired']);
