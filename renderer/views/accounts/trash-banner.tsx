import { useState } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { trashText } from '../../../shared/text/account-list.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { useAsk } from '../../lib/query.ts';
import { PurgeDialog } from './purge-dialog.tsx';

export type TrashBannerProps = { readonly account: AccountDetail; readonly trashed: number };

/** Says since when an account is in the trash, when it leaves the vault or what keeps it, and offers to delete it now. */
export function TrashBanner({ account, trashed }: TrashBannerProps) {
  const stay = useAsk('trash.of', { id: account.id }).data?.stay ?? null;
  const readOnly = useWhyReadOnly();
  const [asking, setAsking] = useState(false);
  const now = engineNow();
  const held = stay?.held ?? null;
  return (
    <div className="detail-banner">
      <Banner
        icon="trash"
        title={accountText.inTrash(formatDay(trashed, now))}
        actions={
          <Button size="small" why={readOnly ?? (held === null ? null : trashText.held[held])} onClick={() => setAsking(true)}>
            {trashText.purge}
          </Button>
        }
      >
        {held !== null
          ? trashText.held[held]
          : stay === null
            ? accountText.inTrashSafe
            : trashText.leaves(formatDay(stay.until, now))}
      </Banner>
      <PurgeDialog
        open={asking}
        ids={[account.id]}
        title={trashText.purgeTitle(account.title)}
        said={trashText.purged(account.title)}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
