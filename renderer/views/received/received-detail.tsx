import { useState } from 'react';
import type { ReceivedDetail as Detail } from '../../../shared/contracts/engine/grants.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { giveBackText, receivedText } from '../../../shared/text/received.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { DetailHead } from '../../components/detail-head.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Mark } from '../../components/mark.tsx';
import { FADE_MS, focusLost } from '../../lib/focus-lost.ts';
import { useAsk } from '../../lib/query.ts';
import { ClosedSecrets } from './closed-secrets.tsx';
import { DaysLeft } from './days-left.tsx';
import { GiveBack } from './give-back.tsx';
import { ReceivedCode } from './received-code.tsx';
import { ReceivedEnded } from './received-ended.tsx';
import { ReceivedSignIn } from './received-sign-in.tsx';
import { ReceivedTerms } from './received-terms.tsx';
import { isOver } from './received-mark.tsx';
import { WhatThen } from './what-then.tsx';

/** One login lent to us: while it lasts what is needed to use it, afterwards what is still true. */
export function ReceivedDetail({ id }: { readonly id: string }) {
  const { data: received, failure } = useAsk('received.get', { id });
  const [asking, setAsking] = useState(false);
  const readOnly = useWhyReadOnly();
  const [receipt, setReceipt] = useState<Sealed | null>(null);
  if (failure !== null) {
    const { what, todo } = errorText(failure.code, failure.facts);
    return <EmptyState title={what}>{todo}</EmptyState>;
  }
  if (received === undefined) return null;
  const over = isOver(received.row);
  const close = (): void => {
    setAsking(false);
    // Once given back, the button that asked is gone, and the focus would fall to nothing.
    if (over) setTimeout(() => focusLost('[data-pane="detail"] button'), FADE_MS);
  };
  return (
    <>
      <DetailHead mark={<Mark platform={received.row.platform} size="big" />} title={received.row.title} sub={subOf(received)}>
        {!over && (
          <Button icon="lent" why={readOnly} onClick={() => setAsking(true)}>
            {giveBackText.act}
          </Button>
        )}
      </DetailHead>
      {over ? <ReceivedEnded received={received} receipt={receipt} /> : <Live received={received} />}
      <GiveBack received={received} open={asking} onClose={close} onGiven={setReceipt} />
    </>
  );
}

function Live({ received }: { readonly received: Detail }) {
  return (
    <>
      {received.secretsClosed && <ClosedSecrets received={received} />}
      <ReceivedCode received={received} />
      <div className="cols">
        <div>
          <ReceivedSignIn received={received} />
          <ReceivedTerms received={received} />
        </div>
        <div>
          <DaysLeft received={received} />
          <WhatThen received={received} />
        </div>
      </div>
    </>
  );
}

function subOf({ row: { username, lentBy } }: Detail): string {
  return [username, receivedText.lentBy(lentBy.name), lentBy.verified ? null : receivedText.notCompared]
    .filter((part) => part !== null)
    .join(' · ');
}
