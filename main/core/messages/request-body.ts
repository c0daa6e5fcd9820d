import { z } from 'zod';
import { line, list, text, time } from './fields.ts';

/** What someone asks for: the body of an access request, and the heart of an open request. */
export const requestBody = z.strictObject({
  platform: line(64),
  account: line(254),
  role: line(120),
  why: text(2000),
  until: time,
  device: line(120).exactOptional(),
  ids: list(z.strictObject({ name: line(64), value: line(254) }), 1, 8).exactOptional(),
});
