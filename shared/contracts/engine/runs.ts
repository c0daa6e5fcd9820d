import { z } from 'zod';
import { call } from '../../contract.ts';
import { copied, day, id, line, nothing, page, personRef, rows, time } from './common.ts';
import { event, exposure } from './accounts.ts';
import { grantRow } from './grants.ts';

export const stepState = z.enum(['todo', 'done', 'skipped']);

/** One step of a run. `id` says which act it is; the words come from `shared/text` and the platform catalogue. */
export const step = z.strictObject({
  id: z.enum(['tell', 'password', 'authenticator', 'devices', 'backup_codes', 'apps', 'recovery']),
  state: stepState,
  at: time.nullable(),
  note: z.string().max(500).nullable(),
  /** Why it cannot be ticked yet; null when it can. */
  blocked: z.enum(['no_candidate', 'candidate_waits', 'devices_open']).nullable(),
});
export type Step = z.infer<typeof step>;

export const device = z.strictObject({
  id,
  account: id,
  name: z.string().max(120),
  place: z.string().max(120).nullable(),
  seen: z.string().max(120).nullable(),
  whose: z.enum(['me', 'contact', 'unknown']),
  person: personRef.nullable(),
  /** Null until the person has decided. */
  keep: z.boolean().nullable(),
  signedOut: time.nullable(),
});
export type Device = z.infer<typeof device>;

export const runRow = z.strictObject({
  id,
  kind: z.enum(['end_of_access']),
  grant: grantRow,
  started: time,
  finished: time.nullable(),
  done: z.int().min(0),
  steps: z.int().min(1),
});
export type RunRow = z.infer<typeof runRow>;

export const runDetail = z.strictObject({
  row: runRow,
  steps: z.array(step).max(40),
  devices: z.array(device).max(200),
  exposures: z.array(exposure).max(100),
  candidate: z.strictObject({ made: time }).nullable(),
  passwordChanged: time.nullable(),
  closable: z.boolean(),
});
export type RunDetail = z.infer<typeof runDetail>;

export const runCalls = {
  /** Starts, or finds, the end-of-access run of a grant whose last day is over. */
  'runs.start': call('open', z.strictObject({ grant: id }), z.strictObject({ run: id })),
  'runs.list': call('open', z.strictObject({ ...page }), rows(runRow)),
  'runs.get': call('open', z.strictObject({ id }), runDetail),
  /** A skipped step needs a reason. */
  'runs.step': call(
    'open',
    z.strictObject({ run: id, step: step.shape.id, state: stepState, note: line(500).nullable() }),
    nothing,
  ),
  /** Closes the grant; refused as `run_not_done` until every step is done or skipped. */
  'runs.close': call('open', z.strictObject({ run: id }), nothing),

  /** Makes a new password and keeps it beside the old one until "it worked". */
  'candidate.make': call('open', z.strictObject({ account: id, length: z.int().min(12).max(64), symbols: z.boolean() }), nothing),
  'candidate.copy': call('open', z.strictObject({ account: id, which: z.enum(['old', 'new']) }), copied),
  /** The new password worked: it takes the old one's place, which goes to the history, and its exposures end. */
  'candidate.worked': call('open', z.strictObject({ account: id }), nothing),
  /** The new password was not taken: it is dropped, the old one stays. */
  'candidate.drop': call('open', z.strictObject({ account: id }), nothing),

  'devices.list': call('open', z.strictObject({ account: id }), z.strictObject({ devices: z.array(device).max(200) })),
  'devices.save': call(
    'open',
    z.strictObject({
      id: id.optional(),
      account: id,
      name: line(120),
      place: line(120).nullable(),
      seen: line(120).nullable(),
      whose: z.enum(['me', 'contact', 'unknown']),
      contact: id.nullable(),
      keep: z.boolean().nullable(),
      signedOut: z.boolean(),
    }),
    z.strictObject({ id }),
  ),
  'devices.remove': call('open', z.strictObject({ id }), nothing),

  'log.list': call('open', z.strictObject({ account: id.optional(), from: day.optional(), ...page }), rows(event)),
  /** Checks the whole chain; `bad` is the number of the first record that does not fit, null when all do. */
  'log.verify': call('open', nothing, z.strictObject({ records: z.int().min(0), bad: z.int().nullable() })),
} as const;
