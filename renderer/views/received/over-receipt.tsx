import { useState } from 'react';
import type { ReceivedDetail } from '../../../shared/contracts/engine/grants.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { firstName } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { endedText, giveBackText } from '../../../shared/text/received.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { useAct } from '../../lib/act.ts';
import { SealedText } from '../handoff/sealed-text.tsx';

/** The receipt that something lent to us is over here, made when it is asked for and the same one each time. */
export function OverReceipt({ received: { row } }: { readonly received: ReceivedDetail }) {
  const act = useAct('received.receipt');
  const [receipt, setReceipt] = useState<Sealed | null>(null);
  const readOnly = useWhyReadOnly();
  const owner = firstName(row.lentBy.name);
  const make = async (): Promise<void> => {
    const reply = await act.run({ id: row.id });
    if (reply.ok) setReceipt(reply.value.receipt);
  };
  if (receipt !== null) {
    return (
      <Card caption={giveBackText.receiptTitle} pad>
        <SealedText sealed={receipt} fileName={sealedText.receiptFile(row.title, owner)} primary />
      </Card>
    );
  }
  return (
    <Card caption={endedText.receipt(owner)} className="over-receipt" pad>
      <p className="small soft">{endedText.receiptBody(owner)}</p>
      {act.failure !== null && (
        <p className="hint error" role="alert">
          {errorLine(act.failure.code, act.failure.facts)}
        </p>
      )}
      <div className="row">
        <Button icon="check" why={readOnly} busy={act.busy ? endedText.making : null} onClick={() => void make()}>
          {endedText.makeReceipt}
        </Button>
      </div>
    </Card>
  );
}
