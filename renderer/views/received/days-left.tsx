import type { ReceivedDetail } from '../../../shared/contracts/engine/grants.ts';
import { backTag, daysLeftText, timeLeft } from '../../../shared/text/received.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { Ring } from '../../components/ring.tsx';
import { Tag } from '../../components/tag.tsx';
import { go } from '../../lib/route.ts';
import { useNow } from '../../lib/ticker.ts';
import { leftOf } from './received-mark.tsx';

const SOON = 2 * 86_400;

/** How long the loan still lasts: ring, return tag and windows to come. */
export function DaysLeft({ received: { row, windows } }: { readonly received: ReceivedDetail }) {
  const now = useNow();
  const { amount, unit } = timeLeft(row.until - now);
  return (
    <>
      <Caption>{row.until - now < SOON ? daysLeftText.titleHours : daysLeftText.title}</Caption>
      <div className="card received-days">
        <Ring size={84} value={leftOf(row)}>
          <span>
            <b>{amount}</b>
            <span className="under">{unit}</span>
          </span>
        </Ring>
        <div>
          <Tag>{backTag(row.until, now)}</Tag>
          {windows.length > 0 && (
            <p className="small soft">{daysLeftText.windows(windows.filter(({ from }) => from > now).length)}</p>
          )}
          {row.lentBy.contact !== null && (
            <Button size="small" onClick={() => go({ view: 'ask', contact: row.lentBy.contact, received: row.id })}>
              {daysLeftText.longer}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}
