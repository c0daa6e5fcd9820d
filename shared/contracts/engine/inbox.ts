import { z } from 'zod';
import { call } from '../../contract.ts';
import { MAX_CHUNK } from '../../limits.ts';
import { id, nothing, page, personRef, rows, span, time } from './common.ts';

export const inboxKind = z.enum(['card', 'handoff', 'refusal', 'request', 'code_request', 'code', 'receipt', 'revoke', 'pass']);

export const inboxRow = z.strictObject({
  id,
  kind: inboxKind,
  from: personRef,
  /** What it is about: an account's title, a name. */
  about: z.string().max(254).nullable(),
  at: time,
  /** Whether it waits for the person. */
  waiting: z.boolean(),
  /** Of a receipt: what it tells. */
  receipt: z.enum(['opened', 'declined', 'purged', 'expired']).nullable(),
  /** Of a handoff that changes what was taken up before: until when that was. */
  before: time.exactOptional(),
});
export type InboxRow = z.infer<typeof inboxRow>;

/** A sealed message of ours, ready to be sent. `text` is null over one chunk: read it in pieces or save it as a file. */
export const sealed = z.strictObject({
  message: id,
  sentence: z.string().max(1000),
  text: z.string().max(MAX_CHUNK).nullable(),
  length: z.int().min(1),
  /** True above 3 500 characters, where a file serves better than a chat. */
  preferFile: z.boolean(),
});
export type Sealed = z.infer<typeof sealed>;

/** One account in a handoff, without its secrets. */
export const offeredItem = z.strictObject({
  account: id,
  platform: z.string().max(64),
  title: z.string().max(120),
  username: z.string().max(254).nullable(),
  password: z.boolean(),
  backupCodes: z.int().min(0),
  liveCodes: z.boolean(),
  codes: z.int().min(0),
  windows: z.array(span).max(256),
  rules: z.array(z.string().max(254)).max(32),
  steps: z.array(z.string().max(1000)).max(40),
});

export const inboxItem = z.strictObject({
  row: inboxRow,
  /** Secrets stay closed until the words are typed or the override is logged. */
  secretsClosed: z.boolean(),
  handoff: z
    .strictObject({
      useFrom: time.nullable(),
      useUntil: time,
      level: z.string().max(120).nullable(),
      note: z.string().max(4000).nullable(),
      items: z.array(offeredItem).max(50),
      state: z.enum(['offered', 'accepted', 'declined', 'ended']),
      /** The first received item, once accepted. */
      received: id.nullable(),
    })
    .nullable(),
  reason: z.string().max(500).nullable(),
  /** The request it is, or answers; null when it has to do with none. */
  request: id.nullable(),
  /** The request for a code it is, or answers. */
  codeRequest: id.nullable(),
  /** Of what was lent to us: the first received item it is about, once taken up. */
  received: id.nullable(),
  /** Of what we lent: the grant it is about. */
  grant: id.nullable(),
  /** Our answer to it, a receipt for one, to be given out again; null when there is none. */
  answer: sealed.nullable(),
});
export type InboxItem = z.infer<typeof inboxItem>;

/** Where a pasted text comes from: short texts as they are, longer ones by upload, files by token. */
const source = z.union([
  z.strictObject({ text: z.string().min(1).max(MAX_CHUNK) }),
  z.strictObject({ upload: id }),
  z.strictObject({ token: z.string().length(22) }),
]);

export const inboxCalls = {
  /** Reads a pasted card or sealed message; what it was lands in the inbox. */
  'inbox.read': call('open', z.strictObject({ source }), z.strictObject({ id, kind: inboxKind, contact: id.nullable() })),
  'inbox.list': call('open', z.strictObject({ ...page }), rows(inboxRow)),
  'inbox.get': call('open', z.strictObject({ id }), inboxItem),
  /** Takes a handoff up: its accounts appear under "Lent to me" and a receipt is ready to send back. */
  'inbox.accept': call('open', z.strictObject({ id }), z.strictObject({ received: id, receipt: sealed })),
  'inbox.decline': call('open', z.strictObject({ id }), z.strictObject({ receipt: sealed })),
  /** Opens the secrets of a sender whose words have not been typed; the log says so. */
  'inbox.override': call('open', z.strictObject({ id }), nothing),
  'inbox.done': call('open', z.strictObject({ id }), nothing),
  /** The armored text of a message of ours, from a character on. */
  'messages.text': call(
    'open',
    z.strictObject({ message: id, offset: z.int().min(0) }),
    z.strictObject({ piece: z.string().max(MAX_CHUNK), total: z.int().min(1) }),
  ),
  'messages.get': call('open', z.strictObject({ message: id }), sealed),
  /** Copies sentence and sealed text; they are not secret and stay on the clipboard. */
  'messages.copy': call('open', z.strictObject({ message: id }), nothing),
  'messages.save': call('open', z.strictObject({ message: id, token: z.string().length(22) }), nothing),
} as const;
