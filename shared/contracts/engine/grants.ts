import { z } from 'zod';
import { call } from '../../contract.ts';
import { exposure } from './accounts.ts';
import { copied, grantState, id, liveCode, page, personRef, rows, span, time, zone } from './common.ts';
import { sealed } from './inbox.ts';

export const grantRow = z.strictObject({
  id,
  account: id,
  platform: z.string().max(64),
  title: z.string().max(120),
  username: z.string().max(254).nullable(),
  person: personRef,
  state: grantState,
  from: time,
  until: time,
  exposed: z.boolean(),
  run: id.nullable(),
});
export type GrantRow = z.infer<typeof grantRow>;

export const receipt = z.strictObject({ event: z.enum(['opened', 'declined', 'purged', 'expired']), at: time });

export const grantDetail = z.strictObject({
  row: grantRow,
  what: z.array(z.enum(['password', 'codes', 'backup_codes', 'live_codes', 'role'])),
  zone,
  windows: z.array(span).max(256),
  codes: z.int().min(0),
  level: z.string().max(120).nullable(),
  rules: z.array(z.string().max(254)).max(32),
  device: z.string().max(120).nullable(),
  receipts: z.array(receipt).max(50),
  message: id.nullable(),
  closedAt: time.nullable(),
  note: z.string().max(4000).nullable(),
  /** Of a role: what was agreed to be done at the platform. */
  steps: z.array(z.string().max(1000)).max(40),
  /** What was seen under it and not changed since. */
  exposures: z.array(exposure).max(100),
  /** It is live, and the password was changed since it was sent. */
  outdated: z.boolean(),
  /** Answers to requests for codes under it. */
  relayed: z.int().min(0),
  /** Requests for codes under it are not shown. */
  muted: z.boolean(),
  /** The word that it has ended, once sealed; `message` null when its text is no longer kept. */
  revoked: z.strictObject({ at: time, reason: z.string().max(500), message: id.nullable() }).nullable(),
});
export type GrantDetail = z.infer<typeof grantDetail>;

/** Where a received account stands: a window is open, there is none now, it has not begun, or it is over. */
export const receivedState = z.enum(['open', 'outside', 'no_codes', 'ended', 'given_back']);

export const receivedRow = z.strictObject({
  id,
  platform: z.string().max(64),
  title: z.string().max(120),
  username: z.string().max(254).nullable(),
  lentBy: personRef,
  state: receivedState,
  from: time,
  until: time,
  /** The end of the open window, or the beginning of the next one; null when there is none. */
  windowAt: time.nullable(),
});
export type ReceivedRow = z.infer<typeof receivedRow>;

export const receivedDetail = z.strictObject({
  row: receivedRow,
  /** Secrets stay closed until the sender's words are typed or the override is logged. */
  secretsClosed: z.boolean(),
  message: id,
  password: z.boolean(),
  backupCodes: z.array(z.strictObject({ id })).max(32),
  liveCodes: z.boolean(),
  links: z.array(z.string().max(2048)).max(8),
  notes: z.string().max(4000).nullable(),
  rules: z.array(z.string().max(254)).max(32),
  steps: z.array(z.string().max(1000)).max(40),
  level: z.string().max(120).nullable(),
  note: z.string().max(4000).nullable(),
  windows: z.array(span).max(256),
  windowsLeft: z.int().min(0),
  /** Its owner's word that it has ended; the reason is null while their words are not compared. */
  revoked: z.strictObject({ at: time, reason: z.string().max(500).nullable() }).nullable(),
  /** Whether `received.receipt` has one to give. */
  receipt: z.boolean(),
  /** The code asked for last; null when none was. */
  asked: id.nullable(),
});
export type ReceivedDetail = z.infer<typeof receivedDetail>;

export const receivedField = z.string().regex(/^(?:username|password|code|backup\/[A-Za-z0-9_-]{22})$/);

export const grantCalls = {
  'grants.list': call('open', z.strictObject({ account: id.optional(), ...page }), rows(grantRow)),
  'grants.get': call('open', z.strictObject({ id }), grantDetail),
  'received.list': call('open', z.strictObject({ ...page }), rows(receivedRow)),
  'received.get': call('open', z.strictObject({ id }), receivedDetail),
  /** The code of a received pass now; `live` null outside the windows, where nothing can compute one. */
  'received.code': call('open', z.strictObject({ id }), z.strictObject({ live: liveCode.nullable(), opens: time.nullable() })),
  'received.reveal': call('open', z.strictObject({ id, field: receivedField }), z.strictObject({ text: z.string().max(1024) })),
  'received.copy': call('open', z.strictObject({ id, field: receivedField }), copied),
  /** The receipt that something lent to us is over here, once its time has come. */
  'received.receipt': call('open', z.strictObject({ id }), z.strictObject({ receipt: sealed })),
  /** Purges the secrets from this vault before the end and makes the receipt that says so. */
  'received.giveBack': call('open', z.strictObject({ id }), z.strictObject({ receipt: sealed })),
} as const;
