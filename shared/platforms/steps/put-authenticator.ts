import { valueOf } from '../fact.ts';
import type { KnownPlatform } from '../known-platform.ts';
import type { RunStep, StepOf } from '../run-step.ts';
import { authenticatorAdvice as advice } from '../../text/step-advice-more.ts';
import { stepTitle } from '../../text/step-titles.ts';
import { factOf, hedgedFact, noteOf, nowhere, placeOfWay, stepAt, theirs } from './compose.ts';
import { takes, twoStepPlace } from './login-steps.ts';

/** Two-step turned on with an authenticator whose key comes to lie in the vault. */
export function putAuthenticator(known: KnownPlatform | null): RunStep<StepOf<'put_authenticator'>>[] {
  return [openSettings(known), showKey(known), typeKey(known), confirmCode(), saveBackupCodes(known), spareSms(known)];
}

function openSettings(known: KnownPlatform | null): RunStep<'open_settings'> {
  const { rules, where } = { rules: factOf(known, (of) => of.twoStep.rules), where: factOf(known, (of) => of.twoStep.where) };
  const at = twoStepPlace(known);
  const takesIt = takes(known, 'authenticator');
  return stepAt(
    'open_settings',
    stepTitle.openSettings,
    at,
    hedgedFact(where, at.sure),
    hedgedFact(rules, at.sure),
    advice.turnOn,
    takesIt === false && advice.notListed,
    takesIt === null && advice.notKnown,
  );
}

function showKey(known: KnownPlatform | null): RunStep<'show_key'> {
  const anew = factOf(known, (of) => of.twoStep.authenticatorAnew);
  const at = placeOfWay(anew, advice.lookForApp);
  const isNone = at.sure === 'not_applicable';
  return stepAt(
    'show_key',
    stepTitle.showKey,
    { ...at, says: [theirs(valueOf(anew)?.say), at.sure === 'unknown' && advice.chooseApp] },
    isNone && noteOf(anew),
    isNone ? advice.noKey : advice.qrCode,
  );
}

function typeKey(known: KnownPlatform | null): RunStep<'type_key'> {
  const codes = factOf(known, (of) => of.codes);
  const digits = valueOf(codes)?.digits;
  return stepAt(
    'type_key',
    stepTitle.typeKey,
    nowhere,
    advice.typeKey,
    digits !== undefined && digits !== 6 && advice.digits(digits),
    digits !== undefined && digits !== 6 && noteOf(codes),
  );
}

function confirmCode(): RunStep<'confirm_code'> {
  return stepAt('confirm_code', stepTitle.confirmCode, nowhere, advice.confirm);
}

function saveBackupCodes(known: KnownPlatform | null): RunStep<'save_backup_codes'> {
  const at = placeOfWay(
    factOf(known, (of) => of.twoStep.backupCodesAnew),
    advice.lookForBackup,
  );
  const listed = takes(known, 'backup_codes');
  return stepAt(
    'save_backup_codes',
    stepTitle.saveBackupCodes,
    {
      ...at,
      says: [at.sure === 'unknown' && advice.lookForBackup, noteOf(factOf(known, (of) => of.twoStep.backupCodesAnew))],
    },
    at.sure === 'not_applicable' ? advice.noBackup : advice.keepBackup,
    listed === false && at.sure !== 'not_applicable' && advice.backupNotListed,
  );
}

function spareSms(known: KnownPlatform | null): RunStep<'spare_sms'> {
  const sms = takes(known, 'sms');
  return stepAt(
    'spare_sms',
    stepTitle.spareSms,
    { ...twoStepPlace(known), says: [] },
    sms === false ? advice.smsNotListed : advice.sms,
    theirs(valueOf(factOf(known, (of) => of.twoStep.rules))),
  );
}
