import { z } from 'zod';
import { id, platformId, sealed, text, time } from './shape-parts.ts';

/** A business centre: ours, or one that partners with ours. */
export const centre = z.strictObject({
  client: id.exactOptional(),
  platform: platformId,
  name: text(120),
  number: text(254).exactOptional(),
  owner: z.enum(['me', 'partner']),
  contact: id.exactOptional(),
  notes: text(4000).exactOptional(),
  made: time,
  archived: z.boolean(),
});

/** Something a business centre owns or may use: an ad account, a page, a channel. */
export const asset = z.strictObject({
  centre: id,
  kind: z.enum(['ad_account', 'account', 'page', 'channel', 'shop', 'pixel', 'catalogue', 'site', 'other']),
  name: text(120),
  number: text(254).exactOptional(),
  hold: z.enum(['owns', 'may_use']),
  account: id.exactOptional(),
  made: time,
});

/** A person or partner business in a business centre, with what they may do there. */
export const member = z.strictObject({
  centre: id,
  as: z.enum(['person', 'partner']),
  contact: id.exactOptional(),
  name: text(120),
  number: text(254).exactOptional(),
  level: text(120),
  lowest: z.boolean(),
  assets: z.array(id).max(100),
  state: z.enum(['invited', 'asked', 'active', 'removed']),
  made: time,
  since: time.exactOptional(),
  until: time.exactOptional(),
  removed: time.exactOptional(),
  /** The state a removal ended, to come back if the removal was none. */
  was: z.enum(['invited', 'asked', 'active']).exactOptional(),
  note: text(500).exactOptional(),
});

/** An ad authorisation code of one post. */
export const adCode = z.strictObject({
  account: id,
  contact: id.exactOptional(),
  about: text(254),
  code: sealed.exactOptional(),
  days: z.int().min(1).max(365),
  from: time,
  until: time,
  ended: time.exactOptional(),
  made: time,
});
