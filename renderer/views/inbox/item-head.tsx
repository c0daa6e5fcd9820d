import type { ReactNode } from 'react';
import type { InboxRow } from '../../../shared/contracts/engine/inbox.ts';
import { formatDayTime } from '../../../shared/text/dates.ts';
import { inboxText, inboxTitle } from '../../../shared/text/inbox.ts';
import { DetailHead } from '../../components/detail-head.tsx';
import { Face } from '../../components/face.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';

export type ItemHeadProps = {
  readonly row: InboxRow;
  /** What proves whom it is from; null for a card, which proves nothing yet. */
  readonly proof: string | null;
  readonly children?: ReactNode;
};

/** The head of an item: from whom, about what, when it came, and what proves it. */
export function ItemHead({ row, proof, children }: ItemHeadProps) {
  const sub = [plainLine(row.from.name), inboxText.arrived(formatDayTime(row.at, engineNow())), proof].filter(
    (part) => part !== null,
  );
  return (
    <DetailHead mark={<Face name={row.from.name} size="big" />} title={plainLine(inboxTitle(row))} sub={sub.join(' · ')}>
      {children}
    </DetailHead>
  );
}
