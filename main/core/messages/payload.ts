import { z } from 'zod';
import { type Bytes, utf8 } from '../bytes.ts';
import { parseStrictJson } from '../strict-json.ts';
import { codeBody } from './code.ts';
import { codePassBody } from './code-pass.ts';
import { codeRequestBody } from './code-request.ts';
import { allDiffer, count, hash, id, list, time } from './fields.ts';
import { handoffBody } from './handoff.ts';
import { openRequestBody } from './open-request.ts';
import { pageBody } from './page.ts';
import { receiptBody } from './receipt.ts';
import { requestBody } from './request-body.ts';
import { revokeBody } from './revoke.ts';

const MAX_DEPTH = 8;

const head = {
  v: z.literal(1),
  id,
  from: hash,
  to: list(hash, 0, 16).refine(allDiffer),
  iat: time,
  exp: time,
};
const log = z.strictObject({ n: count, h: hash });
const answers = { re: id, reh: hash };
const mayAnswer = { re: id.exactOptional(), reh: hash.exactOptional() };

const bothOrNeither = (payload: { readonly re?: string; readonly reh?: string }): boolean =>
  (payload.re === undefined) === (payload.reh === undefined);

const openRequest = z.strictObject({ ...head, kind: z.literal(0), body: openRequestBody });
const handoff = z
  .strictObject({ ...head, kind: z.literal(1), ...mayAnswer, log, body: handoffBody })
  .refine(bothOrNeither)
  .refine((payload) => !('refused' in payload.body) || payload.re !== undefined);
const accessRequest = z.strictObject({ ...head, kind: z.literal(2), log, body: requestBody });
const codeRequest = z.strictObject({ ...head, kind: z.literal(3), log, body: codeRequestBody });
const code = z.strictObject({ ...head, kind: z.literal(4), ...answers, log, body: codeBody });
const receipt = z.strictObject({ ...head, kind: z.literal(5), ...answers, log, body: receiptBody });
const revoke = z.strictObject({ ...head, kind: z.literal(6), log, body: revokeBody });
const codePass = z.strictObject({ ...head, kind: z.literal(7), ...mayAnswer, log, body: codePassBody }).refine(bothOrNeither);
const page = z.strictObject({ ...head, kind: z.literal(8), log, body: pageBody });

const payload = z.discriminatedUnion('kind', [
  openRequest,
  handoff,
  accessRequest,
  codeRequest,
  code,
  receipt,
  revoke,
  codePass,
  page,
]);

/** What the signature covers, of any kind, the page's included. */
export type AnyPayload = z.output<typeof payload>;

/** A payload an envelope may hold: kinds 0 to 7. */
export type Payload = Exclude<AnyPayload, { readonly kind: 8 }>;

/** Number of a kind an envelope may have. */
export type Kind = Payload['kind'];

/** The payload of one kind. */
export type PayloadOf<K extends Kind> = Extract<Payload, { readonly kind: K }>;

/** Reads payload bytes: `json` unless they are strict JSON of at most 8 levels, `schema` unless they have the shape of their own kind. */
export function readPayload(bytes: Uint8Array): { readonly payload: AnyPayload } | { readonly fault: 'json' | 'schema' } {
  const value = parseStrictJson(bytes, MAX_DEPTH);
  if (value === undefined) return { fault: 'json' };
  const read = payload.safeParse(value);
  return read.success ? { payload: read.data } : { fault: 'schema' };
}

/** Bytes of a payload to be signed; throws for one that `readPayload` would refuse, since no one could ever open it. */
export function writePayload(value: Payload): Bytes {
  const bytes = utf8(JSON.stringify(value));
  const read = readPayload(bytes);
  if ('fault' in read) throw new TypeError(`no payload to send: ${read.fault}`);
  return bytes;
}
