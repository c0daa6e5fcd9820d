import type { ReceivedRow } from '../../../shared/contracts/engine/grants.ts';
import { receivedText, receivedWhen } from '../../../shared/text/received.ts';
import { type Choosing, ListBox } from '../../components/list-box.tsx';
import { ListRow } from '../../components/list-row.tsx';
import { Mark } from '../../components/mark.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { ReceivedMark } from './received-mark.tsx';

const groups = (): Readonly<Record<ReceivedRow['state'], string>> => ({
  open: receivedText.open,
  outside: receivedText.outside,
  no_codes: receivedText.noCodes,
  ended: receivedText.ended,
  given_back: receivedText.ended,
});

export type ReceivedListProps = Choosing & {
  readonly rows: readonly ReceivedRow[];
};

/** What is lent to us: codes open now first, what is over last. */
export function ReceivedList({ rows, selected, onSelect, onOpen }: ReceivedListProps) {
  const now = engineNow();
  return (
    <ListBox
      label={receivedText.title}
      items={rows}
      keyOf={(row) => row.id}
      textOf={(row) => row.title}
      groupOf={(row) => groups()[row.state]}
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
    >
      {(row) => (
        <ListRow
          mark={<Mark platform={row.platform} />}
          title={row.title}
          two={`${receivedWhen(row, now)} · ${row.lentBy.name}`}
          end={<ReceivedMark row={row} />}
        />
      )}
    </ListBox>
  );
}
