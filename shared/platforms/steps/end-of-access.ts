import type { KnownPlatform } from '../known-platform.ts';
import type { RunStep, StepOf } from '../run-step.ts';
import { accessAdvice } from '../../text/step-advice.ts';
import { stepTitle } from '../../text/step-titles.ts';
import { appsOnlyStep, appsStep, rolesStep, tellStep } from './access-steps.ts';
import { nowhere, stepAt } from './compose.ts';
import { authenticatorStep, backupCodesStep, devicesStep, passwordStep, recoveryStep } from './login-steps.ts';

/** What really ends someone's access to an account. */
export function endOfAccess(known: KnownPlatform | null): RunStep<StepOf<'end_of_access'>>[] {
  return [
    tellStep(),
    passwordStep(known),
    authenticatorStep(known),
    devicesStep(known),
    backupCodesStep(known),
    appsStep(known),
    recoveryStep(known),
  ];
}

/** What ends for someone who leaves, account by account. */
export function leaver(known: KnownPlatform | null): RunStep<StepOf<'leaver'>>[] {
  return [
    stepAt('list_access', stepTitle.listAccess, nowhere, accessAdvice.listAccess),
    tellStep(),
    rolesStep(known),
    passwordStep(known),
    authenticatorStep(known),
    devicesStep(known),
    backupCodesStep(known),
    appsOnlyStep(known),
    recoveryStep(known),
  ];
}
