import { z } from 'zod';
import { call } from '../../contract.ts';
import { nothing } from './common.ts';

/** Kinds of long work the engine tells of. */
export const workTask = z.enum([
  'opening',
  'deriving',
  'codes',
  'saving',
  'compacting',
  'sealing',
  'checking',
  'salvaging',
  'restoring',
]);
export type WorkTask = z.infer<typeof workTask>;

/** How far long work is, in hundredths; the answer of its call is its end. `records`: read so far, and of how many when the file says it. */
export const progress = z.strictObject({
  task: workTask,
  done: z.int().min(0).max(100),
  records: z.strictObject({ done: z.int().min(0), total: z.int().min(0).nullable() }).optional(),
});

export const workCalls = {
  /** Gives up the work of this kind that is under way, at its next look; its own call is then refused as `cancelled`, with nothing changed. */
  'work.cancel': call('any', z.strictObject({ task: workTask }), nothing),
} as const;
