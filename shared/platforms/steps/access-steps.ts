import { sureOf, valueOf } from '../fact.ts';
import type { KnownPlatform } from '../known-platform.ts';
import type { RunStep } from '../run-step.ts';
import { accessAdvice } from '../../text/step-advice.ts';
import { stepTitle } from '../../text/step-titles.ts';
import { factOf, hedged, nothingHere, noteOf, nowhere, type Place, placeOfWay, stepAt, theirs, type Words } from './compose.ts';

type Known = KnownPlatform | null;

/** The word of farewell. */
export function tellStep(): RunStep<'tell'> {
  return stepAt('tell', stepTitle.tell, { ...nowhere, sure: 'high' }, accessAdvice.tell);
}

/** What to remember of a platform when access ends. */
function takeBack(known: Known, at: Place): Words {
  return (known?.own.takeBack ?? []).map(({ value, sure }) => hedged(theirs(value), sure, at.sure));
}

/** The roles other people have on the platform itself. */
export function rolesStep(known: Known): RunStep<'roles'> {
  const delegated = known?.own.delegated;
  const at = placeOfWay(delegated?.remove, accessAdvice.lookForRoles);
  if (valueOf(delegated?.available) === 'no' || at.sure === 'not_applicable') {
    const nowhereHere: Place = {
      ...at,
      path: [],
      sure: 'not_applicable',
      says: [noteOf(delegated?.available), noteOf(delegated?.remove)],
    };
    return stepAt('roles', stepTitle.roles, nowhereHere, accessAdvice.noRoles, ...takeBack(known, at));
  }
  return stepAt('roles', stepTitle.roles, at, accessAdvice.needless, ...takeBack(known, at));
}

function appsPlace(known: Known): Place {
  return placeOfWay(
    factOf(known, (of) => of.connectedApps),
    accessAdvice.lookForApps,
  );
}

/** Apps and tools that were let in. */
export function appsOnlyStep(known: Known): RunStep<'apps'> {
  const at = appsPlace(known);
  return stepAt('apps', stepTitle.apps, at, nothingHere(at) ?? accessAdvice.appsStay);
}

/** Apps and tools that were let in, and the roles beside them. */
export function appsStep(known: Known): RunStep<'apps'> {
  const title = stepTitle.rolesAndApps;
  const apps = appsPlace(known);
  const roles = placeOfWay(known?.own.delegated.remove, accessAdvice.lookForRoles);
  if (apps.path.length > 0 || roles.path.length === 0) {
    const where = roles.path.length > 0 && hedged(accessAdvice.rolesUnder(roles.path.join(' › ')), roles.sure, apps.sure);
    const look = roles.sure === 'unknown' && known !== null && roles.says[0];
    return stepAt('apps', title, apps, where, look, accessAdvice.appsStay, ...takeBack(known, apps));
  }
  // Only the way to the roles is known: the step leads there and says what is left to find.
  const open = apps.sure === 'not_applicable' ? [] : apps.says;
  return stepAt(
    'apps',
    title,
    { ...roles, says: [accessAdvice.leadsToRoles, ...roles.says] },
    ...open,
    accessAdvice.appsStay,
    ...takeBack(known, roles),
  );
}

/** Whether the platform itself can let a person in, so that no password need be lent. */
export function delegatedWayStep(known: Known): RunStep<'delegated_way'> {
  const { available, how } = known?.own.delegated ?? {};
  const value = valueOf(available);
  const sure = sureOf(available);
  const at: Place = { path: [], link: null, sure: value === null ? 'unknown' : sure, says: [] };
  if (value === null) {
    return stepAt('delegated_way', stepTitle.roleInstead, at, noteOf(available), accessAdvice.roleUnknown);
  }
  const way = valueOf(how);
  return stepAt(
    'delegated_way',
    stepTitle.roleInstead,
    at,
    accessAdvice.role[value],
    noteOf(available),
    way !== null && hedged(theirs(way), sureOf(how), sure),
  );
}
