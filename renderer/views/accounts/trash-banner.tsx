import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { Banner } from '../../components/banner.tsx';
import { engineNow } from '../../lib/clock-sync.ts';

export type TrashBannerProps = { readonly account: AccountDetail; readonly trashed: number };

/** Says that an account is in the trash and that nothing of it is lost. */
export function TrashBanner({ trashed }: TrashBannerProps) {
  return (
    <div className="detail-banner">
      <Banner icon="trash" title={accountText.inTrash(formatDay(trashed, engineNow()))}>
        {accountText.inTrashSafe}
      </Banner>
    </div>
  );
}
