import { z } from 'zod';
import { call } from '../../contract.ts';
import { id, line, nothing, personRef, text, time } from './common.ts';

const whose = z.enum(['me', 'contact', 'unknown']);

export const device = z.strictObject({
  id,
  account: id,
  name: z.string().max(120),
  place: z.string().max(120).nullable(),
  seen: z.string().max(120).nullable(),
  whose,
  person: personRef.nullable(),
  /** Null until the person has decided. */
  keep: z.boolean().nullable(),
  signedOut: time.nullable(),
  /** The grant for which it was promised; null for one nobody announced. */
  grant: id.nullable(),
  /** When it was written down first, and when the platform's list last had it; null for one that was never on a list. */
  made: time,
  listed: time.nullable(),
});
export type Device = z.infer<typeof device>;

/** One line of a platform's list as it was understood. */
export const readDevice = z.strictObject({
  name: z.string().max(120),
  place: z.string().max(120).nullable(),
  seen: z.string().max(120).nullable(),
  /** The device known here that it seems to be, or the promised one it fits; null for one not known. */
  known: id.nullable(),
  whose,
  contact: id.nullable(),
  /** True when it fits a promised device that no list has shown yet. */
  promised: z.boolean(),
});
export type ReadDevice = z.infer<typeof readDevice>;

const MOST = 200;

/** What a person corrected of it; `known` says which device it is. */
export const listedDevice = z.strictObject({
  known: id.nullable(),
  name: line(120),
  place: line(120).nullable(),
  seen: line(120).nullable(),
  whose,
  contact: id.nullable(),
});
export type ListedDevice = z.infer<typeof listedDevice>;

export const deviceCalls = {
  'devices.list': call('open', z.strictObject({ account: id }), z.strictObject({ devices: z.array(device).max(MOST) })),
  'devices.save': call(
    'open',
    z.strictObject({
      id: id.optional(),
      account: id,
      name: line(120),
      place: line(120).nullable(),
      seen: line(120).nullable(),
      whose,
      contact: id.nullable(),
      keep: z.boolean().nullable(),
      signedOut: z.boolean(),
    }),
    z.strictObject({ id }),
  ),
  'devices.remove': call('open', z.strictObject({ id }), nothing),
  /** Understands the text copied from a platform's list; saves nothing. `gone` are devices still in that it does not show. */
  'devices.read': call(
    'open',
    z.strictObject({ account: id, text: text(20_000) }),
    z.strictObject({ rows: z.array(readDevice).max(MOST), gone: z.array(device).max(MOST) }),
  ),
  /** Writes a whole list down as shown now; `gone` are those the person says are signed out. */
  'devices.saveList': call(
    'open',
    z.strictObject({ account: id, rows: z.array(listedDevice).max(MOST), gone: z.array(id).max(MOST) }),
    nothing,
  ),
} as const;
