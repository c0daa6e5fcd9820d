import { z } from 'zod';
import { time } from './fields.ts';

/** Kind 5: what became of a message, signed by the one it was sent to. */
export const receiptBody = z.strictObject({ event: z.enum(['opened', 'declined', 'purged', 'expired']), at: time });
