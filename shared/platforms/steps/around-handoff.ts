import { valueOf } from '../fact.ts';
import type { KnownPlatform } from '../known-platform.ts';
import type { RunStep, StepOf } from '../run-step.ts';
import { handoffAdvice, signInAdvice } from '../../text/step-advice-more.ts';
import { stepTitle } from '../../text/step-titles.ts';
import { delegatedWayStep } from './access-steps.ts';
import { factOf, noteOf, nothingHere, nowhere, placeOfWay, stepAt } from './compose.ts';
import { devicesPlace, recoveryStep, takes, twoStepPlace } from './login-steps.ts';

type Known = KnownPlatform | null;

/** What the owner looks at before a login is lent. */
export function beforeHandoff(known: Known): RunStep<StepOf<'before_handoff'>>[] {
  const backup = factOf(known, (of) => of.twoStep.backupCodesAnew);
  const backupAt = placeOfWay(backup, handoffAdvice.lookForBackup);
  const recovery = recoveryStep(known);
  return [
    stepAt(
      'second_step',
      stepTitle.secondStep,
      twoStepPlace(known),
      takes(known, 'authenticator') === false ? handoffAdvice.codesFromYou : handoffAdvice.lendCodes,
    ),
    { ...recovery, title: stepTitle.recoveryYours },
    stepAt(
      'backup_codes',
      stepTitle.backupAtHand,
      {
        ...backupAt,
        says: [backupAt.sure === 'not_applicable' && noteOf(backup), backupAt.sure === 'unknown' && handoffAdvice.lookForBackup],
      },
      nothingHere({ ...backupAt, says: [noteOf(backup)] }) ?? handoffAdvice.backupWhy,
    ),
    delegatedWayStep(known),
    stepAt('devices', stepTitle.devicesBefore, devicesPlace(known), handoffAdvice.devicesBefore),
  ];
}

/** The hour in which the freelancer signs in for the first time. */
export function signInAppointment(known: Known): RunStep<StepOf<'sign_in_appointment'>>[] {
  const methods = valueOf(factOf(known, (of) => of.twoStep.methods));
  const asks = [
    methods?.push === 'yes' && 'push',
    (methods?.sms === 'yes' || methods?.sms === 'limited') && 'sms',
    methods?.mail === 'yes' && 'mail',
  ] as const;
  return [
    stepAt('agree_time', stepTitle.agreeTime, nowhere, signInAdvice.time),
    stepAt('device_and_place', stepTitle.deviceAndPlace, nowhere, signInAdvice.deviceAndPlace),
    stepAt('stand_by', stepTitle.standBy, nowhere, signInAdvice.standBy),
    stepAt('calendar', stepTitle.calendar, nowhere, signInAdvice.calendar),
    stepAt(
      'more_asked',
      stepTitle.moreAsked,
      nowhere,
      signInAdvice.mayAsk(asks.filter((one) => one !== false)),
      signInAdvice.strange,
      methods === null && signInAdvice.unknown,
    ),
  ];
}

/** What the owner looks at once the freelancer is in. */
export function afterHandoff(known: Known): RunStep<StepOf<'after_handoff'>>[] {
  return [
    stepAt('look_at_devices', stepTitle.lookAtDevices, devicesPlace(known), handoffAdvice.oneNew),
    stepAt('whose_device', stepTitle.whoseDevice, nowhere, handoffAdvice.whoseDevice),
    stepAt('anything_else', stepTitle.anythingElse, nowhere, handoffAdvice.anythingElse),
  ];
}
