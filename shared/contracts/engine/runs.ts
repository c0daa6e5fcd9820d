import { z } from 'zod';
import { call } from '../../contract.ts';
import { STEPS_OF, type StepOf } from '../../platforms/run-step.ts';
import { event, exposure } from './accounts.ts';
import { copied, day, id, line, nothing, page, personRef, rows, runKind, time, zone } from './common.ts';
import { device, deviceCalls } from './devices.ts';
import { grantRow, receipt } from './grants.ts';

/** Steps of a run: seven for each of some 140 accounts. */
export const MOST_STEPS = 1000;

/** A kind of run. */
export type RunKind = z.infer<typeof runKind>;

/** Steps no platform has a menu for: the end of what still runs, and the new secret to those who stay. */
const OWN_STEPS = ['end_grant', 'send_anew'] as const;
const STEP_IDS = [...new Set([...runKind.options.flatMap((kind): readonly StepOf<RunKind>[] => STEPS_OF[kind]), ...OWN_STEPS])];

export const stepState = z.enum(['todo', 'done', 'skipped']);

/** Names a step within its run: what is done, and for whom or what when there are several of it. */
export const stepKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}(?::[A-Za-z0-9_-]{22})?$/);

/** One step of a run. `id` says which act it is; the words come from `shared/text` and the platform catalogue. */
export const step = z.strictObject({
  key: stepKey,
  id: z.enum(STEP_IDS),
  state: stepState,
  at: time.nullable(),
  note: z.string().max(500).nullable(),
  /** What is still open, so that it cannot be ticked yet; null when it can. */
  blocked: z
    .enum([
      'no_candidate',
      'candidate_waits',
      'devices_open',
      'codes_open',
      'outside_seed',
      'backup_open',
      'password_first',
      'others_outdated',
      'grant_live',
      'no_list',
      'promised_missing',
      'no_factor',
      'not_confirmed',
    ])
    .nullable(),
  account: id.nullable(),
  grant: id.nullable(),
  /** Of business access. */
  member: id.nullable(),
});
export type Step = z.infer<typeof step>;

/** An account a run is about. */
export const runAccount = z.strictObject({
  id,
  platform: z.string().max(64),
  title: z.string().max(120),
  username: z.string().max(254).nullable(),
});
export type RunAccount = z.infer<typeof runAccount>;

/** A grant a run is about: whether its end was sealed for the other side, as which message, and what they said last. */
export const runGrant = z.strictObject({
  row: grantRow,
  revoked: time.nullable(),
  message: id.nullable(),
  receipt: receipt.nullable(),
});
export type RunGrant = z.infer<typeof runGrant>;

/** A place someone has at a business centre. */
export const runMember = z.strictObject({
  id,
  name: z.string().max(120),
  level: z.string().max(120),
  centre: z.string().max(120),
  platform: z.string().max(64),
});
export type RunMember = z.infer<typeof runMember>;

/** When, where and with whom a first sign-in is agreed; zones by their IANA names, `theirZone` null when not noted. */
export const appointment = z.strictObject({
  from: time,
  minutes: z.int().min(5).max(240),
  zone,
  theirZone: zone.nullable(),
  place: z.string().max(254).nullable(),
  device: z.string().max(120).nullable(),
  standsBy: z.string().max(120).nullable(),
});
export type Appointment = z.infer<typeof appointment>;

export const runRow = z.strictObject({
  id,
  kind: runKind,
  grant: grantRow.nullable(),
  account: runAccount.nullable(),
  person: personRef.nullable(),
  /** Of a sign-in appointment: when it begins. */
  at: time.nullable(),
  started: time,
  finished: time.nullable(),
  done: z.int().min(0),
  steps: z.int().min(1),
});
export type RunRow = z.infer<typeof runRow>;

/** What a person who leaves can still use, counted. */
export const stillOpen = z.strictObject({
  grants: z.int().min(0),
  passwords: z.int().min(0),
  codes: z.int().min(0),
  backupCodes: z.int().min(0),
  devices: z.int().min(0),
  members: z.int().min(0),
  /** Ad codes they hold that still run. */
  adCodes: z.int().min(0),
});
export type StillOpen = z.infer<typeof stillOpen>;

export const runDetail = z.strictObject({
  row: runRow,
  steps: z.array(step).max(MOST_STEPS),
  accounts: z.array(runAccount).max(MOST_STEPS),
  grants: z.array(runGrant).max(MOST_STEPS),
  members: z.array(runMember).max(MOST_STEPS),
  /** Of the run's one account; empty for a leaver, whose steps name theirs. */
  devices: z.array(device).max(200),
  exposures: z.array(exposure).max(100),
  candidate: z.strictObject({ made: time }).nullable(),
  passwordChanged: time.nullable(),
  appointment: appointment.nullable(),
  /** The device the other side said they would use. */
  promised: z.string().max(120).nullable(),
  /** Ad codes of the run's one account that still run: those of its person, if it has one, and those noted of nobody. */
  adCodes: z.int().min(0),
  /** Of a leaver. */
  still: stillOpen.nullable(),
  closable: z.boolean(),
});
export type RunDetail = z.infer<typeof runDetail>;

/** What a run is started for. */
export const runStart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['end_of_access', 'after_handoff']), grant: id }),
  z.strictObject({ kind: z.enum(['put_authenticator', 'before_handoff', 'account_recovery']), account: id }),
  z.strictObject({ kind: z.literal('leaver'), contact: id }),
  z.strictObject({
    kind: z.literal('sign_in_appointment'),
    account: id,
    contact: id,
    from: time,
    minutes: z.int().min(5).max(240),
    zone,
    place: line(254).nullable(),
    device: line(120).nullable(),
    standsBy: line(120).nullable(),
  }),
]);
export type RunStart = z.infer<typeof runStart>;

export const runCalls = {
  /** Starts a run, or finds the half-done one; an appointment found is put at the new time. */
  'runs.start': call('open', runStart, z.strictObject({ run: id })),
  'runs.list': call('open', z.strictObject({ only: z.enum(['open', 'all']).optional(), ...page }), rows(runRow)),
  'runs.get': call('open', z.strictObject({ id }), runDetail),
  /** A skipped step needs a reason. Ticking a member says they were removed at the platform. */
  'runs.step': call('open', z.strictObject({ run: id, step: stepKey, state: stepState, note: line(500).nullable() }), nothing),
  /** Closes the grant, or all of a leaver's; refused as `run_not_done` until every step is done or skipped. */
  'runs.close': call('open', z.strictObject({ run: id }), nothing),
  /** Writes the appointment as a calendar file. */
  'runs.saveCalendar': call('open', z.strictObject({ run: id, token: z.string().length(22) }), nothing),

  /** Makes a new password and keeps it beside the old one until "it worked". */
  'candidate.make': call('open', z.strictObject({ account: id, length: z.int().min(12).max(64), symbols: z.boolean() }), nothing),
  'candidate.copy': call('open', z.strictObject({ account: id, which: z.enum(['old', 'new']) }), copied),
  /** The new password worked: it takes the old one's place, which goes to the history, and its exposures end. */
  'candidate.worked': call('open', z.strictObject({ account: id }), nothing),
  /** The new password was not taken: it is dropped, the old one stays. */
  'candidate.drop': call('open', z.strictObject({ account: id }), nothing),

  ...deviceCalls,

  'log.list': call('open', z.strictObject({ account: id.optional(), from: day.optional(), ...page }), rows(event)),
  /** Checks the whole chain; `bad` is the number of the first record that does not fit, null when all do. */
  'log.verify': call('open', nothing, z.strictObject({ records: z.int().min(0), bad: z.int().nullable() })),
} as const;
