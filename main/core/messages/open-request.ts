import { z } from 'zod';
import { card } from './fields.ts';
import { requestBody } from './request-body.ts';

/** Kind 0: a request to someone whose card is not known yet, signed but readable by anyone on the way. No secret has a place here. */
export const openRequestBody = z.strictObject({ card, request: requestBody });
