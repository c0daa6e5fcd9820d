import type { Extension } from '../../../shared/contracts/engine/grant-life.ts';
import type { GrantDetail } from '../../../shared/contracts/engine/grants.ts';
import { addDays } from '../../lib/plain-date.ts';
import { draftOf, freshForm, type HandoffForm, type Lendable } from '../handoff/handoff-form.ts';
import { dayOf, instantAt, minuteOf } from '../handoff/own-zone.ts';

const DAYS = 7;
const END = 1440;

/** The last day of a grant and the minute it ends at, on this computer's calendar; a last instant at midnight belongs to the day before it. */
export function lastOf({ row }: GrantDetail): Pick<HandoffForm, 'lastDay' | 'untilMinute'> {
  return lastDayOf(row.until);
}

function lastDayOf(until: number): Pick<HandoffForm, 'lastDay' | 'untilMinute'> {
  const minute = minuteOf(until);
  return minute === 0 ? { lastDay: dayOf(until - 1), untilMinute: END } : { lastDay: dayOf(until), untilMinute: minute };
}

/** Until the end that was asked for, or a week more, with the windows that are left. */
export function extendForm(grant: GrantDetail, can: Lendable, now: number, asked = 0): HandoffForm {
  const last = lastOf(grant);
  const more = asked > grant.row.until ? lastDayOf(asked) : { ...last, lastDay: addDays(last.lastDay, DAYS) };
  return {
    ...freshForm(can, grant.row.person.contact, now),
    ...more,
    codes: false,
  };
}

/** What the engine is asked to extend; null when that would be no later end and no new windows. */
export function extensionOf(form: HandoffForm, grant: GrantDetail, zone: string, now: number): Extension | null {
  const draft = draftOf(form, grant.row.account, zone, now);
  if (draft === null || !isMore(form, grant)) return null;
  const { lastDay, untilMinute, windows } = draft;
  return { id: grant.row.id, lastDay, untilMinute, zone, windows };
}

/** True for a later end, or the same one with new windows. */
export function isMore(form: HandoffForm, { row }: GrantDetail): boolean {
  const until = instantAt(form.lastDay, form.untilMinute);
  return form.codes ? until >= row.until : until > row.until;
}
