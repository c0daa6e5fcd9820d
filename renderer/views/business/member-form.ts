import type { MemberRow } from '../../../shared/contracts/engine/business.ts';
import type { Delegation } from '../../../shared/platforms/delegation.ts';
import { memberText } from '../../../shared/text/business.ts';
import type { EngineParams } from '../../lib/engine.ts';
import { addDays, type PlainDate } from '../../lib/plain-date.ts';
import { dayOf, instantAt } from '../handoff/own-zone.ts';
import { LOGIN, OWN, type RoleChoice, rolesOf } from '../requests/ask-form.ts';
import { chosenId, NONE, typed } from './choices.ts';

const USUAL_DAYS = 30;
const END = 1440;

/** Somebody in a centre as it is being noted. */
export interface MemberForm {
  readonly as: 'person' | 'partner';
  readonly contact: string;
  readonly name: string;
  readonly number: string;
  /** The choice of level; null until one is chosen. */
  readonly level: string | null;
  readonly ownLevel: string;
  /** Said of a level in one's own words only. */
  readonly ownLowest: boolean;
  readonly things: readonly string[];
  readonly state: 'asked' | 'invited' | 'active';
  /** Null until it was said. */
  readonly end: 'day' | 'none' | null;
  readonly lastDay: PlainDate;
  readonly note: string;
}

/** What stands of somebody, or a new form: nothing to use, and until when still to be said. */
export function memberForm(member: MemberRow | null, now: number): MemberForm {
  const until = member?.until ?? null;
  return {
    as: member?.as ?? 'person',
    contact: member?.person?.contact ?? NONE,
    name: member?.name ?? '',
    number: member?.number ?? '',
    level: null,
    ownLevel: member?.level ?? '',
    ownLowest: member?.lowest ?? false,
    things: member?.assets ?? [],
    state: member === null || member.state === 'removed' ? 'invited' : member.state,
    end: until !== null ? 'day' : member === null ? null : 'none',
    lastDay: until === null ? addDays(dayOf(now), USUAL_DAYS) : dayOf(until - 1),
    note: member?.note ?? '',
  };
}

/** The platform's levels, the lowest first, and one's own words. */
export function levelChoices(delegation: Delegation | null): readonly RoleChoice[] {
  return rolesOf(delegation).filter(({ id }) => id !== LOGIN);
}

/** The level that stands: the one chosen, for somebody already noted theirs, else the lowest. */
export function levelOf(form: MemberForm, member: MemberRow | null, choices: readonly RoleChoice[]): RoleChoice | null {
  const at = (id: string): RoleChoice | null => choices.find((choice) => choice.id === id) ?? null;
  if (form.level !== null) return at(form.level);
  if (member !== null) return choices.find(({ label }) => label === member.level) ?? at(OWN);
  return choices[0] ?? null;
}

/** Whether the level is one's own words. */
export function isOwnLevel(choice: RoleChoice | null): boolean {
  return choice === null || choice.id === OWN;
}

/** What is still to be said; null when nothing is. */
export function memberProblem(form: MemberForm, choice: RoleChoice | null): string | null {
  if (typed(form.name) === null) return memberText.nameMissing;
  if (isOwnLevel(choice) && typed(form.ownLevel) === null) return memberText.levelMissing;
  return form.end === null ? memberText.untilMissing : null;
}

/** What the engine is asked to save. */
export function memberOf(form: MemberForm, choice: RoleChoice | null): Omit<EngineParams<'business.saveMember'>, 'id' | 'centre'> {
  const own = isOwnLevel(choice);
  return {
    as: form.as,
    contact: chosenId(form.contact),
    name: form.name.trim(),
    number: typed(form.number),
    level: own || choice === null ? form.ownLevel.trim() : choice.label,
    lowest: own || choice === null ? form.ownLowest : choice.isLowest,
    assets: [...form.things],
    state: form.state,
    until: form.end === 'day' ? instantAt(form.lastDay, END) : null,
    note: typed(form.note),
  };
}
