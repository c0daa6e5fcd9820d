import { memo } from 'react';
import { accountsText } from '../../../shared/text/accounts.ts';
import { fileText } from '../../../shared/text/vault.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { clientText } from '../../../shared/text/account-form.ts';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { type Choosing, ListBox } from '../../components/list-box.tsx';
import { ListRow } from '../../components/list-row.tsx';
import { Mark } from '../../components/mark.tsx';
import { Menu, type MenuEntry } from '../../components/menu.tsx';
import { Ring } from '../../components/ring.tsx';
import { Select } from '../../components/select.tsx';
import { PaneHead } from '../../components/split.tsx';
import { runCommand } from '../../lib/commands.ts';
import type { EngineResult } from '../../lib/engine.ts';
import { useAsk } from '../../lib/query.ts';
import { type AccountsRoute, go, replace } from '../../lib/route.ts';
import { AccountMark } from './account-mark.tsx';
import type { AccountRows } from './use-account-list.ts';

export type AccountListProps = Choosing & {
  readonly route: AccountsRoute;
  readonly list: AccountRows;
  readonly sort: 'used' | 'title';
  readonly onSort: (sort: 'used' | 'title') => void;
};

/** The left pane: how the list is sorted, where else to look, the rows, and what their marks mean. */
export function AccountList(props: AccountListProps) {
  const { route, list, selected } = props;
  const nothing = list.total === 0;
  return (
    <>
      <ListHead route={route} sort={props.sort} onSort={props.onSort} />
      {nothing ? (
        <NothingFound route={route} />
      ) : (
        <ListBox
          key={list.of}
          label={accountsText.list}
          items={list.rows}
          keyOf={(row) => row.id}
          textOf={(row) => row.title}
          selected={selected}
          onSelect={props.onSelect}
          onOpen={props.onOpen}
          onVisible={list.onVisible}
        >
          {(row) => (
            <ListRow
              mark={<Mark platform={row.platform} />}
              title={row.title}
              two={row.username ?? undefined}
              end={<AccountMark mark={row.mark} />}
            />
          )}
        </ListBox>
      )}
      <div className="pane-foot">
        <Ring size={14} value={0.6} /> {accountsText.legendLent} <Icon name="exposed" size="small" tone="exposed" />{' '}
        {accountsText.legendExposed}
      </div>
    </>
  );
}

/** What stands over the rows; apart and kept, since rows come and go with every turn of the wheel. */
const ListHead = memo(function ListHead({ route, sort, onSort }: Pick<AccountListProps, 'route' | 'sort' | 'onSort'>) {
  const readOnly = useWhyReadOnly();
  const clients = useAsk('clients.list', {}).data;
  return (
    <PaneHead>
      <Select
        look="quiet"
        label={accountsText.sort}
        value={sort}
        onChange={onSort}
        options={[
          { value: 'used', label: accountsText.sortUsed },
          { value: 'title', label: accountsText.sortTitle },
        ]}
      />
      <span className="grow" />
      {readOnly !== null && <span className="tiny strong c-exposed">{fileText.readOnly}</span>}
      <Menu
        trigger={<IconButton icon="filter" size="small" label={accountsText.elsewhere} />}
        entries={elsewhere(route, clients)}
      />
      <IconButton
        icon="plus"
        size="small"
        label={accountsText.add}
        keys="Mod+N"
        why={readOnly}
        onClick={() => runCommand('newAccount')}
      />
    </PaneHead>
  );
});

function NothingFound({ route }: { readonly route: AccountsRoute }) {
  const { query = '' } = route;
  return (
    <div className="list-nothing grow" role="status">
      <b>{accountsText.nothingFound(query)}</b>
      <span className="soft">{accountsText.nothingFoundTodo}</span>
      {route.client !== 'all' && (
        <button type="button" className="link" onClick={() => replace({ view: 'accounts', client: 'all', account: null, query })}>
          {accountsText.everywhere}
        </button>
      )}
    </div>
  );
}

/** Lists that have no place in the rail. */
function elsewhere(route: AccountsRoute, clients: EngineResult<'clients.list'> | undefined): MenuEntry[] {
  const archived = clients?.clients.filter((one) => one.archived) ?? [];
  const to =
    (client: AccountsRoute['client'], trashed = false) =>
    () =>
      go({ view: 'accounts', client, account: null, ...(trashed ? { trashed } : {}) });
  return [
    { label: accountsText.title, icon: 'key', onAct: to('all') },
    ...((clients?.unfiled ?? 0) > 0 ? [{ label: accountsText.unfiled, icon: 'tag' as const, onAct: to({ id: null }) }] : []),
    { label: accountsText.trash, icon: 'trash', onAct: to('all', true), why: route.trashed ? accountsText.here : null },
    ...(archived.length > 0 ? ['line' as const, { heading: clientText.archived }] : []),
    ...archived.map((client) => ({ label: client.name, icon: 'archive' as const, onAct: to({ id: client.id }) })),
  ];
}
