import type { KnownPlatform } from './known-platform.ts';
import type { RunKind, RunStep, StepOf } from './run-step.ts';
import { afterHandoff, beforeHandoff, signInAppointment } from './steps/around-handoff.ts';
import { endOfAccess, leaver } from './steps/end-of-access.ts';
import { putAuthenticator } from './steps/put-authenticator.ts';
import { accountRecovery, monthlyReview } from './steps/review-steps.ts';

type Makers = { readonly [K in RunKind]: (known: KnownPlatform | null) => readonly RunStep<StepOf<K>>[] };

const makers: Makers = {
  end_of_access: endOfAccess,
  put_authenticator: putAuthenticator,
  before_handoff: beforeHandoff,
  sign_in_appointment: signInAppointment,
  after_handoff: afterHandoff,
  leaver,
  monthly_review: monthlyReview,
  account_recovery: accountRecovery,
};

/** The steps of a run on a platform, in their order; what is not known of it, or of no platform at all (null), is said as "look for". */
export function runStepsFor<K extends RunKind>(known: KnownPlatform | null, kind: K): readonly RunStep<StepOf<K>>[] {
  return makers[kind](known);
}
