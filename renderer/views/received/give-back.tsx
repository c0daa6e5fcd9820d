import { useState } from 'react';
import type { ReceivedDetail } from '../../../shared/contracts/engine/grants.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { firstName } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { giveBackText } from '../../../shared/text/received.ts';
import { Consequence } from '../../components/consequence.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useAct } from '../../lib/act.ts';
import { ReceiptText, useCopyMessage } from './receipt-text.tsx';

export type GiveBackProps = {
  readonly received: ReceivedDetail;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Takes the receipt, so that it can still be copied once the dialog is closed. */
  readonly onGiven: (receipt: Sealed) => void;
};

/** Gives a login back before its last day: what that does and what it does not, then the receipt to send. */
export function GiveBack({ received, open, onClose, onGiven }: GiveBackProps) {
  const owner = firstName(received.row.lentBy.name);
  const act = useAct('received.giveBack');
  const [receipt, setReceipt] = useState<Sealed | null>(null);
  const copy = useCopyMessage();
  const give = async (): Promise<void> => {
    const reply = await act.run({ id: received.row.id });
    if (!reply.ok) return;
    setReceipt(reply.value.receipt);
    onGiven(reply.value.receipt);
  };
  const close = (): void => {
    act.forget();
    onClose();
  };
  if (receipt !== null) {
    return (
      <Dialog
        open={open}
        onClose={close}
        title={giveBackText.doneTitle(owner)}
        lead={giveBackText.doneLead}
        safe={giveBackText.later}
        act={{ label: giveBackText.copy, icon: 'copy', onAct: () => void copy(receipt) }}
      >
        <ReceiptText receipt={receipt} />
      </Dialog>
    );
  }
  return (
    <Dialog
      loses
      open={open}
      onClose={close}
      title={giveBackText.title(received.row.title, owner)}
      lead={giveBackText.lead}
      safe={giveBackText.keep}
      act={{
        label: giveBackText.confirm,
        icon: 'lent',
        variant: 'primary',
        onAct: () => void give(),
        busy: act.busy ? giveBackText.busy : null,
      }}
    >
      <ul className="consequences">
        <Consequence happens>{giveBackText.goes}</Consequence>
        <Consequence happens>{giveBackText.receipt(owner)}</Consequence>
        <Consequence happens={false}>{giveBackText.stays(owner)}</Consequence>
        <Consequence happens={false}>{giveBackText.sessions}</Consequence>
      </ul>
      {act.failure !== null && (
        <p className="hint error" role="alert">
          {errorLine(act.failure.code, act.failure.facts)}
        </p>
      )}
    </Dialog>
  );
}
