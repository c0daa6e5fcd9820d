import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { useCommand } from '../../lib/commands.ts';
import { askToOpen, linkOf } from '../../lib/link.ts';
import { go } from '../../lib/route.ts';
import { useCapability } from '../../lib/shell.ts';
import { showToast } from '../../lib/toast-store.ts';
import { useTakeBack } from '../runs/use-take-back.ts';

type Access = AccountDetail['access'][number];

/** Answers the commands that lead away from the account that is shown: to its site, to a handoff, to the end of a loan. */
export function useAccountCommands(account: AccountDetail, canChange: boolean): void {
  const canOpen = useCapability('open_link');
  const { end } = useEndOfLoan();
  const link = account.address === null ? null : linkOf(account.address);
  const [first] = openLoans(account).toSorted((a, b) => Number(b.state === 'ended') - Number(a.state === 'ended'));
  useCommand('openSite', link === null || !canOpen ? null : () => askToOpen(link));
  useCommand('handOff', canChange ? () => go({ view: 'handoff', account: account.id, contact: null }) : null);
  useCommand('takeBack', canChange && first !== undefined ? () => end(first) : null);
}

/** Loans of an account that are not over and done. */
export function openLoans({ access }: Pick<AccountDetail, 'access'>): readonly Access[] {
  return access.filter(({ state }) => state !== 'closed' && state !== 'refused');
}

/** The way to the end of a loan: the run of one whose time is over, the page of one that still goes on. */
export function useEndOfLoan(): { readonly end: (loan: Pick<Access, 'grant' | 'state'>) => void } {
  const { takeBack } = useTakeBack((code, facts) => showToast({ text: errorLine(code, facts) }));
  const end = ({ grant, state }: Pick<Access, 'grant' | 'state'>): void => {
    if (state === 'ended') void takeBack(grant);
    else go({ view: 'grant', id: grant });
  };
  return { end };
}
