import { z } from 'zod';
import { type Fits, fitsOf } from './fits.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/);
const time = z.int().min(1).max(253_402_300_799);
const hash = z.string().length(43);
const text = (max: number) => z.string().min(1).max(max);
const sealed = z.strictObject({ ver: z.int().min(1), sealed: z.string().max(700_000) });
const window = z.strictObject({ first_step: z.int().min(0), count: z.int().min(1) });
const span = z.strictObject({ from: time, until: time });
const algorithm = z.enum(['sha1', 'sha256', 'sha512']);
const receiptEvent = z.enum(['opened', 'declined', 'purged', 'expired']);

const meta = z.strictObject({
  name: text(64),
  made: time,
  /** Highest clock this vault has seen. */
  clock: time,
  /** When the recovery sheet in force was made, and when it was last typed back. */
  recovery_made: time.exactOptional(),
  recovery_tested: time.exactOptional(),
  password_set: time.exactOptional(),
  /** Until when this device may open the vault by the key in its keychain. */
  device_until: time.exactOptional(),
});

const identity = z.strictObject({ name: text(64), made: time, seed: sealed });

const client = z.strictObject({
  name: text(64),
  colour: z.int().min(1).max(8),
  notes: text(4000).exactOptional(),
  archived: z.boolean(),
});

const factor = z.strictObject({
  id,
  kind: z.enum(['authenticator', 'sms', 'mail', 'push', 'security_key', 'passkey', 'none']),
  note: text(254).exactOptional(),
  set: time.exactOptional(),
  algorithm: algorithm.exactOptional(),
  digits: z.int().min(6).max(8).exactOptional(),
  period: z.int().min(10).max(300).exactOptional(),
  confirmed: z.boolean().exactOptional(),
  seed: sealed.exactOptional(),
  /** Another authenticator took its place then; its seed is kept, as old passwords are, and gives no codes. */
  replaced: time.exactOptional(),
});

const account = z.strictObject({
  client: id.exactOptional(),
  platform: z.string().regex(/^[a-z0-9_]{1,64}$/),
  kind: z.enum(['personal', 'business']),
  title: text(120),
  username: text(254).exactOptional(),
  recovery_mail: text(254).exactOptional(),
  recovery_phone: text(64).exactOptional(),
  address: text(2048).exactOptional(),
  tags: z.array(text(32)).max(32),
  owner: id.exactOptional(),
  made: time,
  changed: time,
  used: time.exactOptional(),
  trashed: time.exactOptional(),
  password: sealed.exactOptional(),
  password_set: time.exactOptional(),
  /** Last version of each secret ever given out, so that a version number never comes back. */
  versions: z.strictObject({ password: z.int().min(0), notes: z.int().min(0), candidate: z.int().min(0), backup: z.int().min(0) }),
  candidate: sealed.exactOptional(),
  candidate_made: time.exactOptional(),
  notes: sealed.exactOptional(),
  factors: z.array(factor).max(16),
  backup_codes: z.array(z.strictObject({ id, used: time.exactOptional(), code: sealed })).max(32),
  backup_set: time.exactOptional(),
  fields: z
    .array(z.strictObject({ id, name: text(64), value: text(1024).exactOptional(), secret: sealed.exactOptional() }))
    .max(32),
  history: z.array(z.strictObject({ id, set: time, replaced: time, value: sealed })).max(100),
});

const contact = z.strictObject({
  name: text(64),
  card: z.string().max(274),
  fp: hash,
  state: z.enum(['unverified', 'verified', 'retired']),
  verified: time.exactOptional(),
  organisation: text(64).exactOptional(),
  role: z.enum(['owner', 'freelancer', 'agency', 'colleague']).exactOptional(),
  zone: text(64).exactOptional(),
  made: time,
});

const what = z.enum(['password', 'codes', 'backup_codes', 'live_codes']);

/** A grant of either side. `grant` is the number both sides use; the record has an id of its own, since the giver chooses the number. */
const grant = z.strictObject({
  side: z.enum(['given', 'received']),
  grant: id,
  contact: id,
  accounts: z.array(id).min(1).max(50),
  live_codes: z.array(id).max(50),
  what: z.array(what).max(4),
  level: text(120).exactOptional(),
  rules: z.array(text(254)).max(32),
  note: text(4000).exactOptional(),
  device: text(120).exactOptional(),
  made: time,
  from: time,
  until: time,
  zone: text(64).exactOptional(),
  windows: z.array(span).max(256),
  codes: z.int().min(0),
  last_iat: z.int().min(0),
  /** Of given ones: the message sent; of received ones: the message that brought it. */
  message: id.exactOptional(),
  message_hash: hash.exactOptional(),
  /** When the recipient took it up. */
  opened: time.exactOptional(),
  refused: time.exactOptional(),
  ended: time.exactOptional(),
  closed: time.exactOptional(),
  /** Of received ones: its secrets were removed from this vault. */
  purged: time.exactOptional(),
  /** Of received ones: secrets were opened though the sender's words were not typed. */
  override: time.exactOptional(),
  receipts: z.array(z.strictObject({ event: receiptEvent, at: time })).max(50),
  run: id.exactOptional(),
});

/** A secret version someone was given. `until` is set for what ends by itself: the end of a pass's last step. */
const exposure = z.strictObject({
  account: id,
  secret: z.enum(['password', 'codes', 'backup_codes']),
  ver: z.int().min(0),
  factor: id.exactOptional(),
  set: time.exactOptional(),
  contact: id,
  grant: id,
  at: time,
  until: time.exactOptional(),
  ended: time.exactOptional(),
});

/** An account as lent to us: one item of a handoff, with its passes. Secrets are gone once purged. */
const received = z.strictObject({
  grant: id,
  account: id,
  platform: text(64),
  title: text(120),
  username: text(254).exactOptional(),
  live_codes: z.boolean(),
  /** Version its secrets were sealed with last; it rises when the account is stated again, so that none comes back. */
  ver: z.int().min(1),
  password: sealed.exactOptional(),
  backup_codes: z.array(z.strictObject({ id, code: sealed })).max(32),
  links: z.array(text(2048)).max(8),
  notes: sealed.exactOptional(),
  rules: z.array(text(254)).max(32),
  steps: z.array(text(1000)).max(40),
  pass: z
    .strictObject({
      id,
      alphabet: z.enum(['decimal', 'steam']),
      digits: z.int().min(4).max(8),
      period: z.int().min(10).max(300),
      windows: z.array(window).min(1).max(256),
      codes: sealed,
    })
    .exactOptional(),
});

/** A message of ours, kept so that its answers can be matched and it can be sent again. */
const sent = z.strictObject({
  kind: z.int().min(0).max(7),
  hash,
  to: z.array(hash).max(16),
  iat: time,
  exp: time,
  answered: z.boolean(),
  grant: id.exactOptional(),
  sentence: text(1000),
  /** The message itself in base64url; left out when it is larger than one frame should carry. */
  bytes: z.string().max(670_000).exactOptional(),
});

/** Something that arrived: a card or a message, with what the inbox shows of it. */
const arrived = z.strictObject({
  kind: z.enum(['card', 'handoff', 'refusal', 'request', 'code_request', 'code', 'receipt', 'revoke', 'pass']),
  contact: id,
  at: time,
  waiting: z.boolean(),
  about: text(254).exactOptional(),
  message: id.exactOptional(),
  hash: hash.exactOptional(),
  grant: id.exactOptional(),
  receipt: receiptEvent.exactOptional(),
  reason: text(500).exactOptional(),
  state: z.enum(['offered', 'accepted', 'declined', 'ended']).exactOptional(),
});

/** A pair that was accepted once and may not come again until `until`. */
const seen = z.strictObject({ from: hash, message: id, until: time });

const run = z.strictObject({
  kind: z.enum(['end_of_access']),
  grant: id,
  account: id,
  started: time,
  finished: time.exactOptional(),
  steps: z
    .array(
      z.strictObject({
        id: z.enum(['tell', 'password', 'authenticator', 'devices', 'backup_codes', 'apps', 'recovery']),
        state: z.enum(['todo', 'done', 'skipped']),
        at: time.exactOptional(),
        note: text(500).exactOptional(),
      }),
    )
    .min(1)
    .max(40),
});

const device = z.strictObject({
  account: id,
  name: text(120),
  place: text(120).exactOptional(),
  seen: text(120).exactOptional(),
  whose: z.enum(['me', 'contact', 'unknown']),
  contact: id.exactOptional(),
  keep: z.boolean().exactOptional(),
  signed_out: time.exactOptional(),
  made: time,
});

const audit = z.strictObject({
  n: z.int().min(1),
  t: time,
  what: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  who: hash.exactOptional(),
  ref: id.exactOptional(),
  prev: hash,
});

/** Every record type of this version, with the shape of its data. All are of version 1. */
export const SHAPES = {
  meta,
  identity,
  client,
  account,
  contact,
  grant,
  exposure,
  received,
  sent,
  arrived,
  seen,
  run,
  device,
  audit,
} as const;

/** A type of record this version knows. */
export type RecordType = keyof typeof SHAPES;

/** The same shapes as tests that copy nothing. */
export const FITS = Object.fromEntries(Object.entries(SHAPES).map(([type, shape]) => [type, fitsOf(shape)])) as Record<
  RecordType,
  Fits
>;

/** Data of a record of one type, as its shape lets it through. */
export type Data<T extends RecordType> = z.output<(typeof SHAPES)[T]>;

/** A record whose data fits its shape. */
export interface Entry<T extends RecordType> {
  readonly id: string;
  readonly data: Data<T>;
}
