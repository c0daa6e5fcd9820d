import type { RequestDetail } from '../../../shared/contracts/engine/requests.ts';
import { addDays, type PlainDate } from '../../lib/plain-date.ts';
import type { HandoffForm, Lendable } from './handoff-form.ts';
import { dayOf, minuteOf } from './own-zone.ts';

/** The request a handoff is to answer. */
export interface Asked {
  readonly request: string;
  /** Who asked. */
  readonly contact: string | null;
  readonly until: number;
  readonly device: string | null;
  /** Less than was asked is to be given. */
  readonly narrow: boolean;
}

/** The request as a handoff needs it; null for none, or for one that waits no longer. */
export function askedOf(request: RequestDetail | null, narrow: boolean): Asked | null {
  if (request === null || request.row.state !== 'waiting') return null;
  const { id, person, until } = request.row;
  return { request: id, contact: person?.contact ?? null, until, device: request.device, narrow };
}

const END = 1440;
const DAYS = 7;
/** Days ahead that codes reach. */
export const CODES_REACH = 31;
/** Days ahead that any loan may. */
const REACH = 365;

/**
 * The last day and its minute on this computer's clock for an end that was asked for, never later than asked: the hour is rounded
 * down, and after `reach` days it ends sooner. An end that is past gives a week.
 */
export function endAsked(until: number, now: number, reach: number): { readonly lastDay: PlainDate; readonly untilMinute: number } {
  const farthest = addDays(dayOf(now), reach);
  if (until <= now + 3600) return { lastDay: addDays(dayOf(now), DAYS), untilMinute: END };
  const hour = Math.floor(minuteOf(until) / 60) * 60;
  const end =
    hour === 0
      ? { lastDay: dayOf(until - minuteOf(until) * 60 - 1), untilMinute: END }
      : { lastDay: dayOf(until), untilMinute: hour };
  return end.lastDay > farthest ? { lastDay: farthest, untilMinute: END } : end;
}

/** A new handoff filled with what was asked for; a narrowed one signs in once and lasts a week at most. */
export function askedForm(form: HandoffForm, { contact, until, device, narrow }: Asked, can: Lendable, now: number): HandoffForm {
  const reach = narrow ? DAYS : can.codes ? CODES_REACH : REACH;
  return {
    ...form,
    contact,
    ...endAsked(until, now, reach),
    ...(narrow ? { appointment: { minutes: 15, start: 'now' as const }, backupCodes: false } : {}),
    device: device ?? '',
  };
}
