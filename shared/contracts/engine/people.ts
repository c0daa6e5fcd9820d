import { z } from 'zod';
import { call } from '../../contract.ts';
import { id, line, nothing, time, zone } from './common.ts';

export const contactState = z.enum(['unverified', 'verified', 'retired']);
export const contactRole = z.enum(['owner', 'freelancer', 'agency', 'colleague']);

export const contact = z.strictObject({
  id,
  name: z.string().max(64),
  organisation: z.string().max(64).nullable(),
  role: contactRole.nullable(),
  zone: zone.nullable(),
  state: contactState,
  verifiedAt: time.nullable(),
  /** A verified contact with a name like this one, whose key is another; null when there is none. */
  resembles: z.strictObject({ id, name: z.string().max(64) }).nullable(),
  /** Loans given to them that are neither closed nor declined. */
  grants: z.int().min(0),
  /** At how many business centres they are or wait to be; only where one person is asked for. */
  centres: z.int().min(0).optional(),
});
export type Contact = z.infer<typeof contact>;

/** A QR code as rows of dark (1) and light (0) modules. */
export const qrRows = z.array(z.string().regex(/^[01]{1,200}$/)).max(200);

export const peopleCalls = {
  /** One's own card and words, to be read out on a call. */
  'me.get': call(
    'open',
    nothing,
    z.strictObject({
      name: z.string().max(64),
      words: z.array(z.string().max(8)).length(8),
      card: z.string().max(512),
      qr: qrRows,
    }),
  ),
  'me.copyCard': call('open', nothing, nothing),
  'people.list': call('open', nothing, z.strictObject({ people: z.array(contact).max(1000) })),
  'people.get': call('open', z.strictObject({ id }), contact),
  'people.save': call(
    'open',
    z.strictObject({ id, organisation: line(64).nullable(), role: contactRole.nullable(), zone: zone.nullable() }),
    nothing,
  ),
  /** Compares the words the contact read out, as they were typed; words pasted are refused. Right words verify the contact. */
  'people.verify': call('open', z.strictObject({ id, words: z.string().max(400), pasted: z.boolean() }), nothing),
  'people.remove': call('open', z.strictObject({ id }), nothing),
} as const;
