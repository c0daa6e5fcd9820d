import { sureOf, valueOf } from '../fact.ts';
import type { KnownPlatform } from '../known-platform.ts';
import type { RunStep } from '../run-step.ts';
import { factOf, hedged, nothingHere, noteOf, type Place, placeOfWay, stepAt, type Words } from './compose.ts';

type Known = KnownPlatform | null;

/** The word of farewell. */
export function tellStep(): RunStep<'tell'> {
  return {
    ...{ id: 'tell', title: 'Tell them it has ended', path: [], link: null, sure: 'high' },
    advice: 'A short message avoids a quarrel later. Their Latchkey removes what it holds; whatever they copied stays copied.',
  };
}

const lookForRoles = 'Look for “Team”, “People”, “Users” or “Permissions” in the settings.';
const lookForApps = 'Look for “Connected apps”, “Apps and websites” or “Permissions” in the settings.';

/** What to remember of a platform when access ends. */
function takeBack(known: Known, at: Place): Words {
  return (known?.own.takeBack ?? []).map(({ value, sure }) => hedged(value, sure, at.sure));
}

/** The roles other people have on the platform itself. */
export function rolesStep(known: Known): RunStep<'roles'> {
  const delegated = known?.own.delegated;
  const at = placeOfWay(delegated?.remove, lookForRoles);
  if (valueOf(delegated?.available) === 'no' || at.sure === 'not_applicable') {
    const nowhereHere: Place = {
      ...at,
      path: [],
      sure: 'not_applicable',
      says: [delegated?.available?.note, noteOf(delegated?.remove)],
    };
    const skip = 'No roles are known on this platform: skip this if you find none.';
    return stepAt('roles', 'Look at people and their roles', nowhereHere, skip, ...takeBack(known, at));
  }
  const need = 'Take away every role nobody needs any more.';
  return stepAt('roles', 'Look at people and their roles', at, need, ...takeBack(known, at));
}

const stays = 'An app that was let in stays in until it is removed there.';

function appsPlace(known: Known): Place {
  return placeOfWay(
    factOf(known, (of) => of.connectedApps),
    lookForApps,
  );
}

/** Apps and tools that were let in. */
export function appsOnlyStep(known: Known): RunStep<'apps'> {
  const at = appsPlace(known);
  return stepAt('apps', 'Look at connected apps', at, nothingHere(at) ?? stays);
}

/** Apps and tools that were let in, and the roles beside them. */
export function appsStep(known: Known): RunStep<'apps'> {
  const title = 'Look at roles and connected apps';
  const apps = appsPlace(known);
  const roles = placeOfWay(known?.own.delegated.remove, lookForRoles);
  if (apps.path.length > 0 || roles.path.length === 0) {
    const where = roles.path.length > 0 && hedged(`Roles are under “${roles.path.join(' › ')}”.`, roles.sure, apps.sure);
    const look = roles.sure === 'unknown' && known !== null && roles.says[0];
    return stepAt('apps', title, apps, where, look, stays, ...takeBack(known, apps));
  }
  // Only the way to the roles is known: the step leads there and says what is left to find.
  const open = apps.sure === 'not_applicable' ? [] : apps.says;
  return stepAt(
    'apps',
    title,
    { ...roles, says: ['This way leads to the roles.', ...roles.says] },
    ...open,
    stays,
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
    const look = 'Whether the platform can give a role instead is not known. Look for “Team”, “Users” or “Permissions” first.';
    return stepAt('delegated_way', 'See whether a role would do', at, available?.note, look);
  }
  const said = {
    yes: 'The platform can give a role instead of the password, and take it back cleanly.',
    partly: 'The platform can give a role for a part of it.',
    no: 'The platform has no role to give, so the login itself must be lent.',
  };
  const way = valueOf(how);
  return stepAt(
    'delegated_way',
    'See whether a role would do',
    at,
    said[value],
    available?.note,
    way !== null && hedged(way, sureOf(how), sure),
  );
}
