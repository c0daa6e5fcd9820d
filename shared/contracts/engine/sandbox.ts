import { z } from 'zod';
import { call } from '../../contract.ts';
import { SANDBOX_STEPS } from '../../sandbox-steps.ts';
import { id, nothing } from './common.ts';
import { inboxKind } from './inbox.ts';

/** Whose vault of the two is shown. */
export const sandboxSide = z.enum(['owner', 'freelancer']);
export type SandboxSide = z.infer<typeof sandboxSide>;

/** The sandbox as the window's frame shows it: who one is, whom one can be instead, and what was tried already. */
export const sandboxState = z.strictObject({
  who: sandboxSide,
  name: z.string().max(64),
  other: z.string().max(64),
  done: z.array(z.enum(SANDBOX_STEPS)).max(SANDBOX_STEPS.length),
});
export type SandboxState = z.infer<typeof sandboxState>;

export const sandboxCalls = {
  /**
   * Opens two vaults in memory, an owner's and a freelancer's, with sample things in them, and is the owner. From here on this engine
   * opens no file, writes none and keeps nothing; a lock ends it, as it ends the process.
   */
  'sandbox.begin': call('closed', nothing, nothing),
  /** Is the other one, or stays. Refused as `not_found` outside the sandbox. */
  'sandbox.as': call('open', z.strictObject({ who: sandboxSide }), nothing),
  /** Puts a sealed message into the other one's inbox, as a chat would carry it. Refused as `not_found` outside the sandbox. */
  'sandbox.give': call('open', z.strictObject({ message: id }), z.strictObject({ kind: inboxKind })),
} as const;
