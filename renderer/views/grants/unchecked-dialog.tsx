import { handoffText } from '../../../shared/text/handoff.ts';
import { Dialog } from '../../components/dialog.tsx';

export type UncheckedDialogProps = {
  readonly open: boolean;
  readonly name: string;
  readonly onClose: () => void;
  readonly onSeal: () => void;
};

/** Asks a second time before anything is sealed to a key whose words nobody compared. */
export function UncheckedDialog({ open, name, onClose, onSeal }: UncheckedDialogProps) {
  return (
    <Dialog
      loses
      open={open}
      onClose={onClose}
      title={handoffText.uncheckedTitle(name)}
      lead={handoffText.uncheckedBody(name)}
      safe={handoffText.keepUnsealed}
      act={{ label: handoffText.sealAnyway, onAct: onSeal }}
    />
  );
}
