import { z } from 'zod';
import { hash, id, receiptEvent, sealed, span, text, time, window } from './shape-parts.ts';

const what = z.enum(['password', 'codes', 'backup_codes', 'live_codes', 'role']);

/** A grant of either side. `grant` is the number both sides use; the record has an id of its own, since the giver chooses the number. */
export const grant = z.strictObject({
  side: z.enum(['given', 'received']),
  grant: id,
  contact: id,
  accounts: z.array(id).min(1).max(50),
  live_codes: z.array(id).max(50),
  what: z.array(what).max(5),
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
  /** The request this answers, by its record. */
  request: id.exactOptional(),
  /** Of a role given at the platform instead of a secret: what was agreed to be done there. */
  steps: z.array(text(1000)).max(40).exactOptional(),
  /** When a revoke was sealed, or came; of given ones with the message that says so. */
  revoked: time.exactOptional(),
  revoke_reason: text(500).exactOptional(),
  revoke_message: id.exactOptional(),
  /** Of given ones: requests for codes are not shown until the person says so; how many in a row were denied. */
  muted: time.exactOptional(),
  denied: z.int().min(0).exactOptional(),
  /** Answers to requests for codes under it. */
  relayed: z.int().min(0).exactOptional(),
  /** When a review last looked at it. */
  reviewed: time.exactOptional(),
});

/** Access asked for, by us or of us. Whether it still waits at an instant is `state` with `exp`. */
export const request = z.strictObject({
  side: z.enum(['made', 'got']),
  /** Signed but readable by anyone on the way: to, or from, someone whose card was not known. */
  open: z.boolean(),
  /** Left out of an open one of ours until somebody answers. */
  contact: id.exactOptional(),
  /** The name of the person an open one of ours was meant for, as it was typed. */
  addressee: text(64).exactOptional(),
  platform: text(64),
  account: text(254),
  role: text(120),
  why: text(2000),
  until: time,
  device: text(120).exactOptional(),
  ids: z.array(z.strictObject({ name: text(64), value: text(254) })).max(8),
  made: time,
  exp: time,
  message: id,
  hash,
  state: z.enum(['waiting', 'granted', 'refused', 'closed']),
  answered: time.exactOptional(),
  reason: text(500).exactOptional(),
  /** The grant that answers it, by its record. */
  grant: id.exactOptional(),
  /** When it was last given out again. */
  nudged: time.exactOptional(),
});

/** A code asked for under a grant, by us or of us. The answer itself is kept nowhere. */
export const codeRequest = z.strictObject({
  side: z.enum(['made', 'got']),
  grant: id,
  /** Of ours: the received item; of theirs: the account. */
  account: id,
  contact: id,
  /** Left out for now. */
  from: time.exactOptional(),
  to: time.exactOptional(),
  zone: text(64).exactOptional(),
  why: text(254).exactOptional(),
  made: time,
  exp: time,
  message: id,
  hash,
  state: z.enum(['waiting', 'answered', 'denied', 'closed']),
  answered: time.exactOptional(),
  /** The message that answers it. */
  answer: id.exactOptional(),
});

/** The end of a grant that came before its handoff: what that handoff would bring stays dead. */
export const revoked = z.strictObject({ from: hash, grant: id, iat: time, at: time, reason: text(500) });

/** A secret version someone was given. `until` is set for what ends by itself: the end of a pass's last step. */
export const exposure = z.strictObject({
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
export const received = z.strictObject({
  grant: id,
  account: id,
  platform: text(64),
  title: text(120),
  username: text(254).exactOptional(),
  live_codes: z.boolean(),
  /** Version its secrets were sealed with last; it rises when the account is stated again, so that none comes back. */
  ver: z.int().min(1),
  /** The message that brought its secrets. */
  brought: id.exactOptional(),
  /** When secrets of it were removed, while older frames of the file or older backups may still hold them. */
  lingers: time.exactOptional(),
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
      /** The message that brought it, when it is not the one that brought the rest. */
      brought: id.exactOptional(),
    })
    .exactOptional(),
});
