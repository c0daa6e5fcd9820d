import { z } from 'zod';
import { hash, id, receiptEvent, text, time } from './shape-parts.ts';

/** A message of ours, kept so that its answers can be matched and it can be sent again. */
export const sent = z.strictObject({
  kind: z.int().min(0).max(7),
  hash,
  to: z.array(hash).max(16),
  iat: time,
  exp: time,
  answered: z.boolean(),
  grant: id.exactOptional(),
  /** The head of the log it carries, and when a receipt for it showed that someone else holds it. */
  log: z.strictObject({ n: z.int().min(0), h: hash }).exactOptional(),
  witnessed: time.exactOptional(),
  sentence: text(1000),
  /** The message itself in base64url; left out when it is larger than one frame should carry. */
  bytes: z.string().max(670_000).exactOptional(),
});

/** Something that arrived: a card or a message, with what the inbox shows of it. */
export const arrived = z.strictObject({
  kind: z.enum(['card', 'handoff', 'refusal', 'request', 'code_request', 'code', 'receipt', 'revoke', 'pass']),
  contact: id,
  at: time,
  waiting: z.boolean(),
  /** What it is about in the vault: a request, or a request for a code. */
  of: id.exactOptional(),
  about: text(254).exactOptional(),
  message: id.exactOptional(),
  hash: hash.exactOptional(),
  grant: id.exactOptional(),
  receipt: receiptEvent.exactOptional(),
  reason: text(500).exactOptional(),
  /** The message of ours made in answer. */
  answer: id.exactOptional(),
  state: z.enum(['offered', 'accepted', 'declined', 'ended']).exactOptional(),
  /** Of a handoff that states again what was taken up before: until when that was. */
  before: time.exactOptional(),
});

/** A pair that was accepted once and may not come again until `until`. */
export const seen = z.strictObject({ from: hash, message: id, until: time });

/** One record of the hash-chained log. */
export const audit = z.strictObject({
  n: z.int().min(1),
  t: time,
  what: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  who: hash.exactOptional(),
  ref: id.exactOptional(),
  prev: hash,
});
