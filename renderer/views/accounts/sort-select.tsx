import { ACCOUNT_SORTS } from '../../../shared/settings.ts';
import { listText } from '../../../shared/text/account-list.ts';
import { accountsText } from '../../../shared/text/accounts.ts';
import { Select } from '../../components/select.tsx';
import { useSettings } from '../../lib/shell.ts';
import { useChangeSettings } from '../settings/use-change-settings.ts';

/** How the list is sorted; remembered for this machine. */
export function SortSelect() {
  const { accountSort } = useSettings();
  const change = useChangeSettings();
  return (
    <Select
      look="quiet"
      label={accountsText.sort}
      value={accountSort}
      onChange={(next) => change({ accountSort: next })}
      options={ACCOUNT_SORTS.map((value) => ({ value, label: listText.sorts[value] }))}
    />
  );
}
