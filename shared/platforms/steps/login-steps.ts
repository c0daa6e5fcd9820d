import { type Fact, sureOf, valueOf } from '../fact.ts';
import type { KnownPlatform } from '../known-platform.ts';
import type { Answer, Method } from '../platform.ts';
import type { RunStep } from '../run-step.ts';
import { factOf, hedged, noteOf, nothingHere, ofLogin, type Place, placeOf, placeOfWay, stepAt, type Words } from './compose.ts';

type Known = KnownPlatform | null;

/** The place where a password is changed. */
export function passwordPlace(known: Known): Place {
  return ofLogin(
    known,
    placeOf(
      factOf(known, (of) => of.password.menu),
      factOf(known, (of) => of.password.address),
      'Look for “Password” in the settings, under “Account”, “Security” or “Sign-in”.',
    ),
  );
}

/** The place where a platform lists its devices. */
export function devicesPlace(known: Known): Place {
  return ofLogin(
    known,
    placeOf(
      factOf(known, (of) => of.sessions.menu),
      factOf(known, (of) => of.sessions.address),
      'Look for “Devices”, “Sessions” or “Where you’re logged in” in the security settings.',
    ),
  );
}

/** The place of the two-step settings. */
export function twoStepPlace(known: Known): Place {
  return ofLogin(
    known,
    placeOf(
      factOf(known, (of) => of.twoStep.menu),
      undefined,
      'Look for “Two-step” or “Two-factor” in the security settings.',
    ),
  );
}

/** Whether the platform is known to take a way of proving oneself; null when nothing is known of its ways. */
export function takes(known: Known, method: Method): boolean | null {
  const methods = valueOf(factOf(known, (of) => of.twoStep.methods));
  return methods === null ? null : methods[method] === 'yes' || methods[method] === 'limited';
}

/** A new password. */
export function passwordStep(known: Known): RunStep<'password'> {
  const at = passwordPlace(known);
  const ends = factOf(known, (of) => of.sessions.passwordSignsOut);
  return stepAt(
    'password',
    'Set a new password',
    at,
    'Make a new one here first, then paste it there.',
    valueOf(ends) === 'choice' && noteOf(ends) !== undefined && hedged(noteOf(ends) ?? '', sureOf(ends), at.sure),
  );
}

/** The authenticator set up again, so that the old key ends. */
export function authenticatorStep(known: Known): RunStep<'authenticator'> {
  const anew = factOf(known, (of) => of.twoStep.authenticatorAnew);
  const at = placeOfWay(
    anew,
    'Look for “Two-step” or “Two-factor” in the security settings. Turning the authenticator off and on again makes a new key.',
  );
  const rules = factOf(known, (of) => of.twoStep.rules);
  // A sentence without a path still has the two-step settings to begin from.
  const menu = twoStepPlace(known);
  const place = at.path.length > 0 || at.sure === 'unknown' || at.sure === 'not_applicable' ? at : { ...at, path: menu.path };
  return stepAt(
    'authenticator',
    'Set up the authenticator again',
    ofLogin(known, place),
    takes(known, 'authenticator') === false && at.sure === 'unknown' && 'Authenticator apps are not listed for it.',
    valueOf(rules) !== null && hedged(valueOf(rules) ?? '', sureOf(rules), place.sure),
    nothingHere(at) ?? 'Codes you have lent end with the old key.',
  );
}

/** What a fact with an answer says: a sentence for it and its note; the note alone where nothing else is known. */
function answered(fact: Fact<Answer> | undefined, said: Partial<Record<Answer | 'open', string>>, at: Place): Words {
  const note = noteOf(fact);
  if (sureOf(fact) === 'not_applicable') return [note];
  const value = valueOf(fact);
  if (value === null) return [note ?? said.open];
  const sentence = said[value];
  return [sentence && hedged(sentence, sureOf(fact), at.sure), note];
}

/** The devices that are not the owner's, signed out. */
export function devicesStep(known: Known): RunStep<'devices'> {
  const at = devicesPlace(known);
  return stepAt(
    'devices',
    'Sign out the devices that are not yours',
    at,
    ...answered(
      factOf(known, (of) => of.sessions.oneByOne),
      {
        yes: 'Each device can be signed out by itself.',
        no: 'They cannot be signed out one by one.',
        disputed: 'Whether they can be signed out one by one is disputed.',
      },
      at,
    ),
    ...answered(
      factOf(known, (of) => of.sessions.everywhere),
      {
        yes: 'One button signs out all the others.',
        no: 'There is no button for all of them.',
        open: 'Whether there is a button for all of them is not known.',
      },
      at,
    ),
    ...answered(
      factOf(known, (of) => of.sessions.passwordSignsOut),
      {
        yes: 'A new password signs them out too; look all the same.',
        partly: 'A new password signs some of them out, not all.',
        choice: 'With a new password you choose whether they go.',
        disputed: 'Whether a new password signs them out is disputed.',
        open: 'Whether a new password signs them out is not known, so do not count on it.',
      },
      at,
    ),
  );
}

/** A new set of backup codes. */
export function backupCodesStep(known: Known): RunStep<'backup_codes'> {
  const at = placeOfWay(
    factOf(known, (of) => of.twoStep.backupCodesAnew),
    'Look for “Backup codes” or “Recovery codes” beside the two-step settings. New ones end the old ones. Skip this if there are none.',
  );
  return stepAt(
    'backup_codes',
    'Make new backup codes',
    ofLogin(known, at),
    at.sure !== 'unknown' && at.sure !== 'not_applicable' && 'Write the new ones down here.',
    nothingHere(at),
  );
}

/** Where a code or a link goes that brings a lost password back. */
export function recoveryStep(known: Known): RunStep<'recovery'> {
  const at: Place = { path: [], link: null, sure: 'unknown', says: ['Look for “Mail” and “Phone” in the account settings.'] };
  return stepAt(
    'recovery',
    'Check recovery mail and phone',
    ofLogin(known, at),
    'Whoever owns those can take the account back.',
    takes(known, 'sms') === true && 'Codes by SMS go to that phone as well.',
  );
}
