import type { LedgerRow } from '../../../shared/contracts/engine/ledger.ts';
import { loanTag } from '../../../shared/text/ledger.ts';
import { Tag, type TagProps } from '../../components/tag.tsx';

/** The date of a loan, in the tone of where it stands. */
export function LoanTag({ row, now }: { readonly row: LedgerRow; readonly now: number }) {
  return <Tag tone={toneOf(row)}>{loanTag(row, now)}</Tag>;
}

function toneOf({ state, grant }: LedgerRow): TagProps['tone'] {
  if (state === 'exposed') return 'exposed';
  if (state === 'closed') return grant === 'refused' ? 'calm' : 'safe';
  return state === 'active' ? 'calm' : 'ending';
}
