import type { ReactNode } from 'react';
import type { RequestDetail } from '../../../shared/contracts/engine/requests.ts';
import { assertNever } from '../../../shared/errors.ts';
import { formatDuration } from '../../../shared/text/dates.ts';
import { askedText } from '../../../shared/text/requests.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { go } from '../../lib/route.ts';
import { ReceivedText } from '../inbox/received-text.tsx';

export type MadeStateProps = {
  readonly request: RequestDetail;
  readonly now: number;
  /** First name of who answered; null while nobody is known. */
  readonly name: string | null;
};

/** How a request of ours stands, and where its answer is. */
export function MadeState({ request: { row, reason }, now, name }: MadeStateProps): ReactNode {
  switch (row.state) {
    case 'waiting':
      return (
        <Banner icon="clock" title={askedText.waitingTitle}>
          {askedText.waiting(formatDuration(row.expires - now))}
        </Banner>
      );
    case 'granted':
      return (
        <Banner
          tone="sealed"
          title={name === null ? askedText.granted : askedText.grantedBy(name)}
          actions={
            <>
              <Button size="small" onClick={() => go({ view: 'inbox', item: null })}>
                {askedText.toInbox}
              </Button>
              <Button size="small" onClick={() => go({ view: 'received', received: null })}>
                {askedText.toReceived}
              </Button>
            </>
          }
        >
          {askedText.grantedBody}
        </Banner>
      );
    case 'refused':
      return (
        <Banner icon="info" title={name === null ? askedText.refused : askedText.refusedBy(name)}>
          {reason === null ? askedText.noReason : <ReceivedText lines>{reason}</ReceivedText>}
        </Banner>
      );
    case 'closed':
      return (
        <Banner icon="archive" title={askedText.closed}>
          {askedText.closedBody}
        </Banner>
      );
    case 'expired':
      return (
        <Banner icon="clock" title={askedText.expired}>
          {askedText.expiredBody}
        </Banner>
      );
    default:
      return assertNever(row.state);
  }
}
