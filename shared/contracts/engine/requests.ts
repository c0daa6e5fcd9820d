import { z } from 'zod';
import { call } from '../../contract.ts';
import { day, id, line, minute, nothing, page, personRef, rows, text, time, zone } from './common.ts';
import { sealed } from './inbox.ts';

/** Where a request stands. `expired`: nobody answered in time. */
export const requestState = z.enum(['waiting', 'granted', 'refused', 'closed', 'expired']);
export type RequestState = z.infer<typeof requestState>;

export const requestRow = z.strictObject({
  id,
  side: z.enum(['made', 'got']),
  /** Null for an open one of ours that nobody verified has answered. */
  person: personRef.nullable(),
  /** The name an open one of ours was meant for, as typed. */
  addressee: z.string().max(64).nullable(),
  /** A platform of the catalogue, or whatever the asker's app wrote. */
  platform: z.string().max(64),
  account: z.string().max(254),
  role: z.string().max(120),
  until: time,
  made: time,
  /** When it stops waiting. */
  expires: time,
  state: requestState,
  nudged: time.nullable(),
  /** Signed, but readable by anyone on the way. */
  open: z.boolean(),
});
export type RequestRow = z.infer<typeof requestRow>;

/** A number that is exchanged for delegated access, with the name the platform has for it. */
export const numberLine = z.strictObject({ name: line(64), value: line(254) });

export const requestDetail = z.strictObject({
  row: requestRow,
  why: z.string().max(2000),
  device: z.string().max(120).nullable(),
  ids: z.array(z.strictObject({ name: z.string().max(64), value: z.string().max(254) })).max(8),
  message: id,
  /** Why it was refused; null as well while the words of the one who refused are not compared. */
  reason: z.string().max(500).nullable(),
  grant: id.nullable(),
  /** Of one we got: our accounts it may mean, the likeliest first. */
  accounts: z
    .array(
      z.strictObject({
        id,
        platform: z.string().max(64),
        title: z.string().max(120),
        username: z.string().max(254).nullable(),
        business: z.boolean(),
      }),
    )
    .max(20),
  /** Of one sealed to us that waits: what its sender has of us now, the nearest end first. */
  lent: z.array(z.strictObject({ grant: id, account: id, until: time })).max(20),
  /** Of one we made: answers waiting in the inbox, from people whose words are not compared. */
  answers: z.array(z.strictObject({ inbox: id, person: personRef })).max(20),
});
export type RequestDetail = z.infer<typeof requestDetail>;

export const requestForm = z.strictObject({
  /** Null makes an open request, for someone whose card is not here. */
  contact: id.nullable(),
  addressee: line(64).nullable(),
  platform: line(64),
  account: line(254),
  role: line(120),
  why: text(2000),
  lastDay: day,
  untilMinute: minute,
  zone,
  device: line(120).nullable(),
  ids: z.array(numberLine).max(8),
});
export type RequestForm = z.infer<typeof requestForm>;

export const requestCalls = {
  'requests.make': call('open', requestForm, z.strictObject({ request: id, sealed })),
  'requests.list': call('open', z.strictObject({ side: z.enum(['made', 'got']).optional(), ...page }), rows(requestRow)),
  'requests.get': call('open', z.strictObject({ id }), requestDetail),
  /** The same message once more, for someone who has not answered. */
  'requests.again': call('open', z.strictObject({ id }), z.strictObject({ sealed })),
  /** Waits no longer: answers that come later are not matched. */
  'requests.close': call('open', z.strictObject({ id }), nothing),
  'requests.refuse': call('open', z.strictObject({ id, reason: text(500).nullable() }), z.strictObject({ sealed })),
  /** Answers with what to do at the platform instead of a secret. */
  'requests.steps': call(
    'open',
    z.strictObject({
      id,
      account: id,
      level: line(120),
      steps: z.array(text(1000)).min(1).max(40),
      lastDay: day,
      untilMinute: minute,
      zone,
      rules: z.array(line(254)).max(32),
      note: text(4000).nullable(),
      sendUnverified: z.boolean(),
    }),
    z.strictObject({ grant: id, sealed }),
  ),
} as const;
