import { memo } from 'react';
import type { AccountDetail as AccountFacts } from '../../../shared/contracts/engine/accounts.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { formatDate } from '../../../shared/text/dates.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { useAsk } from '../../lib/query.ts';
import { useReveal } from '../../lib/reveal.ts';
import { AccessCard } from './access-card.tsx';
import { AccountHead } from './account-head.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { CodeCard } from './code-card.tsx';
import { ExposureCard } from './exposure-card.tsx';
import { FactorCard } from './factor-card.tsx';
import { Lately } from './lately.tsx';
import { MoreFields } from './more-fields.tsx';
import { OutdatedBanner } from './outdated-banner.tsx';
import { OwnStepsCard } from './own-steps-card.tsx';
import { SignInCard } from './sign-in-card.tsx';
import { TrashBanner } from './trash-banner.tsx';

/** One account: its code, how to sign in, who has access, what is exposed, what happened lately. */
export const AccountDetail = memo(function AccountDetail({ id }: { readonly id: string }) {
  const { data: account, failure } = useAsk('accounts.get', { id });
  const reveal = useReveal(id);
  if (failure !== null) {
    const { what, todo } = errorText(failure.code, failure.facts);
    return <EmptyState title={what}>{todo}</EmptyState>;
  }
  if (account === undefined) return null;
  return (
    <>
      <AccountHead account={account} />
      {account.trashed !== null && <TrashBanner account={account} trashed={account.trashed} />}
      {account.trashed === null && account.access.length > 0 && <OutdatedBanner account={account.id} />}
      <CodeCard account={account} />
      <div className="cols">
        <div>
          <SignInCard account={account} reveal={reveal} />
          <BackupCodes account={account} reveal={reveal} />
          <MoreFields account={account} reveal={reveal} />
          <OwnStepsCard account={account} />
        </div>
        <div>
          <AccessCard account={account} />
          <ExposureCard account={account} />
          <FactorCard account={account} />
        </div>
      </div>
      <Lately account={account} />
      <p className="account-dates small faint">{datesOf(account)}</p>
    </>
  );
});

function datesOf({ made, changed, used }: AccountFacts): string {
  const now = engineNow();
  return accountText.dates(formatDate(made, now), formatDate(changed, now), used === null ? null : formatDate(used, now));
}
