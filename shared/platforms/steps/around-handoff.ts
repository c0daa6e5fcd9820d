import { valueOf } from '../fact.ts';
import type { KnownPlatform } from '../known-platform.ts';
import type { RunStep, StepOf } from '../run-step.ts';
import { delegatedWayStep } from './access-steps.ts';
import { factOf, nothingHere, nowhere, placeOfWay, stepAt } from './compose.ts';
import { devicesPlace, recoveryStep, takes, twoStepPlace } from './login-steps.ts';

type Known = KnownPlatform | null;

/** What the owner looks at before a login is lent. */
export function beforeHandoff(known: Known): RunStep<StepOf<'before_handoff'>>[] {
  const backup = factOf(known, (of) => of.twoStep.backupCodesAnew);
  const backupAt = placeOfWay(backup, 'Look for “Backup codes” or “Recovery codes” beside the two-step settings.');
  const recovery = recoveryStep(known);
  return [
    stepAt(
      'second_step',
      'See that the second step is on',
      twoStepPlace(known),
      takes(known, 'authenticator') === false
        ? 'An authenticator app is not listed here, so codes will have to come from you.'
        : 'With an authenticator you can lend codes for a time, and never the key.',
    ),
    { ...recovery, title: 'See that recovery mail and phone are yours' },
    stepAt(
      'backup_codes',
      'Have backup codes at hand',
      {
        ...backupAt,
        says: [
          backupAt.sure === 'not_applicable' && backup?.note,
          backupAt.sure === 'unknown' && 'Look for “Backup codes” or “Recovery codes” beside the two-step settings.',
        ],
      },
      nothingHere({ ...backupAt, says: [backup?.note] }) ??
        'If anything goes wrong they let you back in. Making new ones now would end those you have.',
    ),
    delegatedWayStep(known),
    stepAt(
      'devices',
      'Look at the devices before',
      devicesPlace(known),
      'Write down what is there now, so that a new one stands out later.',
    ),
  ];
}

/** The hour in which the freelancer signs in for the first time. */
export function signInAppointment(known: Known): RunStep<StepOf<'sign_in_appointment'>>[] {
  const methods = valueOf(factOf(known, (of) => of.twoStep.methods));
  const asks = [
    methods?.push === 'yes' && 'a tap on your phone',
    (methods?.sms === 'yes' || methods?.sms === 'limited') && 'a code by SMS',
    methods?.mail === 'yes' && 'a code by mail',
  ].filter((one) => typeof one === 'string');
  return [
    stepAt(
      'agree_time',
      'Agree on a time',
      nowhere,
      'Name it in both time zones and with the date. Half an hour is enough; the codes you lend run in just that window.',
    ),
    stepAt(
      'device_and_place',
      'Agree on device and place',
      nowhere,
      'Ask which device it will be and where it stands. A sign-in far from home, or over a VPN, makes platforms ask for more.',
    ),
    stepAt(
      'stand_by',
      'Say who stands by',
      nowhere,
      'You, or whoever holds the recovery phone and mail, should be reachable for that half hour.',
    ),
    stepAt(
      'calendar',
      'Send the calendar file',
      nowhere,
      'Each side opens it in their own calendar, which shows the hour in their own zone.',
    ),
    stepAt(
      'more_asked',
      'If the platform asks for more',
      nowhere,
      asks.length > 0
        ? `It may ask for ${listed(asks)}. Read it out only to the person you expect, and only at the time you agreed.`
        : 'It may ask by SMS, mail or phone. Read a code out only to the person you expect, and only at the time you agreed.',
      'If it warns of a strange sign-in, compare place and device before you confirm. Never approve one that nobody announced.',
      methods === null && 'What this platform asks for is not known: look for it on its first page after the password.',
    ),
  ];
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;
}

/** What the owner looks at once the freelancer is in. */
export function afterHandoff(known: Known): RunStep<StepOf<'after_handoff'>>[] {
  const at = devicesPlace(known);
  return [
    stepAt(
      'look_at_devices',
      'Look at the devices',
      at,
      'One new device should be there: theirs, with the place and the hour you agreed.',
    ),
    stepAt(
      'whose_device',
      'Say whose it is',
      nowhere,
      'Write it down here as the platform words it. You will need the name on the last day.',
    ),
    stepAt(
      'anything_else',
      'See that nothing else changed',
      nowhere,
      'Password, recovery mail, phone and second step should be as they were. A second new device, or a change nobody announced, is worth a question at once.',
    ),
  ];
}
