import { z } from 'zod';
import { call } from '../../contract.ts';
import { id, nothing, page, rows, text, time, zone } from './common.ts';
import { grantDetail, grantRow } from './grants.ts';
import { sealed } from './inbox.ts';

/** What a person may say of one loan; `later` asks again in a week. */
export const answer = z.enum(['keep', 'extend', 'lower', 'end', 'later']);
export type Answer = z.infer<typeof answer>;

export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

/** One live loan in a review: enough to decide by. */
export const reviewRow = z.strictObject({
  grant: grantRow,
  what: grantDetail.shape.what,
  /** When the password it gave was set; null when it gave none, or that is not known. */
  passwordSet: time.nullable(),
  windows: z.int().min(0),
  /** Answers to requests for codes under it, and requests of the last thirty days. */
  relayed: z.int().min(0),
  asked: z.int().min(0),
  /** Secrets that would stay exposed were it to end now. */
  exposed: z.array(z.enum(['password', 'codes', 'backup_codes'])).max(3),
  reviewed: time.nullable(),
  answer: answer.nullable(),
});
export type ReviewRow = z.infer<typeof reviewRow>;

const opened = z.strictObject({ id, month, started: time, answered: z.int().min(0), total: z.int().min(0) });

export const reviewCalls = {
  /** The review that is open; when the next one is due, and what it would look at. */
  'review.state': call(
    'open',
    z.strictObject({ zone }),
    z.strictObject({ open: opened.nullable(), due: time, finished: time.nullable(), live: z.int().min(0) }),
  ),
  /** Starts this month's review, or finds the one that is open. */
  'review.start': call('open', z.strictObject({ zone }), z.strictObject({ id })),
  'review.rows': call('open', z.strictObject({ id, ...page }), rows(reviewRow)),
  /** Nothing is sent or changed by an answer; null takes it back. */
  'review.answer': call('open', z.strictObject({ id, grant: id, answer: answer.nullable() }), nothing),
  /**
   * Does what was answered: seals the end of each loan that is to end and starts its run; gives what is left for the person to do by hand.
   * Loans without an answer are asked about the next time.
   */
  'review.finish': call(
    'open',
    z.strictObject({ id, reason: text(500) }),
    z.strictObject({
      ended: z.array(z.strictObject({ grant: grantRow, run: id.nullable(), sealed })).max(200),
      extend: z.array(grantRow).max(200),
      lower: z.array(grantRow).max(200),
      /** True when there was more to end than one go does: finish again. */
      more: z.boolean(),
    }),
  ),
} as const;
