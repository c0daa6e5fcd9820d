import { z } from 'zod';
import { call } from '../../contract.ts';
import { day, id, line, minute, span, text, time, zone } from './common.ts';
import { sealed } from './inbox.ts';

/** Code windows as a person plans them. Weekdays 1 (Monday) to 7, minutes of the day in the owner's zone. */
export const windowPlan = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** A sign-in appointment: so many minutes from an instant on. */
  z.strictObject({ kind: z.literal('appointment'), from: time, minutes: z.int().min(5).max(240) }),
  z.strictObject({
    kind: z.literal('week'),
    lanes: z.array(z.strictObject({ weekday: z.int().min(1).max(7), from: minute, until: minute })).max(50),
  }),
  /** An appointment, and the weekly lanes besides. */
  z.strictObject({
    kind: z.literal('both'),
    from: time,
    minutes: z.int().min(5).max(240),
    lanes: z.array(z.strictObject({ weekday: z.int().min(1).max(7), from: minute, until: minute })).max(50),
  }),
]);
export type WindowPlan = z.infer<typeof windowPlan>;

export const handoffDraft = z.strictObject({
  account: id,
  contact: id,
  password: z.boolean(),
  backupCodes: z.boolean(),
  liveCodes: z.boolean(),
  windows: windowPlan,
  /** The last day, which ends at midnight in `zone` unless `untilMinute` says otherwise. */
  lastDay: day,
  untilMinute: minute,
  zone,
  level: line(120).nullable(),
  rules: z.array(line(254)).max(32),
  device: line(120).nullable(),
  note: text(4000).nullable(),
  /** The request this answers. */
  request: id.optional(),
});
export type HandoffDraft = z.infer<typeof handoffDraft>;

/** What a draft would send, before it is sealed. */
export const handoffPreview = z.strictObject({
  until: time,
  /** Calendar days, in the draft's zone, that have windows. */
  days: z.array(day).max(366),
  windows: z.array(span).max(256),
  codes: z.int().min(0),
  /** Seconds covered by windows. */
  covered: z.int().min(0),
  /** Characters of the sealed text. */
  length: z.int().min(0),
  verified: z.boolean(),
  /** What stands in the way of sealing, if anything: an error code of the same name. */
  problem: z
    .enum(['nothing_to_send', 'no_windows', 'too_many_codes', 'ends_in_past', 'too_far_ahead', 'no_seed', 'codes_by_counter'])
    .nullable(),
});
export type HandoffPreview = z.infer<typeof handoffPreview>;

export const handoffCalls = {
  'handoff.preview': call('open', handoffDraft, handoffPreview),
  /** Seals. A contact whose words were not typed needs `sendUnverified`, which the log keeps. */
  'handoff.seal': call(
    'open',
    z.strictObject({ draft: handoffDraft, sendUnverified: z.boolean() }),
    z.strictObject({ grant: id, sealed }),
  ),
} as const;
