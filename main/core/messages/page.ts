import { z } from 'zod';
import { card, text, time } from './fields.ts';
import { items } from './item.ts';

/** Kind 8: what a page for someone without the app holds. Never an envelope of its own here: inside one it is the wrong kind. */
export const pageBody = z.strictObject({
  card,
  use_until: time,
  items: items.refine((all) => all.every((item) => !item.live_codes)),
  note: text(4000).exactOptional(),
});
