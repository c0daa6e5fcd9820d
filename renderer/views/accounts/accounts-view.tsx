import { useEffect, useState } from 'react';
import { accountsText } from '../../../shared/text/accounts.ts';
import { clientText } from '../../../shared/text/account-form.ts';
import { commonText } from '../../../shared/text/common.ts';
import { landFocus } from '../../app/focus-after-go.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { useVault } from '../../app/vault-context.ts';
import { Bar } from '../../components/bar.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Split } from '../../components/split.tsx';
import { View } from '../../components/window.tsx';
import { lastInput } from '../../lib/last-input.ts';
import { onePane, useMedia } from '../../lib/media.ts';
import { useAsk } from '../../lib/query.ts';
import { type AccountsRoute, back, go, goInto, replace } from '../../lib/route.ts';
import { useSettings } from '../../lib/shell.ts';
import { useFocusOnOpen } from '../use-focus-on-open.ts';
import { AccountDetail } from './account-detail.tsx';
import { AccountList } from './account-list.tsx';
import { ClientDialog } from './client-dialog.tsx';
import { focusRow } from './focus-row.ts';
import { NoAccount } from './no-account.tsx';
import { SearchField } from './search-field.tsx';
import { useAccountList } from './use-account-list.ts';
import { useMarks } from './use-marks.ts';

/** The accounts of the vault, of one client or in the trash: the list, and the chosen one beside it. */
export function AccountsView({ route }: { readonly route: AccountsRoute }) {
  const banner = useVaultBanner();
  const single = useMedia(onePane);
  const { accountSort } = useSettings();
  const [editing, setEditing] = useState(false);
  const clients = useAsk('clients.list', {}).data;
  const list = useAccountList(route, accountSort);
  const marking = useMarks(list);
  const clientId = route.client === 'all' ? null : route.client.id;
  const client = clients?.clients.find((one) => one.id === clientId) ?? null;
  const query = route.query ?? '';

  const follows = useVault().readOnly === 'in_use';
  const first = useFirst(list.rows, follows ? list.of : null);
  const known = list.rows.some((row) => row?.id === route.account);
  const chosen = known || (route.account !== null && list.rows.includes(null)) ? route.account : null;
  const shown = chosen ?? first;
  const open = single && route.open === true && shown !== null;
  useFocusOnOpen(single, open);
  // What was pressed is often gone with what it did: an account put in the trash, a bar over chosen rows, a way back.
  useEffect(() => landFocus(), [shown, list.total, marking.marked.size]);

  const select = (account: string): void => {
    if (single && lastInput() === 'pointer') goInto({ ...route, account });
    else replace({ ...route, account });
  };
  const show = (account: string): void => {
    if (single) go({ ...route, account, open: true });
    else document.querySelector<HTMLElement>('[data-pane="detail"] :is(button, [tabindex="0"])')?.focus();
  };
  const title = route.trashed
    ? accountsText.trash
    : route.client === 'all'
      ? accountsText.title
      : (client?.name ?? accountsText.unfiled);
  const total = list.total ?? 0;
  const empty = list.total === 0 && query === '' && route.filter === undefined;
  return (
    <View
      banner={banner}
      bar={
        <Bar
          title={title}
          sub={
            list.total === null || empty
              ? undefined
              : query === '' && route.filter === undefined
                ? accountsText.total(total)
                : accountsText.found(total)
          }
          back={open ? { label: commonText.back, onBack: back } : undefined}
          actions={
            <>
              {client !== null && <IconButton icon="edit" label={clientText.edit(client.name)} onClick={() => setEditing(true)} />}
              {!empty && !open && (
                <SearchField value={query} onChange={(text) => replace({ ...route, query: text, open: false })} onDown={focusRow} />
              )}
            </>
          }
        />
      }
    >
      {list.total === null ? null : empty ? (
        <NoAccount route={route} />
      ) : (
        <Split
          open={open ? 'detail' : 'list'}
          onBack={back}
          listLabel={accountsText.list}
          detailLabel={list.rows.find((row) => row?.id === shown)?.title}
          detailKey={shown ?? undefined}
          list={<AccountList route={route} list={list} marking={marking} selected={shown} onSelect={select} onOpen={show} />}
        >
          {shown === null ? null : <AccountDetail key={shown} id={shown} />}
        </Split>
      )}
      {client !== null && <ClientDialog key={client.id} open={editing} client={client} onClose={() => setEditing(false)} />}
    </View>
  );
}

/**
 * The account shown while none was chosen: the first of the list. In a list of a `scope`, which another program writes, it stays the
 * same one when a newer comes above it.
 */
function useFirst(rows: readonly ({ readonly id: string } | null)[], scope: string | null): string | null {
  const [held, setHeld] = useState<{ readonly scope: string | null; readonly id: string | null }>({ scope, id: null });
  const stays = scope !== null && held.scope === scope && rows.some((row) => row?.id === held.id);
  const id = stays ? held.id : (rows[0]?.id ?? null);
  if (held.scope !== scope || held.id !== id) setHeld({ scope, id });
  return id;
}
