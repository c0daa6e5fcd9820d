import { z } from 'zod';
import { id, stepId, text, time } from './shape-parts.ts';

/** A checklist in progress. What it is about: a grant, an account, or, for a leaver, a person; each step may name its own. */
export const run = z.strictObject({
  kind: z.enum([
    'end_of_access',
    'put_authenticator',
    'before_handoff',
    'sign_in_appointment',
    'after_handoff',
    'leaver',
    'account_recovery',
  ]),
  grant: id.exactOptional(),
  account: id.exactOptional(),
  contact: id.exactOptional(),
  started: time,
  finished: time.exactOptional(),
  steps: z
    .array(
      z.strictObject({
        id: stepId,
        account: id.exactOptional(),
        grant: id.exactOptional(),
        /** Of business access: the member, or the centre. */
        of: id.exactOptional(),
        state: z.enum(['todo', 'done', 'skipped']),
        at: time.exactOptional(),
        note: text(500).exactOptional(),
      }),
    )
    .min(1)
    .max(1000),
  /** Of a sign-in appointment. */
  appointment: z
    .strictObject({
      from: time,
      minutes: z.int().min(5).max(240),
      zone: text(64),
      place: text(254).exactOptional(),
      device: text(120).exactOptional(),
      stands_by: text(120).exactOptional(),
      /** How often it was put at another time. */
      moved: z.int().min(0),
    })
    .exactOptional(),
});

/** A session the platform shows of an account. */
export const device = z.strictObject({
  account: id,
  name: text(120),
  place: text(120).exactOptional(),
  seen: text(120).exactOptional(),
  whose: z.enum(['me', 'contact', 'unknown']),
  contact: id.exactOptional(),
  keep: z.boolean().exactOptional(),
  signed_out: time.exactOptional(),
  /** The grant that promised this device. */
  grant: id.exactOptional(),
  /** When it was last seen on the platform's list. */
  listed: time.exactOptional(),
  made: time,
});

/** A look at everything lent: what was answered so far. */
export const review = z.strictObject({
  month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/),
  started: time,
  finished: time.exactOptional(),
  answers: z
    .array(
      z.strictObject({
        of: id,
        answer: z.enum(['keep', 'extend', 'lower', 'end', 'later']),
        at: time,
        until: time.exactOptional(),
      }),
    )
    .max(6000),
});

/** A reminder put off. */
export const snooze = z.strictObject({ kind: stepId, of: id.exactOptional(), until: time });

/** Platforms a person added or corrected, as they read the file. */
export const catalogue = z.strictObject({ added: time, text: z.string().min(2).max(600_000) });
