import type { LedgerRow } from '../../../shared/contracts/engine/ledger.ts';
import { ledgerText } from '../../../shared/text/ledger.ts';
import type { Route } from '../../lib/route.ts';

/** What a loan wants done: a way to go, or its run to be started and how that is said in full. */
export type LoanAct =
  | { readonly label: string; readonly to: Route; readonly changes: boolean }
  | { readonly label: string; readonly said: string; readonly start: string };

/** The act at the end of a loan's line; null where nothing waits. */
export function actOf(row: LedgerRow): LoanAct | null {
  const { id, side, state, run, exposed, account, grant } = row;
  if (side === 'received') return null;
  if (state === 'ending') return { label: ledgerText.extend, to: { view: 'grant', id, act: 'extend' }, changes: true };
  if (state !== 'exposed' && state !== 'ended') return null;
  if (run !== null && run.finished === null)
    return { label: ledgerText.goOn(run.done, run.steps), to: { view: 'runs', run: run.id }, changes: false };
  const label = state === 'ended' ? ledgerText.takeBack : changeWords(exposed);
  // A grant that was closed all the same has no run to go on with: what is exposed is changed at the account.
  if (grant === 'closed')
    return { label, to: { view: 'accounts', client: 'all', account: account.id, open: true }, changes: false };
  return { label, said: ledgerText.startsRun(label), start: id };
}

function changeWords(exposed: LedgerRow['exposed']): string {
  return exposed.every(({ secret }) => secret === 'backup_codes') ? ledgerText.newCodes : ledgerText.change;
}

/** Where a loan is looked at. */
export function placeOfLoan({ id, side, account }: LedgerRow): Route {
  if (side === 'received') return { view: 'received', received: account.id, open: true };
  return { view: 'grant', id };
}
