import { z } from 'zod';
import { call } from '../../contract.ts';
import { LOG_GROUPS } from '../../log-groups.ts';
import { event } from './accounts.ts';
import { id, nothing, page, rows, time } from './common.ts';

const file = z.string().length(22);

export const logQuery = z.strictObject({
  account: id.nullable(),
  person: id.nullable(),
  group: z.enum(LOG_GROUPS).nullable(),
  /** From an instant on, to another, the second not included. */
  from: time.nullable(),
  until: time.nullable(),
  ...page,
});
export type LogQuery = z.infer<typeof logQuery>;

/** What checking a log written to a file gives, in the order of the checks; `bad` is the record, or the witnessed head, at fault. */
export const logVerdict = z.strictObject({
  verdict: z.enum(['whole', 'form', 'record', 'head', 'signature', 'witness']),
  bad: z.int().min(0).nullable(),
  /** Of a whole one. */
  records: z.int().min(0),
  written: time.nullable(),
  /** The name on the card that signed it, and whether that is ours or that of a contact whose words were compared. */
  by: z.string().max(64).nullable(),
  known: z.enum(['me', 'verified', 'unverified', 'stranger']).nullable(),
});
export type LogVerdict = z.infer<typeof logVerdict>;

export const logCalls = {
  /** Newest first. */
  'log.search': call('open', logQuery, rows(event)),
  /** Heads of the log that others hold, because a receipt of theirs answers the message that carried it; `people` is by how many distinct ones, `bad` is one the log no longer has. */
  'log.witnesses': call(
    'open',
    nothing,
    z.strictObject({ heads: z.int().min(0), people: z.int().min(0), last: time.nullable(), bad: z.int().nullable() }),
  ),
  /** Writes the whole log, signed, for someone else to check. It holds no secrets, but who did what with which account by number. */
  'log.writeOut': call('open', z.strictObject({ token: file }), nothing),
  'log.checkFile': call('open', z.strictObject({ token: file }), logVerdict),
} as const;
