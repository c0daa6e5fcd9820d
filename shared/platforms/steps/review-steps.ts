import { valueOf } from '../fact.ts';
import type { KnownPlatform } from '../known-platform.ts';
import type { RunStep, StepOf } from '../run-step.ts';
import { recoveryAdvice, reviewAdvice } from '../../text/step-advice-more.ts';
import { stepTitle } from '../../text/step-titles.ts';
import { appsOnlyStep, rolesStep } from './access-steps.ts';
import { factOf, nowhere, ofLogin, placeOf, stepAt, withBefore } from './compose.ts';
import { backupCodesStep, devicesStep, recoveryStep, takes } from './login-steps.ts';

type Known = KnownPlatform | null;

/** The monthly look at an account. */
export function monthlyReview(known: Known): RunStep<StepOf<'monthly_review'>>[] {
  const backup = backupCodesStep(known);
  return [
    stepAt('grants', stepTitle.grants, nowhere, reviewAdvice.grants),
    { ...devicesStep(known), title: stepTitle.unknownDevices },
    rolesStep(known),
    appsOnlyStep(known),
    { ...(backup.sure === 'not_applicable' ? backup : withBefore(reviewAdvice.fewLeft, backup)), title: stepTitle.countBackup },
    recoveryStep(known),
  ];
}

/** The way back into an account that nobody can open. */
export function accountRecovery(known: Known): RunStep<StepOf<'account_recovery'>>[] {
  const signIn = factOf(known, (of) => of.signIn);
  const page = placeOf(undefined, signIn, recoveryAdvice.lookForHelp);
  const backup = takes(known, 'backup_codes');
  const methods = valueOf(factOf(known, (of) => of.twoStep.methods));
  return [
    stepAt('who_holds_it', stepTitle.whoHoldsIt, nowhere, recoveryAdvice.whoHoldsIt),
    stepAt('recovery_mail', stepTitle.recoveryMail, nowhere, recoveryAdvice.mail),
    stepAt(
      'recovery_phone',
      stepTitle.recoveryPhone,
      nowhere,
      recoveryAdvice.phone,
      methods !== null && methods.sms === undefined && recoveryAdvice.noSms,
    ),
    stepAt('backup_codes', stepTitle.tryBackup, nowhere, backup === false ? recoveryAdvice.noBackup : recoveryAdvice.takeBackup),
    stepAt(
      'platform_page',
      stepTitle.platformPage,
      ofLogin(known, page),
      page.link !== null ? recoveryAdvice.knownPlace : recoveryAdvice.begin,
    ),
    stepAt('then_take_back', stepTitle.thenTakeBack, nowhere, recoveryAdvice.thenTakeBack),
  ];
}
