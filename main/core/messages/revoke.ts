import { z } from 'zod';
import { id, text } from './fields.ts';

/** Kind 6: the end of a grant, or, with `supersedes`, of what one message of it brought. */
export const revokeBody = z.strictObject({ grant: id, reason: text(500), supersedes: id.exactOptional() });
