import type { AccountRow } from '../../../shared/contracts/engine/accounts.ts';
import { TRASH_DAYS } from '../../../shared/limits.ts';
import { trashText } from '../../../shared/text/account-list.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { AccountMark } from './account-mark.tsx';

const DAY = 86_400;

/** The end of a row in the trash: what still keeps it, else the days until it leaves the vault. */
export function TrashedMark({ row, trashed }: { readonly row: AccountRow; readonly trashed: number }) {
  if (row.mark !== null) return <AccountMark mark={row.mark} />;
  const left = Math.ceil((trashed + TRASH_DAYS * DAY - engineNow()) / DAY);
  if (left < 0) return <span className="tiny faint">{trashText.kept}</span>;
  return (
    <span className="tiny faint" role="img" aria-label={trashText.leftLabel(left)}>
      {trashText.left(left)}
    </span>
  );
}
