import type { CopyRow } from '../../../shared/contracts/engine/copies.ts';
import { copiesText } from '../../../shared/text/copies.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { Check } from '../../components/check.tsx';
import { Icon } from '../../components/icon.tsx';
import { Mark } from '../../components/mark.tsx';
import { isOffered } from './use-copy-list.ts';

export type CopyLineProps = {
  readonly row: CopyRow;
  readonly now: number;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
};

/** One account of a copy: a box to tick where it can be brought in, what it is there, and how it stands to what is here. */
export function CopyLine({ row, now, ticked, onTick }: CopyLineProps) {
  const { title, username, client, platform, changed, trashed } = row;
  const two = [username, client, copiesText.changedThere(formatDay(changed, now)), trashed ? copiesText.inTrash : null];
  const offered = isOffered(row);
  const body = (
    <>
      <span className="copy-box">{offered && <Check label={copiesText.tick(title)} checked={ticked} onChange={onTick} />}</span>
      <Mark platform={platform} />
      <span className="cut">
        <b>{title}</b>
        <span className="two">{two.filter((part) => part !== null).join(' · ')}</span>
      </span>
      <Standing row={row} now={now} />
    </>
  );
  // The whole line takes the press: the box alone is small.
  return <li>{offered ? <label className="copy-line">{body}</label> : <div className="copy-line">{body}</div>}</li>;
}

function Standing({ row, now }: { readonly row: CopyRow; readonly now: number }) {
  const { state, parts, changed, here, brought } = row;
  if (brought) {
    return (
      <span className="copy-end c-safe">
        <Icon name="check" size="small" /> {copiesText.brought}
      </span>
    );
  }
  if (state !== 'differs' || here === null) return <span className="copy-end soft">{copiesText.state[state]}</span>;
  const newer = changed === here.changed ? null : changed > here.changed ? copiesText.newerThere : copiesText.newerHere;
  const under = [newer, copiesText.changedHere(formatDay(here.changed, now)), here.trashed ? copiesText.inTrashHere : null];
  return (
    <span className="copy-end">
      {copiesText.differ(parts)}
      <span className="two">{under.filter((part) => part !== null).join(', ')}</span>
    </span>
  );
}
