import type { InboxRow } from '../../../shared/contracts/engine/inbox.ts';
import { formatDay, formatTime, sameDay } from '../../../shared/text/dates.ts';
import { inboxText, inboxTitle, inboxTwo } from '../../../shared/text/inbox.ts';
import { Face } from '../../components/face.tsx';
import { Icon, type IconName } from '../../components/icon.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { type Choosing, ListBox } from '../../components/list-box.tsx';
import { ListRow } from '../../components/list-row.tsx';
import { Mark } from '../../components/mark.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { ariaKeys } from '../../lib/keys.ts';
import { plainLine } from '../../lib/plain-text.ts';
import type { InboxRows } from './use-inbox-list.ts';

export type InboxListProps = Choosing & {
  readonly list: InboxRows;
  readonly onPaste: () => void;
};

/** The left pane: where to paste, what waits, what is done. */
export function InboxList({ list, selected, onSelect, onOpen, onPaste }: InboxListProps) {
  const now = engineNow();
  return (
    <>
      <div className="inbox-paste">
        <button type="button" onClick={onPaste} aria-keyshortcuts={ariaKeys('Mod+V')}>
          <Icon name="paste" />
          <span className="grow">
            <b>{inboxText.paste}</b>
            <span className="small faint">{inboxText.pasteHint}</span>
          </span>
          <Kbd keys="Mod+V" hidden />
        </button>
      </div>
      <ListBox
        label={inboxText.messages}
        items={list.rows}
        keyOf={(row) => row.id}
        textOf={(row) => inboxTitle(row)}
        selected={selected}
        onSelect={onSelect}
        onOpen={onOpen}
        groupOf={(row) => (row.waiting ? inboxText.forYou : inboxText.done)}
        onVisible={list.onVisible}
      >
        {(row) => (
          <ListRow
            mark={<RowMark row={row} />}
            title={plainLine(inboxTitle(row))}
            two={plainLine(inboxTwo(row))}
            end={<span className="tiny faint">{sameDay(row.at, now) ? formatTime(row.at) : formatDay(row.at, now)}</span>}
          />
        )}
      </ListBox>
    </>
  );
}

const receiptIcons = { opened: 'check', declined: 'x', purged: 'lent', expired: 'lent' } as const satisfies Record<
  string,
  IconName
>;

function RowMark({ row }: { readonly row: InboxRow }) {
  return row.receipt === null ? <Face name={row.from.name} /> : <Mark icon={receiptIcons[row.receipt]} />;
}
