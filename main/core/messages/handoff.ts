import { z } from 'zod';
import { card, id, line, text, time } from './fields.ts';
import { items } from './item.ts';
import { passBodies } from './pass-body.ts';

const grantBody = z
  .strictObject({
    grant: id,
    use_until: time,
    items,
    use_from: time.exactOptional(),
    level: line(120).exactOptional(),
    note: text(4000).exactOptional(),
    passes: passBodies.exactOptional(),
    card: card.exactOptional(),
  })
  .refine((body) => body.use_from === undefined || body.use_from <= body.use_until);

const refusalBody = z.strictObject({ refused: z.literal(true), reason: text(500).exactOptional(), card: card.exactOptional() });

/** Kind 1: accounts handed over under a grant, or the refusal of a request. */
export const handoffBody = z.union([grantBody, refusalBody]);

/** What a handoff gives, and until when. */
export type GrantBody = z.output<typeof grantBody>;
