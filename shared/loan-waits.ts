import type { GrantState } from './contracts/engine/common.ts';

/** Of a loan given: where it stands, its run once someone has begun it, and whose it is. */
export interface WaitingLoan {
  readonly state: GrantState;
  readonly run: string | null;
  readonly contact: string | null;
}

/**
 * True for a loan that is over and that nobody has begun to take back. What was lent to someone in `leaving`, whose own run is open, is taken
 * back in that run.
 */
export function waitsForRun({ state, run, contact }: WaitingLoan, leaving: ReadonlySet<string>): boolean {
  return state === 'ended' && run === null && (contact === null || !leaving.has(contact));
}
