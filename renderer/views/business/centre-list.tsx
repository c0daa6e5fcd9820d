import type { CentreRow } from '../../../shared/contracts/engine/business.ts';
import { centreLine, centreText } from '../../../shared/text/business.ts';
import { Icon } from '../../components/icon.tsx';
import { type Choosing, ListBox } from '../../components/list-box.tsx';
import { ListRow } from '../../components/list-row.tsx';
import { Mark } from '../../components/mark.tsx';
import { Select } from '../../components/select.tsx';
import { PaneHead } from '../../components/split.tsx';
import type { PagedRows } from '../../lib/paged-rows.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { type BusinessRoute, replace } from '../../lib/route.ts';
import { SearchField } from '../accounts/search-field.tsx';

export type CentreListProps = Choosing & {
  readonly route: BusinessRoute;
  readonly list: PagedRows<'business.list'>;
};

/** The left pane: what is searched, which centres, and each with what waits or is over in it. */
export function CentreList({ route, list, selected, onSelect, onOpen }: CentreListProps) {
  const archived = route.archived === true;
  const query = route.query ?? '';
  const focusList = (): void => document.querySelector<HTMLElement>('[data-pane="list"] [role="option"][tabindex="0"]')?.focus();
  return (
    <>
      <div className="biz-search">
        <SearchField
          label={centreText.find}
          value={query}
          onChange={(text) => replace({ view: 'business', centre: null, ...(archived ? { archived } : {}), query: text })}
          onDown={focusList}
        />
      </div>
      <PaneHead>
        <span className="label grow">{centreText.total(list.rows.length)}</span>
        <Select
          look="quiet"
          label={centreText.which}
          value={archived ? 'archived' : 'used'}
          onChange={(which) =>
            replace({ view: 'business', centre: null, ...(which === 'archived' ? { archived: true } : {}), query })
          }
          options={[
            { value: 'used', label: centreText.inUse },
            { value: 'archived', label: centreText.kept },
          ]}
        />
      </PaneHead>
      {list.rows.length === 0 ? (
        <p className="list-nothing soft" role="status">
          {query === '' ? centreText.noneArchived : centreText.nothingFound}
        </p>
      ) : (
        <ListBox
          label={centreText.title}
          items={list.rows}
          keyOf={(row) => row.id}
          textOf={(row) => row.name}
          selected={selected}
          onSelect={onSelect}
          onOpen={onOpen}
          onVisible={list.onVisible}
        >
          {(row) => (
            <ListRow
              mark={<Mark platform={row.platform} />}
              title={row.name}
              two={plainLine(centreLine(row))}
              end={<End row={row} />}
            />
          )}
        </ListBox>
      )}
    </>
  );
}

function End({ row }: { readonly row: CentreRow }) {
  if (row.over > 0) return <Icon name="exposed" tone="exposed" label={centreText.overMark(row.over)} />;
  if (row.waiting > 0) return <Icon name="clock" tone="ending" label={centreText.waitingMark(row.waiting)} />;
  return null;
}
