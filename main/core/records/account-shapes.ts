import { z } from 'zod';
import { algorithm, hash, id, platformId, sealed, stepId, text, time } from './shape-parts.ts';

/** What the vault knows of itself; one record. */
export const meta = z.strictObject({
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
  /** The app's version in which the passphrase was last typed on that device: another one asks for it again. */
  device_version: text(32).exactOptional(),
});

/** Our own keys, by their seed; one record. */
export const identity = z.strictObject({ name: text(64), made: time, seed: sealed });

/** A customer workspace. */
export const client = z.strictObject({
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
  /** How its codes follow each other where not by time: by a counter, or in Steam's spelling, which has no other settings. */
  type: z.enum(['hotp', 'steam']).exactOptional(),
  /** Of codes by a counter: the next one to be used. */
  counter: z.int().min(0).exactOptional(),
  confirmed: z.boolean().exactOptional(),
  seed: sealed.exactOptional(),
  /** Another authenticator took its place then, or it was taken away; its seed is kept, as old passwords are, and gives no codes. */
  replaced: time.exactOptional(),
  /** Since when it is noted that someone outside has its key too, and so every code. */
  outside: time.exactOptional(),
});

/** One login on one platform. */
export const account = z.strictObject({
  client: id.exactOptional(),
  platform: platformId,
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
    .array(
      z.strictObject({
        id,
        name: text(64),
        value: text(1024).exactOptional(),
        secret: sealed.exactOptional(),
        /** Of a secret one: since when it holds this. */
        set: time.exactOptional(),
      }),
    )
    .max(32),
  history: z.array(z.strictObject({ id, set: time, replaced: time, value: sealed })).max(100),
  /** What other secrets held before: notes, backup codes by lines, fields under the names they had. */
  earlier: z
    .array(
      z.strictObject({
        id,
        of: z.enum(['notes', 'backup_codes', 'field']),
        name: text(64).exactOptional(),
        /** The field it was in, which may be gone. */
        field: id.exactOptional(),
        /** Of backup codes: the version they were then, by which exposures know them, and when each was used, 0 for one that was not. */
        ver: z.int().min(0).exactOptional(),
        used: z.array(z.int().min(0).max(253_402_300_799)).max(32).exactOptional(),
        /** When it came into force: what lasted is kept before what did not. */
        set: time.exactOptional(),
        replaced: time,
        value: sealed,
      }),
    )
    .max(20)
    .exactOptional(),
  /** Where this person's own account has a step of a run, in place of what the catalogue says. */
  own_steps: z
    .array(z.strictObject({ step: stepId, path: text(254).exactOptional(), link: text(2048).exactOptional() }))
    .max(40)
    .exactOptional(),
  /** Its place among the accounts pinned to the top of lists. */
  pinned: z.int().min(0).max(1000).exactOptional(),
});

/** What is left of an account that was deleted for good: the name by which runs and the log go on knowing it, and its loans by both names and the client. */
export const purgedAccount = z.strictObject({
  account: id,
  /** Of one that was lent: what is certified to its client is about its loans too. */
  client: id.exactOptional(),
  platform: platformId,
  title: text(120),
  username: text(254).exactOptional(),
  purged: time,
  /** Older frames of the file or older backups may still hold it. */
  lingers: time.exactOptional(),
});

/** A person, by their card. */
export const contact = z.strictObject({
  name: text(64),
  card: z.string().max(274),
  fp: hash,
  state: z.enum(['unverified', 'verified', 'retired']),
  verified: time.exactOptional(),
  organisation: text(64).exactOptional(),
  role: z.enum(['owner', 'freelancer', 'agency', 'colleague']).exactOptional(),
  zone: text(64).exactOptional(),
  /** Numbers this person has at platforms, as they are exchanged for delegated access. */
  ids: z
    .array(z.strictObject({ platform: platformId, name: text(64), value: text(254) }))
    .max(32)
    .exactOptional(),
  made: time,
});
