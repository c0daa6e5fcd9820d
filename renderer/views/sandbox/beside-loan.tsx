import type { SandboxLoan } from '../../../shared/contracts/engine/sandbox.ts';
import { loanCodes, loanPerson, loanState } from '../../../shared/text/sandbox-beside.ts';
import { Mark } from '../../components/mark.tsx';
import { Icon } from '../../components/icon.tsx';
import { Ring } from '../../components/ring.tsx';
import { plainLine } from '../../lib/plain-text.ts';

/** One loan of the other side: what, with whom, until when, and when there are codes. */
export function BesideLoan({ loan, now }: { readonly loan: SandboxLoan; readonly now: number }) {
  return (
    <li className="beside-row">
      <Mark platform={loan.platform} size="small" />
      <span className="grow">
        <b>{plainLine(loan.title)}</b>
        <span className="two">{loanPerson(loan)}</span>
        <span className={loan.exposed ? 'two c-exposed' : 'two'}>{loanState(loan, now)}</span>
        {loan.codes !== null && <span className={loan.codes.open ? 'two c-sealed' : 'two'}>{loanCodes(loan.codes, now)}</span>}
      </span>
      <LoanMark loan={loan} now={now} />
    </li>
  );
}

// Its words stand beside it.
function LoanMark({ loan, now }: { readonly loan: SandboxLoan; readonly now: number }) {
  const { state, from, until } = loan;
  if (state === 'active' || state === 'ending' || state === 'offered')
    return <Ring size={20} value={until <= from ? 0 : (until - now) / (until - from)} />;
  return loan.exposed ? <Icon name="exposed" tone="exposed" /> : <Icon name="check" tone="faint" />;
}
