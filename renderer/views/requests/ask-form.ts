import type { ReceivedDetail } from '../../../shared/contracts/engine/grants.ts';
import type { Contact } from '../../../shared/contracts/engine/people.ts';
import type { RequestForm } from '../../../shared/contracts/engine/requests.ts';
import { findPlatform } from '../../../shared/platforms/catalogue.ts';
import type { Delegation } from '../../../shared/platforms/delegation.ts';
import type { Level } from '../../../shared/platforms/platform.ts';
import { askText } from '../../../shared/text/requests.ts';
import { addDays, type PlainDate } from '../../lib/plain-date.ts';
import { OTHER_PLATFORM } from '../account-form/account-draft.ts';
import { dayOf, ownZone } from '../handoff/own-zone.ts';

/** One number that lets somebody in, as it is typed. */
export interface NumberDraft {
  readonly key: number;
  readonly name: string;
  readonly value: string;
}

/** A request as it is being put together. */
export interface AskForm {
  /** Put to nobody whose card is here: an open request. */
  readonly open: boolean;
  readonly contact: string | null;
  readonly addressee: string;
  readonly platform: string;
  /** The name of a platform the catalogue does not have. */
  readonly otherPlatform: string;
  readonly account: string;
  /** Which of the choices; null is the first of them. */
  readonly role: string | null;
  readonly ownRole: string;
  readonly why: string;
  readonly lastDay: PlainDate;
  readonly zone: string;
  readonly device: string;
  /** Null until one is typed: then the platform's own is asked for. */
  readonly numbers: readonly NumberDraft[] | null;
}

/** One way to be let in, as a choice. */
export interface RoleChoice {
  readonly id: string;
  readonly label: string;
  readonly hint: string | null;
  readonly isLowest: boolean;
}

const DAYS = 14;
const END = 1440;
const MOST_NAME = 64;

export const LOGIN = 'login';
export const OWN = 'own';

/** A new request, to one person or, without one, to the only one there is, else to whoever is chosen. */
export function freshAsk(contact: string | null, people: readonly Pick<Contact, 'id'>[], now: number): AskForm {
  const [first, ...others] = people;
  return {
    open: contact === null && first === undefined,
    contact: contact ?? (others.length === 0 ? (first?.id ?? null) : null),
    addressee: '',
    platform: 'tiktok',
    otherPlatform: '',
    account: '',
    role: null,
    ownRole: '',
    why: '',
    lastDay: addDays(dayOf(now), DAYS),
    zone: ownZone(),
    device: '',
    numbers: null,
  };
}

/** The same access as now, for two weeks after its end. */
export function keepAsk(fresh: AskForm, { row, level }: ReceivedDetail): AskForm {
  const known = findPlatform(row.platform) !== null;
  return {
    ...fresh,
    ...(known ? { platform: row.platform } : { platform: OTHER_PLATFORM, otherPlatform: row.platform }),
    account: row.username ?? row.title,
    role: OWN,
    ownRole: level ?? askText.sameRole,
    lastDay: addDays(dayOf(row.until - 1), DAYS),
    numbers: [],
  };
}

/** A level's words in a request: with what it is given for where a platform has several kinds. */
export function levelName({ scope, name }: Level): string {
  return (scope === undefined ? name : `${scope}: ${name}`).slice(0, 120);
}

/** Levels with the lowest first, otherwise in the platform's own order. */
export function lowestFirst(levels: readonly Level[]): readonly Level[] {
  return levels.toSorted((a, b) => Number(b.lowest === true) - Number(a.lowest === true));
}

/** Whether a platform lets people in by itself, at least for a part. */
export function canDelegate(delegation: Delegation | null): delegation is Delegation {
  return delegation !== null && (delegation.available === 'yes' || delegation.available === 'partly');
}

/** What can be asked for: the platform's levels from the lowest up, the login itself, or one's own words. */
export function rolesOf(delegation: Delegation | null): readonly RoleChoice[] {
  const levels = canDelegate(delegation) ? lowestFirst(delegation.levels) : [];
  return [
    ...levels.map((level, at) => ({
      id: `level-${at}`,
      label: levelName(level),
      hint: level.can,
      isLowest: level.lowest === true,
    })),
    { id: LOGIN, label: askText.login, hint: askText.loginHint, isLowest: false },
    { id: OWN, label: askText.own, hint: null, isLowest: false },
  ];
}

/** True for a choice in our own words; the platform's levels have its own, which are English. */
export function isOurs(role: string): boolean {
  return role === LOGIN || role === OWN;
}

/** The choice that stands: the one chosen where the platform has it, else the first. */
export function roleOf(form: AskForm, roles: readonly RoleChoice[]): string {
  return roles.find(({ id }) => id === form.role)?.id ?? roles[0]?.id ?? OWN;
}

/** The rows of numbers: those typed, else one named as the platform calls it. */
export function numbersOf({ numbers }: AskForm, delegation: Delegation | null): readonly NumberDraft[] {
  if (numbers !== null) return numbers;
  const needed = canDelegate(delegation) ? delegation.idExchanged.text : null;
  return needed === null ? [] : [{ key: 0, name: shortName(needed), value: '' }];
}

function shortName(text: string): string {
  const plain = text.replace(/\.$/, '');
  return plain.length <= MOST_NAME ? plain : `${plain.slice(0, MOST_NAME - 1)}…`;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What stands in the way of making the request; null when nothing does. */
export function missingIn(form: AskForm, delegation: Delegation | null): string | null {
  if (!form.open && form.contact === null) return askText.chooseFirst;
  if (form.platform === OTHER_PLATFORM && form.otherPlatform.trim() === '') return askText.nameMissing;
  if (form.account.trim() === '') return askText.accountMissing;
  if (roleOf(form, rolesOf(delegation)) === OWN && form.ownRole.trim() === '') return askText.roleMissing;
  if (form.why.trim() === '') return askText.whyMissing;
  const half = numbersOf(form, delegation).some(({ name, value }) => value.trim() !== '' && name.trim() === '');
  return half ? askText.numberMissing : null;
}

/** What the engine is asked to make. */
export function requestOf(form: AskForm, delegation: Delegation | null): RequestForm {
  const roles = rolesOf(delegation);
  const role = roleOf(form, roles);
  return {
    contact: form.open ? null : form.contact,
    addressee: form.open ? orNull(form.addressee) : null,
    platform: form.platform === OTHER_PLATFORM ? form.otherPlatform.trim() : form.platform,
    account: form.account.trim(),
    role: role === OWN ? form.ownRole.trim() : (roles.find(({ id }) => id === role)?.label ?? askText.login),
    why: form.why.trim(),
    lastDay: form.lastDay,
    untilMinute: END,
    zone: form.zone,
    device: orNull(form.device),
    ids: numbersOf(form, delegation)
      .filter(({ value }) => value.trim() !== '')
      .map(({ name, value }) => ({ name: name.trim(), value: value.trim() })),
  };
}
