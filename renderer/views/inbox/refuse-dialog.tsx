import { useState } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { gotText } from '../../../shared/text/requests.ts';
import { Dialog } from '../../components/dialog.tsx';
import { TextArea } from '../../components/text-input.tsx';
import { isKept, useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';

export type RefuseDialogProps = {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
};

/** Says no to a request, with the reason or without. Mounted while it is open. */
export function RefuseDialog({ id, name, onClose }: RefuseDialogProps) {
  const refusing = useAct('requests.refuse');
  const [reason, setReason] = useState('');
  const refuse = async (): Promise<void> => {
    const reply = await refusing.run({ id, reason: reason.trim() === '' ? null : reason.trim() });
    if (isKept(reply)) showToast({ text: commonText.notSavedYet });
    if (reply.ok || isKept(reply)) onClose();
  };
  const { failure } = refusing;
  return (
    <Dialog
      open
      onClose={onClose}
      title={gotText.refuseTitle(name)}
      lead={gotText.refuseBody}
      safe={gotText.keepIt}
      act={{ label: gotText.refuse, busy: refusing.busy ? gotText.refusing : null, onAct: () => void refuse() }}
    >
      <TextArea
        label={gotText.reason}
        hint={gotText.reasonHint}
        rows={3}
        value={reason}
        onChange={setReason}
        maxLength={160}
        error={failure === null ? null : errorLine(failure.code, failure.facts)}
      />
    </Dialog>
  );
}
