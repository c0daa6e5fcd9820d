import { memo, useState } from 'react';
import type { AccountRow } from '../../../shared/contracts/engine/accounts.ts';
import { clientText } from '../../../shared/text/account-form.ts';
import { listText } from '../../../shared/text/account-list.ts';
import { accountsText } from '../../../shared/text/accounts.ts';
import { fileText } from '../../../shared/text/vault.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { type Choosing, ListBox } from '../../components/list-box.tsx';
import type { Marking } from '../../components/list-marks.ts';
import { ListRow } from '../../components/list-row.tsx';
import { Mark } from '../../components/mark.tsx';
import { Menu, type MenuEntry } from '../../components/menu.tsx';
import { Ring } from '../../components/ring.tsx';
import { PaneHead } from '../../components/split.tsx';
import { runCommand } from '../../lib/commands.ts';
import type { EngineResult } from '../../lib/engine.ts';
import { useAsk } from '../../lib/query.ts';
import { type AccountsRoute, go } from '../../lib/route.ts';
import { useSettings } from '../../lib/shell.ts';
import { AccountMark } from './account-mark.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { EmptyTrash } from './empty-trash.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { narrow } from './filter-words.ts';
import { focusRow } from './focus-row.ts';
import { NothingFound } from './nothing-found.tsx';
import { RenameTagDialog } from './rename-tag-dialog.tsx';
import { SortSelect } from './sort-select.tsx';
import { TrashedMark } from './trashed-mark.tsx';
import type { AccountRows } from './use-account-list.ts';
import { useMovePins } from './use-pins.ts';

export type AccountListProps = Choosing & {
  readonly route: AccountsRoute;
  readonly list: AccountRows;
  readonly marking: Marking;
};

/** The left pane: how the list is sorted and narrowed and where else to look, or what can be done to the rows chosen; the rows, and what their marks mean. */
export function AccountList(props: AccountListProps) {
  const { route, list, selected, marking } = props;
  const { moving, told } = useMovePins(list.rows);
  const groupOf = useGroups(route, list);
  const readOnly = useWhyReadOnly();
  const none = (): void => {
    marking.onNone();
    // The bar goes, and the focus with it.
    setTimeout(focusRow);
  };
  return (
    <>
      {marking.marked.size > 0 ? (
        <BulkBar marked={marking.marked} trashed={route.trashed === true} onNone={none} />
      ) : (
        <ListHead route={route} />
      )}
      {route.filter !== undefined && <FilterChips route={route} filter={route.filter} />}
      {list.near && (
        <p className="list-near small soft" role="status">
          {listText.near}
        </p>
      )}
      {list.total === 0 ? (
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
          groupOf={groupOf}
          marking={marking}
          moving={readOnly === null ? moving : undefined}
        >
          {(row) => (
            <ListRow
              mark={<Mark platform={row.platform} />}
              title={row.title}
              two={row.username ?? undefined}
              end={row.trashed === null ? <AccountMark mark={row.mark} /> : <TrashedMark row={row} trashed={row.trashed} />}
            />
          )}
        </ListBox>
      )}
      <span className="hole" role="status">
        {told}
      </span>
      <div className="pane-foot">
        <Ring size={14} value={0.6} /> {accountsText.legendLent} <Icon name="exposed" size="small" tone="exposed" />{' '}
        {accountsText.legendExposed}
      </div>
    </>
  );
}

/** What stands over the rows; apart and kept, since rows come and go with every turn of the wheel. */
const ListHead = memo(function ListHead({ route }: { readonly route: AccountsRoute }) {
  const readOnly = useWhyReadOnly();
  const clients = useAsk('clients.list', {}).data;
  const [tagging, setTagging] = useState(false);
  const { filter } = route;
  return (
    <PaneHead>
      <SortSelect />
      <span className="grow" />
      {readOnly !== null && <span className="tiny strong c-exposed">{fileText.readOnly}</span>}
      <FilterMenu route={route} onTags={readOnly === null ? () => setTagging(true) : undefined} />
      <Menu
        trigger={<IconButton icon="archive" size="small" label={accountsText.elsewhere} />}
        entries={elsewhere(route, clients)}
      />
      {route.trashed ? (
        <EmptyTrash why={readOnly} />
      ) : (
        <IconButton
          icon="plus"
          size="small"
          label={accountsText.add}
          keys="Mod+N"
          why={readOnly}
          onClick={() => runCommand('newAccount')}
        />
      )}
      <RenameTagDialog
        open={tagging}
        onClose={() => setTagging(false)}
        onRenamed={(tag, to) => filter?.tag === tag && narrow(route, { tag: to ?? undefined })}
      />
    </PaneHead>
  );
});

/** The heading a row stands under: the pinned ones, and clients where the list is sorted by them. None where there would be one. */
function useGroups(route: AccountsRoute, list: AccountRows): ((row: AccountRow) => string | null) | undefined {
  const { accountSort } = useSettings();
  const clients = useAsk('clients.list', {}).data?.clients ?? [];
  const isByClient = accountSort === 'client' && route.client === 'all';
  const hasPins = list.rows[0]?.pinned === true && (route.query ?? '') === '';
  if (!isByClient && !hasPins) return undefined;
  const names = new Map(clients.map(({ id, name }) => [id, name]));
  return ({ pinned, client }) => {
    if (pinned && hasPins) return listText.pinned;
    if (!isByClient) return listText.others;
    return (client === null ? undefined : names.get(client)) ?? accountsText.unfiled;
  };
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
