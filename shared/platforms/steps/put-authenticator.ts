import { sureOf, valueOf } from '../fact.ts';
import type { KnownPlatform } from '../known-platform.ts';
import type { RunStep, StepOf } from '../run-step.ts';
import { factOf, hedged, noteOf, nowhere, placeOfWay, stepAt } from './compose.ts';
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
    'Open the two-step settings',
    at,
    valueOf(where) !== null && hedged(valueOf(where) ?? '', sureOf(where), at.sure),
    valueOf(rules) !== null && hedged(valueOf(rules) ?? '', sureOf(rules), at.sure),
    'Turn the second step on there, or add to it if it is on.',
    takesIt === false && 'An authenticator app is not listed for this platform; look whether it is offered all the same.',
    takesIt === null && 'Which second steps it has is not known: look for “Authenticator app”.',
  );
}

function showKey(known: KnownPlatform | null): RunStep<'show_key'> {
  const anew = factOf(known, (of) => of.twoStep.authenticatorAnew);
  const at = placeOfWay(anew, 'Look for “Authenticator app”, also called “Authentication app” or “TOTP”, and choose it.');
  const isNone = at.sure === 'not_applicable';
  return stepAt(
    'show_key',
    'Let it show the key',
    { ...at, says: [valueOf(anew)?.say, at.sure === 'unknown' && 'Look for “Authenticator app” and choose it.'] },
    isNone && noteOf(anew),
    isNone
      ? 'Without a key, codes cannot be lent from here.'
      : 'It shows a QR code. Below it, look for “Can’t scan it?” or “Enter a key”: that gives the same as letters.',
  );
}

function typeKey(known: KnownPlatform | null): RunStep<'type_key'> {
  const codes = factOf(known, (of) => of.codes);
  const digits = valueOf(codes)?.digits;
  return stepAt(
    'type_key',
    'Type the key here',
    nowhere,
    'Type or paste the key, or give a picture of the QR code. On a phone, read it out in groups of four. It stays in this vault and goes into no message.',
    digits !== undefined && digits !== 6 && `Its codes have ${digits} characters.`,
    noteOf(codes) !== undefined && digits !== undefined && digits !== 6 && noteOf(codes),
  );
}

function confirmCode(): RunStep<'confirm_code'> {
  return stepAt(
    'confirm_code',
    'Confirm with a code',
    nowhere,
    'Type the code shown here into the platform before it runs out. If it is refused, check the clock of this computer, then the key.',
  );
}

function saveBackupCodes(known: KnownPlatform | null): RunStep<'save_backup_codes'> {
  const at = placeOfWay(
    factOf(known, (of) => of.twoStep.backupCodesAnew),
    'Look for “Backup codes” or “Recovery codes” on the same page.',
  );
  const listed = takes(known, 'backup_codes');
  return stepAt(
    'save_backup_codes',
    'Save the backup codes',
    {
      ...at,
      says: [
        at.sure === 'unknown' && 'Look for “Backup codes” or “Recovery codes” on the same page.',
        noteOf(factOf(known, (of) => of.twoStep.backupCodesAnew)),
      ],
    },
    at.sure === 'not_applicable'
      ? 'So there is nothing to save: skip this.'
      : 'Keep them here. Each opens the account once when the phone is lost.',
    listed === false && at.sure !== 'not_applicable' && 'None are listed for this platform, so there may be none.',
  );
}

function spareSms(known: KnownPlatform | null): RunStep<'spare_sms'> {
  const sms = takes(known, 'sms');
  return stepAt(
    'spare_sms',
    'Decide about SMS',
    { ...twoStepPlace(known), says: [] },
    sms === false
      ? 'SMS is not listed as a second step here. Look for it all the same.'
      : 'Look for SMS beside the authenticator. Keep it as a spare if the phone is yours; else remove it, for whoever holds that phone gets codes.',
    valueOf(factOf(known, (of) => of.twoStep.rules)),
  );
}
