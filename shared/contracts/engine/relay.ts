import { z } from 'zod';
import { call } from '../../contract.ts';
import { copied, id, line, liveCode, nothing, page, personRef, rows, time, zone } from './common.ts';
import { sealed } from './inbox.ts';

/** Where a request for a code stands. `denied` is told to nobody but the log: silence is all the asker gets. */
export const codeRequestState = z.enum(['waiting', 'answered', 'denied', 'closed', 'expired']);
export type CodeRequestState = z.infer<typeof codeRequestState>;

export const codeRequestRow = z.strictObject({
  id,
  side: z.enum(['made', 'got']),
  person: personRef,
  /** Of theirs the account, of ours the received item. */
  account: id,
  platform: z.string().max(64),
  title: z.string().max(120),
  username: z.string().max(254).nullable(),
  grant: id,
  /** Null for now. */
  when: z.strictObject({ from: time, to: time, zone }).nullable(),
  why: z.string().max(254).nullable(),
  made: time,
  expires: time,
  state: codeRequestState,
});
export type CodeRequestRow = z.infer<typeof codeRequestRow>;

export const codeRequestDetail = z.strictObject({
  row: codeRequestRow,
  /** Answers under this grant so far, and since when it runs. */
  answered: z.int().min(0),
  answeredToday: z.int().min(0),
  grantUntil: time,
  /** Why it cannot be answered now; null when it can. */
  problem: z.enum(['request_over', 'grant_over', 'not_verified', 'too_often', 'muted']).nullable(),
  /** False where there is no seed: a code that came by SMS or mail can be typed in. */
  hasSeed: z.boolean(),
  muted: z.boolean(),
  /** The answer, to be given out again while it is good; null when there is none. */
  answer: sealed.nullable(),
  /** Of ours: the text that asks, to be given out again while it waits. */
  sent: sealed.nullable(),
  /** Its place in the inbox; null for one of ours. */
  inbox: id.nullable(),
});
export type CodeRequestDetail = z.infer<typeof codeRequestDetail>;

export const askForm = z.strictObject({
  /** The received item. */
  received: id,
  /** Null for now. */
  when: z.strictObject({ from: time, to: time }).nullable(),
  zone,
  why: line(254).nullable(),
});
export type AskForm = z.infer<typeof askForm>;

/** What there is of a code that was asked for. */
const relayedCode = z.strictObject({
  live: liveCode.nullable(),
  /** When codes asked for a time to come begin; null when they have. */
  opens: time.nullable(),
  /** When the codes are over. */
  ends: time.nullable(),
  typed: z.strictObject({ code: z.string().max(12), until: time }).nullable(),
});
export type RelayedCode = z.infer<typeof relayedCode>;

export const relayCalls = {
  'relay.ask': call('open', askForm, z.strictObject({ request: id, sealed })),
  'relay.list': call('open', z.strictObject({ side: z.enum(['made', 'got']).optional(), ...page }), rows(codeRequestRow)),
  'relay.get': call('open', z.strictObject({ id }), codeRequestDetail),
  /** One of ours waits no longer. */
  'relay.close': call('open', z.strictObject({ id }), nothing),
  /** Answers by hand with the codes of so many minutes; the log has it before it is sealed. */
  'relay.answer': call('open', z.strictObject({ id, minutes: z.int().min(1).max(15) }), z.strictObject({ sealed })),
  /** Answers with a code that the owner typed in. */
  'relay.type': call('open', z.strictObject({ id, code: z.string().regex(/^[!-~][ -~]{2,10}[!-~]$/) }), z.strictObject({ sealed })),
  'relay.deny': call('open', z.strictObject({ id }), nothing),
  /** Requests for codes under a grant are kept and not shown, until it is unmuted. */
  'relay.mute': call('open', z.strictObject({ grant: id }), nothing),
  'relay.unmute': call('open', z.strictObject({ grant: id }), nothing),
  /** The code that came in answer, of a received item; kept in memory only. All null when there is none, or its time is over. */
  'relay.live': call('open', z.strictObject({ received: id }), relayedCode),
  'relay.copy': call('open', z.strictObject({ received: id }), copied),
} as const;
