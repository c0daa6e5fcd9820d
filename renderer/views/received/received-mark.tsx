import type { ReceivedRow } from '../../../shared/contracts/engine/grants.ts';
import { backTag, receivedText } from '../../../shared/text/received.ts';
import { Icon } from '../../components/icon.tsx';
import { Ring } from '../../components/ring.tsx';
import { engineNow } from '../../lib/clock-sync.ts';

/** The one mark at the end of a row: what is left of the loan, or that it is over. */
export function ReceivedMark({ row }: { readonly row: ReceivedRow }) {
  switch (row.state) {
    case 'given_back':
      return <Icon name="check" tone="sealed" label={receivedText.givenBackMark} />;
    case 'ended':
      return <Icon name="minus" tone="faint" label={receivedText.endedMark} />;
    default:
      return <Ring size={24} value={leftOf(row)} label={backTag(row.until, engineNow())} />;
  }
}

/** What is left of a loan, 0 to 1. */
export function leftOf({ from, until }: ReceivedRow): number {
  return until <= from ? 0 : Math.min(1, Math.max(0, (until - engineNow()) / (until - from)));
}

/** Whether a loan is over. */
export function isOver({ state }: ReceivedRow): boolean {
  return state === 'ended' || state === 'given_back';
}
