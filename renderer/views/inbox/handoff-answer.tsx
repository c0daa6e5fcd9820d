import { useEffect, useRef, useState } from 'react';
import type { InboxRow } from '../../../shared/contracts/engine/inbox.ts';
import { assertNever } from '../../../shared/errors.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { inboxText } from '../../../shared/text/inbox.ts';
import { isBuilt } from '../../app/places.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { plainLine } from '../../lib/plain-text.ts';
import { go } from '../../lib/route.ts';
import { SealedText } from '../handoff/sealed-text.tsx';
import type { Handoff } from './handoff.ts';
import type { Answer } from './use-answer.ts';

export type HandoffAnswerProps = {
  readonly row: InboxRow;
  readonly handoff: Handoff;
  readonly answer: Answer;
  /** First name of whom it is from. */
  readonly name: string;
};

/** Takes a handoff up or declines it; afterwards, the receipt to send back. */
export function HandoffAnswer(props: HandoffAnswerProps) {
  const { handoff } = props;
  switch (handoff.state) {
    case 'offered':
      return <Offer {...props} />;
    case 'accepted':
      return <Given {...props} title={inboxText.taken} body={inboxText.takenBody} />;
    case 'declined':
      return <Given {...props} title={inboxText.declined} body={inboxText.declinedBody} />;
    case 'ended':
      return <Banner title={inboxText.over}>{inboxText.overBody}</Banner>;
    default:
      return assertNever(handoff.state);
  }
}

function Offer({ row, answer, name }: HandoffAnswerProps) {
  const [asking, setAsking] = useState(false);
  const { busy } = answer;
  const readOnly = useWhyReadOnly();
  return (
    <div className="row inbox-acts">
      <Button
        variant="primary"
        size="large"
        icon="check"
        why={readOnly}
        busy={busy === 'accepting' ? inboxText.accepting : null}
        onClick={() => void answer.accept()}
      >
        {inboxText.accept}
      </Button>
      <Button size="large" variant="quiet" why={readOnly} onClick={() => setAsking(true)}>
        {inboxText.decline}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={inboxText.declineTitle(plainLine(row.about ?? ''))}
        lead={row.before === undefined ? inboxText.declineBody(name) : inboxText.declineAgain(name)}
        safe={inboxText.keepOffer}
        act={{
          label: inboxText.decline,
          busy: busy === 'declining' ? inboxText.declining : null,
          onAct: () => {
            setAsking(false);
            void answer.decline();
          },
        }}
        loses
      />
    </div>
  );
}

type GivenProps = HandoffAnswerProps & { readonly title: string; readonly body: string };

function Given({ row, handoff, answer, title, body, name }: GivenProps) {
  const place = useRef<HTMLDivElement>(null);
  const { receipt } = answer;
  useEffect(() => {
    // Only right after the answer: its button is gone, and the receipt is what comes next.
    if (receipt !== null && (document.activeElement === null || document.activeElement === document.body)) {
      place.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    }
  }, [receipt]);
  const { received } = handoff;
  const canGo = received !== null && isBuilt('received');
  return (
    <div ref={place} className="stack">
      <Banner
        tone="sealed"
        title={`${title}.`}
        actions={
          canGo ? (
            <Button size="small" iconEnd="forward" onClick={() => go({ view: 'received', received })}>
              {inboxText.toReceived}
            </Button>
          ) : undefined
        }
      >
        {body}
      </Banner>
      {receipt !== null && (
        <div>
          <Caption>{inboxText.receiptReady}</Caption>
          <SealedText sealed={receipt} fileName={sealedText.receiptFile(row.about ?? '', name)} primary />
        </div>
      )}
    </div>
  );
}
