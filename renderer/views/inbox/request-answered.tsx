import type { InboxItem } from '../../../shared/contracts/engine/inbox.ts';
import type { RequestDetail } from '../../../shared/contracts/engine/requests.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { gotText } from '../../../shared/text/requests.ts';
import { Banner } from '../../components/banner.tsx';
import { Caption } from '../../components/card.tsx';
import { plainLine } from '../../lib/plain-text.ts';
import { SealedText } from '../handoff/sealed-text.tsx';
import { useFocusOnAnswer } from './use-focus-on-answer.ts';

export type RequestAnsweredProps = {
  readonly item: InboxItem;
  readonly request: RequestDetail;
  readonly name: string;
};

const words = () =>
  ({
    waiting: null,
    granted: { tone: 'sealed', title: gotText.granted, body: gotText.grantedBody },
    refused: { tone: 'sealed', title: gotText.refused, body: gotText.refusedBody },
    closed: { tone: 'look', title: gotText.closed, body: gotText.closedBody },
    expired: { tone: 'look', title: gotText.expired, body: gotText.expiredBody },
  }) as const;

/** How a request came out, and the sealed answer to send. */
export function RequestAnswered({ item: { answer }, request: { row }, name }: RequestAnsweredProps) {
  const place = useFocusOnAnswer(answer?.message ?? null);
  const said = words()[row.state];
  if (said === null) return null;
  return (
    <div ref={place} className="stack">
      <Banner tone={said.tone} icon={said.tone === 'look' ? 'archive' : undefined} title={said.title}>
        {said.body}
      </Banner>
      {answer !== null && (
        <div>
          <Caption>{gotText.answerText}</Caption>
          <SealedText sealed={answer} fileName={sealedText.answerFile(plainLine(row.account), name)} primary />
        </div>
      )}
    </div>
  );
}
