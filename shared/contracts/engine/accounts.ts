import { z } from 'zod';
import { call } from '../../contract.ts';
import { MAX_CHUNK, MAX_FOUND } from '../../limits.ts';
import { accountQuery } from './account-list.ts';
import { copied, grantState, id, line, liveCode, nothing, page, personRef, rows, runKind, secret, text, time } from './common.ts';

const platform = z.string().regex(/^[a-z0-9_]{1,64}$/);

export const client = z.strictObject({
  id,
  name: z.string().max(64),
  colour: z.int().min(1).max(8),
  notes: z.string().max(4000).nullable(),
  archived: z.boolean(),
  accounts: z.int().min(0),
});
export type ClientRow = z.infer<typeof client>;

/** The one end mark of a row: exposed beats ending beats lent. `left` is what remains of the loan, 0..1. */
export const mark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exposed') }),
  z.strictObject({ kind: z.literal('ending'), left: z.number().min(0).max(1), until: time }),
  z.strictObject({ kind: z.literal('lent'), left: z.number().min(0).max(1), until: time }),
]);

export const accountRow = z.strictObject({
  id,
  client: id.nullable(),
  platform,
  title: z.string().max(120),
  username: z.string().max(254).nullable(),
  mark: mark.nullable(),
  hasCode: z.boolean(),
  trashed: time.nullable(),
  /** Among those on top of lists; their order there is the person's own. */
  pinned: z.boolean(),
});
export type AccountRow = z.infer<typeof accountRow>;

export const factorKind = z.enum(['authenticator', 'sms', 'mail', 'push', 'security_key', 'passkey', 'none']);
export const algorithm = z.enum(['SHA1', 'SHA256', 'SHA512']);

/** How codes are made of a key: by time, by a counter, or by time as Steam does. `period` counts for time, `counter`, the next one, for a counter. */
const keySettings = {
  type: z.enum(['totp', 'hotp', 'steam']),
  algorithm,
  digits: z.int(),
  period: z.int(),
  counter: z.int().min(0),
};

/** A key that was read and waits in the engine; the seed itself never comes to the page. */
export const pendingKey = z.strictObject({
  pending: id,
  ...keySettings,
  issuer: z.string().max(254).nullable(),
  label: z.string().max(254).nullable(),
});
export type PendingKey = z.infer<typeof pendingKey>;

/** Keys that pictures gave. `transfer` says which codes of a transfer in several are there, counted from 1; null where it was no such one. */
export const foundKeys = z.strictObject({
  found: z.array(pendingKey).min(1).max(MAX_FOUND),
  transfer: z.strictObject({ have: z.array(z.int().min(1)).max(100), of: z.int().min(2).max(100) }).nullable(),
});
export type FoundKeys = z.infer<typeof foundKeys>;

const authenticator = z.strictObject({ ...keySettings, confirmed: z.boolean() });

export const factor = z.strictObject({
  id,
  kind: factorKind,
  note: z.string().max(254).nullable(),
  /** Of an authenticator; the seed itself never comes to the page. */
  authenticator: authenticator.nullable(),
  changed: time.nullable(),
  /** Of an authenticator: whether it is noted that someone outside has its key too. */
  outside: z.boolean(),
});

/** A secret version someone has seen and that has not been changed since. */
export const exposure = z.strictObject({
  id,
  secret: z.enum(['password', 'codes', 'backup_codes']),
  /** When the secret version was set; null when unknown. */
  set: time.nullable(),
  seenBy: personRef,
  at: time,
  /** Of codes: when the last step is over and the exposure ends by itself; null for what ends only by a change. */
  until: time.nullable(),
});

export const access = z.strictObject({
  grant: id,
  person: personRef,
  state: grantState,
  until: time,
  what: z.array(z.enum(['password', 'codes', 'backup_codes', 'live_codes', 'role'])),
});

export const event = z.strictObject({
  n: z.int().min(1),
  t: time,
  what: z.string().max(64),
  who: personRef.nullable(),
  /** The name of what it was about; of an account with its username, unless the entries are those of one account. */
  about: z.string().max(400).nullable(),
  /** What of it was meant, where that has a name of its own: someone noted without a card, a thing of a business centre, the post of an ad code. */
  part: z.string().max(254).nullable(),
  /** The kind of the run it belongs to; null when it belongs to none, or that is not sure any more. */
  run: runKind.nullable(),
  /** Whether a receipt's signature proves it or the other app merely told it; null for our own acts. */
  proof: z.enum(['signed', 'told']).nullable(),
});
export type LogEvent = z.infer<typeof event>;

export const accountDetail = z.strictObject({
  id,
  client: id.nullable(),
  platform,
  kind: z.enum(['personal', 'business']),
  title: z.string().max(120),
  username: z.string().max(254).nullable(),
  recoveryMail: z.string().max(254).nullable(),
  recoveryPhone: z.string().max(64).nullable(),
  address: z.string().max(2048).nullable(),
  tags: z.array(z.string().max(32)).max(32),
  owner: personRef,
  password: z.strictObject({ changed: time, exposed: z.boolean() }).nullable(),
  /** A new password waiting for "it worked". */
  candidate: z.strictObject({ made: time }).nullable(),
  hasNotes: z.boolean(),
  factors: z.array(factor).max(16),
  backupCodes: z.array(z.strictObject({ id, used: time.nullable() })).max(32),
  fields: z
    .array(z.strictObject({ id, name: z.string().max(64), value: z.string().max(1024).nullable(), secret: z.boolean() }))
    .max(32),
  history: z.array(z.strictObject({ id, set: time, replaced: time })).max(100),
  /** What other secrets held before; `name` is a field's. */
  earlier: z
    .array(
      z.strictObject({ id, of: z.enum(['notes', 'backup_codes', 'field']), name: z.string().max(64).nullable(), replaced: time }),
    )
    .max(20),
  /** Authenticators that were replaced or taken away and give no codes; their keys are kept, and come to the page as little as any. */
  earlierKeys: z.array(z.strictObject({ id, replaced: time, authenticator })).max(16),
  access: z.array(access).max(100),
  exposures: z.array(exposure).max(100),
  lately: z.array(event).max(10),
  made: time,
  changed: time,
  /** When a secret of it was shown or copied last. */
  used: time.nullable(),
  trashed: time.nullable(),
  pinned: z.boolean(),
});
export type AccountDetail = z.infer<typeof accountDetail>;

/** What a person writes; a secret left out stays as it is, null clears it. */
export const accountForm = z.strictObject({
  id: id.optional(),
  client: id.nullable(),
  platform,
  kind: z.enum(['personal', 'business']),
  title: line(120),
  username: line(254).nullable(),
  recoveryMail: line(254).nullable(),
  recoveryPhone: line(64).nullable(),
  address: line(2048).nullable(),
  tags: z.array(line(32)).max(32),
  /** The owner, null for oneself. */
  owner: id.nullable(),
  password: secret(1024).nullable().optional(),
  notes: text(4000).nullable().optional(),
  /** New codes replace the old ones. */
  backupCodes: z.array(line(64)).max(32).optional(),
  fields: z
    .array(z.strictObject({ id: id.optional(), name: line(64), secret: z.boolean(), value: secret(1024).optional() }))
    .max(32)
    .optional(),
});
export type AccountForm = z.infer<typeof accountForm>;

/** A field as it is named for revealing and copying: `backup/<id>`, `history/<id>`, `earlier/<id>`, `field/<id>` name one of several. */
export const fieldName = z
  .string()
  .regex(
    /^(?:username|password|notes|candidate|code|recoveryMail|recoveryPhone|address|(?:backup|history|earlier|field)\/[A-Za-z0-9_-]{22})$/,
  );

/** One of those that come into force again, named as for revealing. */
export const earlierName = z.string().regex(/^(?:history|earlier)\/[A-Za-z0-9_-]{22}$/);

export const accountCalls = {
  'clients.list': call('open', nothing, z.strictObject({ clients: z.array(client).max(1000), unfiled: z.int().min(0) })),
  'clients.save': call(
    'open',
    z.strictObject({
      id: id.optional(),
      name: line(64),
      colour: z.int().min(1).max(8),
      notes: text(4000).nullable(),
      archived: z.boolean(),
    }),
    z.strictObject({ id }),
  ),
  /** Its accounts stay, without a client. */
  'clients.remove': call('open', z.strictObject({ id }), nothing),

  'accounts.list': call(
    'open',
    z.strictObject({ ...accountQuery, ...page }),
    rows(accountRow).extend({
      /** Nothing holds the words as they were typed; these come close. */
      near: z.boolean(),
    }),
  ),
  'accounts.get': call('open', z.strictObject({ id }), accountDetail),
  'accounts.save': call('open', accountForm, z.strictObject({ id })),
  'accounts.trash': call('open', z.strictObject({ id }), nothing),
  'accounts.restore': call('open', z.strictObject({ id }), nothing),
  /** Makes an earlier password or other secret the account's again; the one in force is kept. Who had seen it is noted to know it again. */
  'accounts.putBack': call('open', z.strictObject({ id, field: earlierName }), nothing),
  'accounts.reveal': call('open', z.strictObject({ id, field: fieldName }), z.strictObject({ text: z.string().max(4096) })),
  'accounts.copy': call('open', z.strictObject({ id, field: fieldName }), copied),
  'accounts.backupUsed': call('open', z.strictObject({ id, code: id, used: z.boolean() }), nothing),
  /** Reads a typed key or an otpauth address; the seed waits in the engine under `pending` and is not saved yet. */
  'factors.read': call('open', z.strictObject({ text: z.string().min(1).max(4096) }), pendingKey),
  /** A picture on its way to be read, in pieces of base64: the first call gives `picture` null. */
  'factors.putPicture': call(
    'open',
    z.strictObject({ picture: id.nullable(), piece: z.string().max(MAX_CHUNK) }),
    z.strictObject({ picture: id }),
  ),
  /**
   * Reads the QR codes of a picture, sent or chosen, in a process of its own; what it finds waits as a typed key does. With `more` it adds to a
   * transfer begun before. A chosen WebP comes back under `draw`, for the page to decode and send as another kind.
   */
  'factors.readPicture': call(
    'open',
    z.strictObject({
      source: z.union([z.strictObject({ picture: id }), z.strictObject({ token: z.string().length(22) })]),
      more: z.boolean().optional(),
    }),
    z.union([foundKeys, z.strictObject({ draw: id })]),
  ),
  /** The next piece, in base64, of a picture to draw. Each is given once; after the `last` one the picture is forgotten. */
  'factors.pictureToDraw': call(
    'open',
    z.strictObject({ picture: id }),
    z.strictObject({ piece: z.string().max(MAX_CHUNK), last: z.boolean() }),
  ),
  /** The code a waiting seed gives now. */
  'factors.pendingCode': call('open', z.strictObject({ pending: id }), liveCode),
  /** Changes a waiting seed's settings. */
  'factors.adjust': call(
    'open',
    z.strictObject({
      pending: id,
      type: keySettings.type.optional(),
      algorithm,
      digits: z.int().min(5).max(8),
      period: z.int().min(10).max(300),
      counter: keySettings.counter.optional(),
    }),
    nothing,
  ),
  /** Saves a waiting seed. `typed` is the code the phone shows, refused as `code_differs` when it does not fit; null saves it unconfirmed. */
  'factors.confirm': call(
    'open',
    z.strictObject({ account: id, pending: id, typed: z.string().max(16).nullable() }),
    z.strictObject({ factor: id }),
  ),
  /** Notes a second factor that is not an authenticator. */
  'factors.note': call(
    'open',
    z.strictObject({ account: id, factor: id.optional(), kind: factorKind.exclude(['authenticator']), note: line(254).nullable() }),
    z.strictObject({ factor: id }),
  ),
  /** Notes, or takes back, that someone outside has an authenticator's key too: its end asks for another key then. */
  'factors.noteOutside': call('open', z.strictObject({ account: id, factor: id, outside: z.boolean() }), nothing),
  /** Takes a second factor away: an authenticator to the earlier ones, one of those for good. */
  'factors.remove': call('open', z.strictObject({ account: id, factor: id }), nothing),
  /** Makes an earlier authenticator the account's again; the one in force goes to the earlier ones. */
  'factors.putBack': call('open', z.strictObject({ account: id, factor: id }), nothing),
  /** The account's code now; null when it has no authenticator, or one whose codes follow a counter. */
  'codes.live': call('open', z.strictObject({ account: id }), z.strictObject({ live: liveCode.nullable() })),
  /** The next code of a counter, which is on disk, raised, before the code is given; until `until` copying gives the same one. */
  'codes.next': call(
    'open',
    z.strictObject({ account: id }),
    z.strictObject({ code: z.string().max(8), counter: z.int().min(0), until: time }),
  ),
  /** Sets the counter that is used next, after the platform's has moved on. */
  'codes.counter': call('open', z.strictObject({ account: id, counter: z.int().min(0) }), nothing),
} as const;
