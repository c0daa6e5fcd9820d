import type { RequestRow } from '../../../shared/contracts/engine/requests.ts';
import { askedEnd, askedText, askedTwo } from '../../../shared/text/requests.ts';
import { type Choosing, ListBox } from '../../components/list-box.tsx';
import { ListRow } from '../../components/list-row.tsx';
import { Mark } from '../../components/mark.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';

export type RequestListProps = Choosing & {
  readonly rows: readonly RequestRow[];
};

/** What was asked for: what still waits first, and how old it is. */
export function RequestList({ rows, selected, onSelect, onOpen }: RequestListProps) {
  const now = engineNow();
  return (
    <ListBox
      label={askedText.title}
      items={rows}
      keyOf={(row) => row.id}
      textOf={(row) => row.account}
      groupOf={(row) => (row.state === 'waiting' ? askedText.waits : askedText.over)}
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
    >
      {(row) => (
        <ListRow
          mark={<Mark platform={row.platform} />}
          title={plainLine(row.account)}
          two={plainLine(askedTwo(row, now))}
          end={<span className="tiny faint">{askedEnd(row, now)}</span>}
        />
      )}
    </ListBox>
  );
}
