import type { CodeRequestState } from '../../../shared/contracts/engine/relay.ts';
import type { PassWindow } from '../codes/pass.ts';
import { type Span, stepsOf } from '../codes/windows.ts';
import type { Data } from '../records/shapes.ts';

/** How long a request for a code waits, in seconds. */
export const REQUEST_LIFE = 86_400;
/** Answers to one person in an hour. */
export const MOST_AN_HOUR = 6;
/** Denials in a row after which requests under a grant are not shown any more. */
export const MOST_DENIED = 3;
/** A step with less than this left is no use to someone who still has to paste, in seconds. */
const SHORT_STEP = 12;
/** Most seconds from the start of the first step to the start of the last. */
const LONGEST = 900;
const MOST_CODES = 31;

/** Where a request for a code stands at an instant. */
export function codeRequestStateOf({ state, exp }: Data<'code_request'>, now: number): CodeRequestState {
  return state === 'waiting' && now >= exp ? 'expired' : state;
}

/**
 * The steps that answer a request for a code: of so many minutes from now, or from the time asked for; none when that time, or the grant, is over.
 * Limits: SECURITY 5.3b.
 */
export function relaySteps(
  asked: Pick<Data<'code_request'>, 'from' | 'to'>,
  {
    now,
    minutes,
    period,
    until,
  }: { readonly now: number; readonly minutes: number; readonly period: number; readonly until: number },
): PassWindow | null {
  const isShort = period - (now % period) < SHORT_STEP;
  const soonest = isShort ? now - (now % period) + period : now;
  const from = Math.max(soonest, asked.from ?? soonest);
  const span: Span = { from, to: Math.min(from + minutes * 60, asked.to ?? Number.POSITIVE_INFINITY) };
  const steps = stepsOf([span], period, { now, useUntil: until });
  const [window] = typeof steps === 'string' ? [] : steps;
  if (window === undefined) return null;
  const most = Math.min(MOST_CODES, Math.floor(LONGEST / period) + 1);
  return { first_step: window.first_step, count: Math.min(window.count, most) };
}
