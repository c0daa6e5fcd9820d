import type { AccountRow } from '../../../shared/contracts/engine/accounts.ts';
import { assertNever } from '../../../shared/errors.ts';
import { accountsText } from '../../../shared/text/accounts.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { Icon } from '../../components/icon.tsx';
import { Ring } from '../../components/ring.tsx';
import { engineNow } from '../../lib/clock-sync.ts';

/** The one mark at the end of a row: exposed, or the ring of a loan. */
export function AccountMark({ mark }: { readonly mark: AccountRow['mark'] }) {
  if (mark === null) return null;
  switch (mark.kind) {
    case 'exposed':
      return <Icon name="exposed" tone="exposed" label={accountsText.exposed} />;
    case 'ending':
      return <Ring value={mark.left} label={accountsText.ending(formatDay(mark.until - 1, engineNow()))} />;
    case 'lent':
      return <Ring value={mark.left} label={accountsText.lent(formatDay(mark.until - 1, engineNow()))} />;
    default:
      return assertNever(mark);
  }
}
