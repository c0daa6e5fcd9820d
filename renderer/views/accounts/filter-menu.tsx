import { useState } from 'react';
import type { AccountFilter, Facets } from '../../../shared/contracts/engine/account-list.ts';
import { listText, tagText } from '../../../shared/text/account-list.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu, type MenuEntry } from '../../components/menu.tsx';
import { usePlatforms } from '../../lib/platforms.ts';
import { useAsk } from '../../lib/query.ts';
import type { AccountsRoute } from '../../lib/route.ts';
import { narrow } from './filter-words.ts';

export type FilterMenuProps = {
  readonly route: AccountsRoute;
  /** Leads to writing tags otherwise; left out where nothing can be changed. */
  readonly onTags: (() => void) | undefined;
};

/** What the list can be narrowed to, with how many accounts each would leave. */
export function FilterMenu({ route, onTags }: FilterMenuProps) {
  const [open, setOpen] = useState(false);
  const { client, trashed = false, filter = {} } = route;
  const of = { ...(client === 'all' ? {} : { client: client.id }), trashed };
  // Counting looks into every account: only while somebody looks at the counts.
  const facets = useAsk('accounts.facets', of, { when: open, keep: true }).data;
  const platforms = usePlatforms();
  const entries = facets === undefined ? [{ heading: listText.looking }] : entriesOf(facets, filter, platforms.name, route);
  const tags: MenuEntry[] =
    onTags === undefined || (facets?.tags.length ?? 0) === 0
      ? []
      : ['line', { label: tagText.manage, icon: 'edit', onAct: onTags }];
  return (
    <Menu
      open={open}
      onOpen={setOpen}
      trigger={<IconButton icon="filter" size="small" label={listText.filter} />}
      entries={[...entries, ...tags]}
    />
  );
}

function entriesOf(facets: Facets, filter: AccountFilter, platform: (id: string) => string, route: AccountsRoute): MenuEntry[] {
  const one = <K extends keyof AccountFilter>(key: K, value: NonNullable<AccountFilter[K]>, label: string, count: number) => {
    const checked = filter[key] === value;
    if (count === 0 && !checked) return [];
    return [{ label, note: String(count), checked, onAct: () => narrow(route, { [key]: checked ? undefined : value }) }];
  };
  const { states, codes, owners, quality } = facets;
  const groups: readonly (readonly [heading: string, entries: readonly MenuEntry[]])[] = [
    [
      listText.groups.state,
      (['lent', 'ending', 'exposed'] as const).flatMap((state) => one('state', state, listText.states[state], states[state])),
    ],
    [
      listText.groups.codes,
      [...one('hasCode', true, listText.withCode, codes.with), ...one('hasCode', false, listText.withoutCode, codes.without)],
    ],
    [
      listText.groups.owner,
      owners.others === 0 && filter.owner === undefined
        ? []
        : (['mine', 'others'] as const).flatMap((owner) => one('owner', owner, listText.owners[owner], owners[owner])),
    ],
    [
      listText.groups.quality,
      quality === null
        ? []
        : (['weak', 'reused'] as const).flatMap((kind) => one('quality', kind, listText.quality[kind], quality[kind])),
    ],
    [listText.groups.tags, facets.tags.flatMap(({ tag, accounts }) => one('tag', tag, tag, accounts))],
    [
      listText.groups.platform,
      facets.platforms
        .map((known) => ({ ...known, name: platform(known.platform) }))
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .flatMap(({ platform: id, name, accounts }) => one('platform', id, name, accounts)),
    ],
  ];
  return groups.flatMap(([heading, entries]) => (entries.length === 0 ? [] : [{ heading }, ...entries]));
}
