import { z } from 'zod';
import { id, time } from './fields.ts';
import { passBodies } from './pass-body.ts';

/** Kind 7: code passes that renew or extend those of a grant. */
export const codePassBody = z.strictObject({ grant: id, use_until: time, passes: passBodies });
