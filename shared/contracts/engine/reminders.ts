import { z } from 'zod';
import { call } from '../../contract.ts';
import { day, id, nothing, time, zone } from './common.ts';

/** What a person may be reminded of. */
export const reminderKind = z.enum([
  /** Something lent has its last day within a week, or something lent to us. */
  'loan_ending',
  'received_ending',
  /** Something lent is over and its end is not done. */
  'loan_over',
  /** Someone is still in a business centre after their last day, or has it within a week. */
  'member_ending',
  'member_over',
  'ad_code_ending',
  /** A sign-in appointment within a day. */
  'appointment',
  'review_due',
  /** An authenticator that is the same since more than a year. */
  'seed_old',
  /** The recovery sheet was not typed back for a year. */
  'sheet_untested',
]);
export type ReminderKind = z.infer<typeof reminderKind>;

export const reminder = z.strictObject({
  kind: reminderKind,
  /** The grant, member, ad code, run or account it is about; null for the vault itself. */
  of: id.nullable(),
  /** The account to look at, or of what is lent to us its item; null when it is about none. */
  account: z
    .strictObject({ id, platform: z.string().max(64), title: z.string().max(120), username: z.string().max(254).nullable() })
    .nullable(),
  /** Who has it, gave it, is in a centre or signs in; null when it is about nobody. */
  who: z.string().max(120).nullable(),
  centre: z.strictObject({ id, name: z.string().max(120) }).nullable(),
  /** What an ad code is for. */
  about: z.string().max(254).nullable(),
  /** The run that is to be gone on with; null when none was begun. */
  run: id.nullable(),
  /** When it falls due, or fell due. */
  at: time,
  late: z.boolean(),
  snoozed: time.nullable(),
});
export type Reminder = z.infer<typeof reminder>;

/** Most reminders shown at once; more are counted. */
export const MOST_REMINDERS = 200;

const list = z.strictObject({ total: z.int().min(0), rows: z.array(reminder).max(MOST_REMINDERS) });

export const reminderCalls = {
  /** What is late, then what comes, soonest first, then what has no day; beside it what was put off. */
  'reminders.list': call('open', z.strictObject({ zone }), z.strictObject({ due: list, snoozed: list })),
  /** Says nothing of it until a day begins in a zone; null takes that back. */
  'reminders.snooze': call('open', z.strictObject({ kind: reminderKind, of: id.nullable(), day: day.nullable(), zone }), nothing),
  /** Writes every coming last day, appointment and review as a calendar file. */
  'reminders.saveCalendar': call(
    'open',
    z.strictObject({ zone, token: z.string().length(22) }),
    z.strictObject({ events: z.int().min(0) }),
  ),
} as const;
