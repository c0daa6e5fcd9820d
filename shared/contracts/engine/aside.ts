import { z } from 'zod';
import { call } from '../../contract.ts';
import { id, nothing, page, rows, time } from './common.ts';

/** A record that cannot be read: what is known of it, and nothing of what is in it but its own name. */
export const asideRecord = z.strictObject({
  id,
  /** As the record gives it; `known` tells whether this version has records of this type. */
  type: z.string().max(32),
  known: z.boolean(),
  v: z.int().min(1),
  /** Its title or name, when that much is sound. */
  name: z.string().max(120).nullable(),
  why: z.enum(['unknown_kind', 'newer_version', 'unknown_field', 'missing_field', 'unfit_field']),
  /** Name of the field at fault, as the format calls it. */
  field: z.string().max(64).nullable(),
  changed: time.nullable(),
  bytes: z.int().min(0),
  /** False for what is not removed by hand: entries of the log, and the records a vault cannot be without. */
  removable: z.boolean(),
});
export type AsideRecord = z.infer<typeof asideRecord>;

const logEntry = z.strictObject({ n: z.int().min(1), t: time });

/** The first place where the log does not hold together. */
export const logFault = z.strictObject({
  /** Number of the entry that should stand there. */
  n: z.int().min(1),
  /** `missing`: entries are not there; `repeated`: two bear one number; `changed`: an entry does not follow from the one before it. */
  why: z.enum(['missing', 'repeated', 'changed']),
  /** Entries that are not there; 0 for the others. */
  missing: z.int().min(0),
  /** The last entry before that place, and the first behind it; null when there is none. */
  before: logEntry.nullable(),
  after: logEntry.nullable(),
  /** Further places like it. */
  more: z.int().min(0),
  /** Entries of the log among the records set aside. */
  setAside: z.int().min(0),
});
export type LogFault = z.infer<typeof logFault>;

export const asideCalls = {
  /** Records set aside, in the order of the file. The first call in an opening reads every record once. */
  'aside.list': call('open', z.strictObject(page), rows(asideRecord)),
  /** Copies what is known of one for support: its type, its size and why it cannot be read, nothing of what is in it. */
  'aside.copy': call('open', z.strictObject({ id }), nothing),
  /** Takes one out of the vault for good, and writes it into the log. Copies made before keep it. */
  'aside.remove': call('open', z.strictObject({ id }), nothing),
  /** Looks for the first place where the log does not hold together; null when it does. */
  'aside.log': call('open', nothing, z.strictObject({ fault: logFault.nullable() })),
} as const;
