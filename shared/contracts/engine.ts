import { z } from 'zod';
import { accountListCalls } from './engine/account-list.ts';
import { accountCalls } from './engine/accounts.ts';
import { asideCalls } from './engine/aside.ts';
import { businessCalls } from './engine/business.ts';
import { copyCalls } from './engine/copies.ts';
import { generateCalls } from './engine/generate.ts';
import { grantLifeCalls } from './engine/grant-life.ts';
import { grantCalls } from './engine/grants.ts';
import { handoffCalls } from './engine/handoff.ts';
import { inboxCalls } from './engine/inbox.ts';
import { ledgerCalls } from './engine/ledger.ts';
import { logCalls } from './engine/log.ts';
import { peopleCalls } from './engine/people.ts';
import { platformCalls } from './engine/platforms.ts';
import { relayCalls } from './engine/relay.ts';
import { reminderCalls } from './engine/reminders.ts';
import { requestCalls } from './engine/requests.ts';
import { reviewCalls } from './engine/review.ts';
import { sandboxCalls } from './engine/sandbox.ts';
import { runCalls } from './engine/runs.ts';
import { safetyCalls } from './engine/safety.ts';
import { strengthCalls } from './engine/strength.ts';
import { vaultCalls } from './engine/vault.ts';
import { progress, workCalls } from './engine/work.ts';
import { TOPICS } from '../topics.ts';

/** Page to engine. */
export const engineContract = {
  calls: {
    ...vaultCalls,
    ...accountCalls,
    ...accountListCalls,
    ...strengthCalls,
    ...generateCalls,
    ...peopleCalls,
    ...inboxCalls,
    ...handoffCalls,
    ...grantCalls,
    ...grantLifeCalls,
    ...requestCalls,
    ...relayCalls,
    ...logCalls,
    ...reviewCalls,
    ...reminderCalls,
    ...runCalls,
    ...platformCalls,
    ...ledgerCalls,
    ...businessCalls,
    ...safetyCalls,
    ...asideCalls,
    ...copyCalls,
    ...sandboxCalls,
    ...workCalls,
  },
  events: {
    changed: z.strictObject({ topic: z.enum(TOPICS), revision: z.int().min(1) }),
    progress,
  },
} as const;
export type EngineContract = typeof engineContract;
