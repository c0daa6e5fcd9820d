import type { AsideRecord } from '../../../shared/contracts/engine/aside.ts';
import { asideText } from '../../../shared/text/aside.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';

export type AsideLineProps = {
  readonly record: AsideRecord;
  readonly now: number;
  /** Why nothing can be changed; null when it can. */
  readonly whyNot: string | null;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
};

/** One record that cannot be read. */
export function AsideLine({ record, now, whyNot, onCopy, onRemove }: AsideLineProps) {
  return (
    <li className="aside-record">
      <Icon name="warning" />
      <div>
        <b>{asideText.name(record)}</b>
        <p className="small faint aside-facts">{asideText.facts(record, now)}</p>
        <p className="small pretty">{asideText.why(record)}</p>
        <p className="small soft pretty">{asideText.means(record)}</p>
        {!record.removable && <p className="small soft pretty">{asideText.stays(record)}</p>}
      </div>
      <span className="row">
        <Button size="small" aria-label={asideText.copyOf(record)} onClick={onCopy}>
          {asideText.copy}
        </Button>
        {record.removable && (
          <Button size="small" why={whyNot} aria-label={asideText.removeOf(record)} onClick={onRemove}>
            {asideText.remove}
          </Button>
        )}
      </span>
    </li>
  );
}
