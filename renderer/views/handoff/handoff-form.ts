import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import type { HandoffDraft, WindowPlan } from '../../../shared/contracts/engine/handoff.ts';
import { ruleText } from '../../../shared/text/handoff.ts';
import { addDays, type PlainDate, weekdayOf } from '../../lib/plain-date.ts';
import type { PlanWindow } from '../../lib/plan.ts';
import { dayOf, instantAt, minuteOf } from './own-zone.ts';

/** A time at which someone sits down to sign in. */
export interface Appointment {
  readonly minutes: 15 | 30;
  /** `now` moves along until the moment of sealing. */
  readonly start: 'now' | { readonly day: PlainDate; readonly minute: number };
}

/** A handoff as it is being put together. */
export interface HandoffForm {
  readonly contact: string | null;
  readonly password: boolean;
  readonly codes: boolean;
  readonly backupCodes: boolean;
  /** Codes may be asked for outside the windows. */
  readonly liveCodes: boolean;
  readonly appointment: Appointment | null;
  readonly lanes: readonly PlanWindow[];
  readonly lastDay: PlainDate;
  /** Minute of the last day at which it ends; 1440 is its end. */
  readonly untilMinute: number;
  readonly rules: readonly string[];
  readonly device: string;
  readonly note: string;
}

/** Whether an account holds each of the things that can travel. */
export interface Lendable {
  readonly password: boolean;
  readonly codes: boolean;
  /** Its codes follow a counter, so that none can be made ahead. */
  readonly counter: boolean;
  /** Backup codes not used yet. */
  readonly backupCodes: number;
}

/** What of an account can travel at all. */
export function lendableOf(account: AccountDetail): Lendable {
  return {
    password: account.password !== null,
    codes: account.factors.some(({ authenticator }) => authenticator !== null && authenticator.type !== 'hotp'),
    counter: account.factors.some(({ authenticator }) => authenticator?.type === 'hotp'),
    backupCodes: account.backupCodes.filter(({ used }) => used === null).length,
  };
}

const DAYS = 7;
const END = 1440;

/** A new handoff: the password, and codes for half an hour to sign in. */
export function freshForm(can: Pick<Lendable, 'password' | 'codes'>, contact: string | null, now: number): HandoffForm {
  return {
    contact,
    password: can.password,
    codes: can.codes,
    backupCodes: false,
    liveCodes: false,
    appointment: { minutes: 30, start: 'now' },
    lanes: [],
    lastDay: addDays(dayOf(now), DAYS),
    untilMinute: END,
    rules: ruleText,
    device: '',
    note: '',
  };
}

/** Monday to Friday, nine to six. */
export const workWeek: readonly PlanWindow[] = [0, 1, 2, 3, 4].map((day) => ({ day, from: 540, to: 1080 }));

export type WeekPreset = 'none' | 'today' | 'week';

const sameLanes = (a: readonly PlanWindow[], b: readonly PlanWindow[]): boolean =>
  a.length === b.length && a.every((one, at) => one.day === b[at]?.day && one.from === b[at]?.from && one.to === b[at]?.to);

/** What is left of today until six, or until midnight when six is near. */
function todayLane(now: number): PlanWindow {
  const from = Math.floor(minuteOf(now) / 15) * 15;
  return { day: weekdayOf(dayOf(now)), from, to: from < 1020 ? 1080 : END };
}

/** The preset a form's week is like; null when it was drawn by hand. */
export function presetOf({ lanes, lastDay }: HandoffForm, now: number): WeekPreset | null {
  if (lanes.length === 0) return 'none';
  if (sameLanes(lanes, workWeek)) return 'week';
  const lane = todayLane(now);
  const [first] = lanes;
  return lanes.length === 1 && lastDay === dayOf(now) && first?.day === lane.day && first.to === lane.to ? 'today' : null;
}

/** The form with its week filled as a preset says; `today` also ends it today. */
export function withPreset(form: HandoffForm, preset: WeekPreset, now: number): HandoffForm {
  const today = dayOf(now);
  const later = form.lastDay === today && presetOf(form, now) === 'today' ? addDays(today, DAYS) : form.lastDay;
  switch (preset) {
    case 'none':
      return { ...form, lanes: [], lastDay: later };
    case 'today':
      return { ...form, lanes: [todayLane(now)], lastDay: today, untilMinute: END };
    case 'week':
      return { ...form, lanes: workWeek, lastDay: later };
  }
}

function planOf({ codes, appointment, lanes }: HandoffForm, now: number): WindowPlan {
  if (!codes) return { kind: 'none' };
  const week = lanes.map(({ day, from, to }) => ({ weekday: day + 1, from, until: to }));
  if (appointment === null) return { kind: 'week', lanes: week };
  const { minutes, start } = appointment;
  const from = start === 'now' ? now : instantAt(start.day, start.minute);
  return week.length === 0 ? { kind: 'appointment', from, minutes } : { kind: 'both', from, minutes, lanes: week };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the engine is asked to seal, and the request that answers; null while nobody is chosen. */
export function draftOf(form: HandoffForm, account: string, zone: string, now: number, request?: string): HandoffDraft | null {
  if (form.contact === null) return null;
  return {
    account,
    contact: form.contact,
    password: form.password,
    backupCodes: form.backupCodes,
    liveCodes: form.liveCodes,
    windows: planOf(form, now),
    lastDay: form.lastDay,
    untilMinute: form.untilMinute,
    zone,
    level: null,
    rules: [...form.rules],
    device: orNull(form.device),
    note: orNull(form.note),
    ...(request === undefined ? {} : { request }),
  };
}
