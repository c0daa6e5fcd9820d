import type { ReceivedDetail } from '../../../shared/contracts/engine/grants.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { firstName } from '../../../shared/text/common.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { endedText, giveBackText } from '../../../shared/text/received.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Caption, Card } from '../../components/card.tsx';
import { Edge } from '../../components/promise-mark.tsx';
import { Tag } from '../../components/tag.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { ReceivedText } from '../inbox/received-text.tsx';
import { OverReceipt } from './over-receipt.tsx';
import { ReceiptText, useCopyMessage } from './receipt-text.tsx';
import { ReceivedTerms } from './received-terms.tsx';

export type ReceivedEndedProps = {
  readonly received: ReceivedDetail;
  /** The receipt made a moment ago, still to be sent; null when there is none. */
  readonly receipt: Sealed | null;
};

/** A loan that is over: what left this vault, and what is true all the same. */
export function ReceivedEnded({ received, receipt }: ReceivedEndedProps) {
  const { row } = received;
  const owner = firstName(row.lentBy.name);
  const given = row.state === 'given_back';
  const when = formatDay(given ? row.until : row.until - 1, engineNow());
  const copy = useCopyMessage();
  return (
    <>
      <p className="received-over">
        <Tag tone={given ? 'safe' : 'calm'} size="large">
          {given ? endedText.givenBack(when) : endedText.ended(when)}
        </Tag>
      </p>
      {received.revoked !== null && (
        <div className="received-banner">
          <Banner icon="lent" title={endedText.revoked(owner, formatDay(received.revoked.at, engineNow()))}>
            {received.revoked.reason !== null && (
              <>
                “<ReceivedText>{received.revoked.reason}</ReceivedText>”{' '}
              </>
            )}
            {endedText.revokedBody}
          </Banner>
        </div>
      )}
      {receipt === null && received.receipt && <OverReceipt received={received} />}
      {receipt !== null && (
        <Card
          caption={giveBackText.receiptTitle}
          captionEnd={
            <Button size="small" icon="copy" onClick={() => void copy(receipt)}>
              {giveBackText.copy}
            </Button>
          }
          pad
        >
          <ReceiptText receipt={receipt} />
        </Card>
      )}
      <div className="cols">
        <div>
          <Caption>{endedText.here}</Caption>
          <div className="card received-edges">
            <Edge kind="courtesy" kept label={endedText.purged}>
              {endedText.purgedBody}
            </Edge>
            <Edge kind="sealed" kept label={endedText.codes}>
              {endedText.codesBody}
            </Edge>
          </div>
          <ReceivedTerms received={received} />
        </div>
        <div>
          <Caption>{endedText.there}</Caption>
          <div className="card received-edges">
            <Edge kind="exposed" label={endedText.still}>
              {endedText.stillBody(owner)}
            </Edge>
            <Edge kind="exposed" label={endedText.session}>
              {endedText.sessionBody}
            </Edge>
          </div>
        </div>
      </div>
    </>
  );
}
