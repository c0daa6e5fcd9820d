import { z } from 'zod';
import { passBody } from './pass-body.ts';

const TYPED = /^[!-~][ -~]{2,10}[!-~]$/;

/** Kind 4: the answer to a code request, a small code pass or a code typed in by the owner. */
export const codeBody = z.union([z.strictObject({ typed: z.string().regex(TYPED) }), z.strictObject({ pass: passBody })]);
