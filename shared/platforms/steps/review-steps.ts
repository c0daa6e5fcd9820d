import { valueOf } from '../fact.ts';
import type { KnownPlatform } from '../known-platform.ts';
import type { RunStep, StepOf } from '../run-step.ts';
import { appsOnlyStep, rolesStep } from './access-steps.ts';
import { factOf, nowhere, ofLogin, placeOf, stepAt } from './compose.ts';
import { backupCodesStep, devicesStep, recoveryStep, takes } from './login-steps.ts';

type Known = KnownPlatform | null;

/** The monthly look at an account. */
export function monthlyReview(known: Known): RunStep<StepOf<'monthly_review'>>[] {
  const backup = backupCodesStep(known);
  return [
    stepAt('grants', 'See who has it', nowhere, 'Is every grant still needed, and is every last day right? End what nobody uses.'),
    { ...devicesStep(known), title: 'Look for devices you do not know' },
    rolesStep(known),
    appsOnlyStep(known),
    {
      ...backup,
      title: 'Count the backup codes',
      advice: backup.sure === 'not_applicable' ? backup.advice : `Fewer than three left? Then make a new set. ${backup.advice}`,
    },
    recoveryStep(known),
  ];
}

/** The way back into an account that nobody can open. */
export function accountRecovery(known: Known): RunStep<StepOf<'account_recovery'>>[] {
  const signIn = factOf(known, (of) => of.signIn);
  const page = placeOf(undefined, signIn, 'Look for “Forgot password” or “Need help?” under the sign-in.');
  const backup = takes(known, 'backup_codes');
  const methods = valueOf(factOf(known, (of) => of.twoStep.methods));
  return [
    stepAt(
      'who_holds_it',
      'Find out who holds what',
      nowhere,
      'Who has the recovery mail, who the recovery phone, who the authenticator? Ask them before you try: too many tries lock an account for longer.',
    ),
    stepAt(
      'recovery_mail',
      'Use the recovery mail',
      nowhere,
      'The address noted here gets the link. See that you can open that mailbox first.',
    ),
    stepAt(
      'recovery_phone',
      'Use the recovery phone',
      nowhere,
      'Whoever holds it reads out the code, to you and to nobody who calls.',
      methods !== null && methods.sms === undefined && 'A code by SMS is not listed for this platform.',
    ),
    stepAt(
      'backup_codes',
      'Try a backup code',
      nowhere,
      backup === false
        ? 'Backup codes are not listed for this platform; look here whether some were noted all the same.'
        : 'Take one from here, and mark it as used.',
    ),
    stepAt(
      'platform_page',
      'Go through the platform’s own way',
      ofLogin(known, page),
      page.link !== null
        ? 'Use a device and a place the account knows.'
        : 'Begin at the sign-in you know, on a device and in a place the account knows.',
    ),
    stepAt(
      'then_take_back',
      'Once you are in, close the door',
      nowhere,
      'Set a new password, sign out every device that is not yours, set the authenticator up again and make new backup codes, in that order.',
    ),
  ];
}
