import { type FormEvent, useState } from 'react';
import { runText } from '../../../shared/text/runs.ts';
import { Dialog } from '../../components/dialog.tsx';
import { TextInput } from '../../components/text-input.tsx';

export type SkipDialogProps = {
  /** The step's title. */
  readonly step: string;
  readonly onClose: () => void;
  readonly onSkip: (reason: string) => void;
};

/** Asks why a step is skipped; without a reason it is not. Mounted while it is open. */
export function SkipDialog({ step, onClose, onSkip }: SkipDialogProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    setTried(true);
    if (reason.trim() !== '') onSkip(reason.trim());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={runText.skipTitle(step)}
      lead={runText.skipLead}
      safe={runText.skipSafe}
      act={{ label: runText.skipAct, onAct: submit }}
    >
      <form onSubmit={submit}>
        <TextInput
          label={runText.reason}
          value={reason}
          onChange={setReason}
          maxLength={500}
          error={tried && reason.trim() === '' ? runText.reasonMissing : null}
        />
      </form>
    </Dialog>
  );
}
