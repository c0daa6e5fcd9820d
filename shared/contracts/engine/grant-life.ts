import { z } from 'zod';
import { call } from '../../contract.ts';
import { day, id, line, minute, text, zone } from './common.ts';
import { grantRow } from './grants.ts';
import { handoffPreview, windowPlan } from './handoff.ts';
import { sealed } from './inbox.ts';

const end = { lastDay: day, untilMinute: minute, zone };

export const extension = z.strictObject({ id, ...end, windows: windowPlan });
export type Extension = z.infer<typeof extension>;

export const reduction = z.strictObject({
  id,
  ...end,
  password: z.boolean(),
  backupCodes: z.boolean(),
  /** Whether the windows that are left stay. */
  codes: z.boolean(),
  liveCodes: z.boolean(),
  level: line(120).nullable(),
  rules: z.array(line(254)).max(32),
});
export type Reduction = z.infer<typeof reduction>;

const sent = z.strictObject({ sealed });
const sendUnverified = z.boolean();

export const grantLifeCalls = {
  /** What an extension would send. */
  'grants.previewExtension': call('open', extension, handoffPreview),
  /** A new last day, with the codes of these windows in place of those left; `request` is the request of theirs that it answers. */
  'grants.extend': call('open', z.strictObject({ extension, sendUnverified, request: id.exactOptional() }), sent),
  /** Less than before, or an earlier end. What was seen stays exposed. */
  'grants.reduce': call('open', z.strictObject({ reduction, sendUnverified }), sent),
  /** The end now: their app removes what it holds once this is pasted in. A grant that is over already is told so. */
  'grants.end': call('open', z.strictObject({ id, reason: text(500) }), sent),
  /** Live grants whose password was changed since it was sent. */
  'grants.outdated': call('open', z.strictObject({ account: id }), z.strictObject({ grants: z.array(grantRow).max(100) })),
  /** The present secrets for someone who still has access, until the same end. */
  'grants.sendAnew': call('open', z.strictObject({ id, sendUnverified }), sent),
} as const;
