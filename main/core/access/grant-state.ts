import type { GrantState } from '../../../shared/contracts/engine/common.ts';
import type { Data } from '../records/shapes.ts';

/** A grant is ending in its last two days. */
const ENDING = 2 * 86_400;

/** When a grant's time is over: its last instant, or an earlier end, a refusal among them. */
export function endOf({ until, ended = until, refused = until }: Data<'grant'>): number {
  return Math.min(until, ended, refused);
}

/** Where a grant stands at an instant. Ended is not closed: only its end-of-access run closes it. */
export function stateOf(grant: Data<'grant'>, now: number): GrantState {
  if (grant.closed !== undefined) return 'closed';
  if (grant.refused !== undefined) return 'refused';
  if (now >= endOf(grant)) return 'ended';
  if (grant.until - now <= ENDING) return 'ending';
  return grant.side === 'given' && grant.opened === undefined ? 'offered' : 'active';
}

/** True while the other side may still use it. */
export function isLive(grant: Data<'grant'>, now: number): boolean {
  const state = stateOf(grant, now);
  return state === 'offered' || state === 'active' || state === 'ending';
}

/** What remains of the loan, 0..1. */
export function leftOf(grant: Data<'grant'>, now: number): number {
  const whole = endOf(grant) - grant.from;
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, (endOf(grant) - now) / whole));
}
