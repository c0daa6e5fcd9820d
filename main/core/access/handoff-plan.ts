import type { HandoffDraft, HandoffPreview } from '../../../shared/contracts/engine/handoff.ts';
import { seedFactor, timedFactor } from '../accounts/seed-factor.ts';
import { packedLength, type PassWindow, passCodeCount } from '../codes/pass.ts';
import { appointmentWindow, mergeSpans, type Span, stepsOf, weekWindows } from '../codes/windows.ts';
import { dateAt } from '../codes/zone.ts';
import type { Data } from '../records/shapes.ts';
import { clockTime, instantOf } from './last-day.ts';

/** A grant reaches at most this far, in seconds. */
const FARTHEST = 366 * 86_400;
/** Bytes of a small handoff to one person without its codes, measured. */
const FRAME = 931;

/** What stands in the way of sealing a plan. */
export type PlanProblem = NonNullable<HandoffPreview['problem']>;

/** A draft in instants and steps. */
export interface HandoffPlan {
  readonly until: number;
  readonly windows: readonly Span[];
  readonly steps: readonly PassWindow[];
  readonly problem: PlanProblem | null;
}

function plannedSpans(draft: HandoffDraft, now: number): Span[] | PlanProblem {
  const { windows, zone, lastDay } = draft;
  const spans: Span[] = [];
  if (windows.kind === 'appointment' || windows.kind === 'both') spans.push(appointmentWindow(windows.from, windows.minutes));
  if (windows.kind === 'week' || windows.kind === 'both') {
    const hours = windows.lanes.map(({ weekday, from, until }) => ({ weekday, from: clockTime(from), to: clockTime(until) }));
    const week = weekWindows(zone, { firstDay: dateAt(now, zone), lastDay, hours }, now);
    if (typeof week === 'string') return 'no_windows';
    spans.push(...week);
  }
  return mergeSpans(spans);
}

/** Works out a draft at an instant: what end and which steps it gives, and what stands in the way of sealing it. */
export function planHandoff(draft: HandoffDraft, account: Data<'account'>, now: number): HandoffPlan {
  const until = instantOf(draft.lastDay, draft.untilMinute, draft.zone);
  const none = { until: until ?? now, windows: [], steps: [] };
  if (until === null || until <= now) return { ...none, problem: 'ends_in_past' };
  if (until > now + FARTHEST) return { ...none, problem: 'too_far_ahead' };
  const gives =
    (draft.password && account.password !== undefined) ||
    (draft.backupCodes && account.backup_codes.some(({ used }) => used === undefined));
  if (draft.windows.kind === 'none') return { ...none, problem: gives || draft.liveCodes ? null : 'nothing_to_send' };
  const factor = timedFactor(account);
  if (factor === null) return { ...none, problem: seedFactor(account) === null ? 'no_seed' : 'codes_by_counter' };
  const { period } = factor.settings;
  const spans = plannedSpans(draft, now);
  if (typeof spans === 'string') return { ...none, problem: spans };
  const steps = stepsOf(spans, period, { now, useUntil: until });
  if (typeof steps === 'string') return { ...none, problem: steps === 'no_window_left' ? 'no_windows' : 'too_many_codes' };
  const windows = steps.map(({ first_step, count }) => ({
    from: first_step * period,
    to: (first_step + count) * period,
  }));
  return { until, windows, steps, problem: null };
}

/** What a person sees of a plan before sealing. */
export function previewOf(plan: HandoffPlan, draft: HandoffDraft, account: Data<'account'>, verified: boolean): HandoffPreview {
  const shape = timedFactor(account)?.settings ?? ({ alphabet: 'decimal', digits: 6 } as const);
  const codes = passCodeCount({ windows: plan.steps });
  const packed = codes === 0 ? 0 : Math.ceil((packedLength(shape, codes) * 4) / 3);
  const sealed = Math.ceil((FRAME + packed) / 3) * 4;
  return {
    until: plan.until,
    days: [...new Set(plan.windows.map(({ from }) => dateAt(from, draft.zone)))].slice(0, 366),
    windows: plan.windows.map(({ from, to }) => ({ from, until: to })),
    codes,
    covered: plan.windows.reduce((sum, { from, to }) => sum + to - from, 0),
    length: sealed + Math.ceil(sealed / 64),
    verified,
    problem: plan.problem,
  };
}
