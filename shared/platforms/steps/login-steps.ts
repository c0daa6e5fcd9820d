import { type Fact, sureOf, valueOf } from '../fact.ts';
import type { KnownPlatform } from '../known-platform.ts';
import type { Answer, Method } from '../platform.ts';
import type { RunStep } from '../run-step.ts';
import { loginAdvice } from '../../text/step-advice.ts';
import { stepTitle } from '../../text/step-titles.ts';
import {
  factOf,
  hedged,
  hedgedFact,
  noteOf,
  nothingHere,
  ofLogin,
  type Place,
  placeOf,
  placeOfWay,
  stepAt,
  type Words,
} from './compose.ts';

type Known = KnownPlatform | null;

/** The place where a password is changed. */
export function passwordPlace(known: Known): Place {
  return ofLogin(
    known,
    placeOf(
      factOf(known, (of) => of.password.menu),
      factOf(known, (of) => of.password.address),
      loginAdvice.lookForPassword,
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
      loginAdvice.lookForDevices,
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
      loginAdvice.lookForTwoStep,
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
    stepTitle.password,
    at,
    loginAdvice.makeFirst,
    valueOf(ends) === 'choice' && hedged(noteOf(ends), sureOf(ends), at.sure),
  );
}

/** The authenticator set up again, so that the old key ends. */
export function authenticatorStep(known: Known): RunStep<'authenticator'> {
  const anew = factOf(known, (of) => of.twoStep.authenticatorAnew);
  const at = placeOfWay(anew, loginAdvice.lookForAuthenticator);
  const rules = factOf(known, (of) => of.twoStep.rules);
  // A sentence without a path still has the two-step settings to begin from.
  const menu = twoStepPlace(known);
  const place = at.path.length > 0 || at.sure === 'unknown' || at.sure === 'not_applicable' ? at : { ...at, path: menu.path };
  return stepAt(
    'authenticator',
    stepTitle.authenticator,
    ofLogin(known, place),
    takes(known, 'authenticator') === false && at.sure === 'unknown' && loginAdvice.noAuthenticator,
    hedgedFact(rules, place.sure),
    nothingHere(at) ?? loginAdvice.oldKeyEnds,
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
    stepTitle.devices,
    at,
    ...answered(
      factOf(known, (of) => of.sessions.oneByOne),
      loginAdvice.oneByOne,
      at,
    ),
    ...answered(
      factOf(known, (of) => of.sessions.everywhere),
      loginAdvice.everywhere,
      at,
    ),
    ...answered(
      factOf(known, (of) => of.sessions.passwordSignsOut),
      loginAdvice.passwordSignsOut,
      at,
    ),
  );
}

/** A new set of backup codes. */
export function backupCodesStep(known: Known): RunStep<'backup_codes'> {
  const at = placeOfWay(
    factOf(known, (of) => of.twoStep.backupCodesAnew),
    loginAdvice.lookForBackupAnew,
  );
  return stepAt(
    'backup_codes',
    stepTitle.backupCodes,
    ofLogin(known, at),
    at.sure !== 'unknown' && at.sure !== 'not_applicable' && loginAdvice.writeDown,
    nothingHere(at),
  );
}

/** Where a code or a link goes that brings a lost password back. */
export function recoveryStep(known: Known): RunStep<'recovery'> {
  const at: Place = { path: [], link: null, sure: 'unknown', says: [loginAdvice.lookForRecovery] };
  return stepAt(
    'recovery',
    stepTitle.recovery,
    ofLogin(known, at),
    loginAdvice.whoOwns,
    takes(known, 'sms') === true && loginAdvice.smsThere,
  );
}
