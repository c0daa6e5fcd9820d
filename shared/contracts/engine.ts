import { z } from 'zod';
import { accountCalls } from './engine/accounts.ts';
import { grantCalls } from './engine/grants.ts';
import { handoffCalls } from './engine/handoff.ts';
import { inboxCalls } from './engine/inbox.ts';
import { peopleCalls } from './engine/people.ts';
import { runCalls } from './engine/runs.ts';
import { safetyCalls } from './engine/safety.ts';
import { vaultCalls } from './engine/vault.ts';
import { TOPICS } from '../topics.ts';

/** Page to engine. */
export const engineContract = {
  calls: {
    ...vaultCalls,
    ...accountCalls,
    ...peopleCalls,
    ...inboxCalls,
    ...handoffCalls,
    ...grantCalls,
    ...runCalls,
    ...safetyCalls,
  },
  events: {
    changed: z.strictObject({ topic: z.enum(TOPICS), revision: z.int().min(1) }),
    /** Long work under way, in hundredths; ends with 100. */
    progress: z.strictObject({ task: z.enum(['opening', 'deriving', 'codes', 'saving']), done: z.int().min(0).max(100) }),
  },
} as const;
export type EngineContract = typeof engineContract;
