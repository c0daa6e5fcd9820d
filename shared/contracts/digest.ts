import { z } from 'zod';

/** Most dates of a digest; those that come later are left out. */
export const MOST_ENDS = 60;

/** What ends and what is over in the vault that was open, without a name: for the lock screen. */
export const digest = z.strictObject({
  /** This device's own number for the vault file, as `vaults.list` gives it. */
  vault: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  /** When something ends, soonest first, how much, and how much of that simply is gone then, with nothing left to do about it. */
  ends: z
    .array(
      z.strictObject({
        at: z.int().min(1).max(253_402_300_799),
        count: z.int().min(1),
        gone: z.int().min(1).exactOptional(),
      }),
    )
    .max(MOST_ENDS),
  /** How much was over already when this was told. */
  over: z.int().min(0),
});
export type Digest = z.infer<typeof digest>;
