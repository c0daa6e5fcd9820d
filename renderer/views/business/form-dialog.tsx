import { type FormEvent, type ReactNode, useState } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Dialog, type DialogAction } from '../../components/dialog.tsx';
import type { Failure } from '../../lib/act.ts';

export type FormDialogProps = {
  /** False while another dialog stands in its place. */
  readonly open?: boolean | undefined;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly act: string;
  /** What is missing, in a sentence; it is said once the person tries to save. */
  readonly problem: string | null;
  readonly saving: { readonly busy: string | null; readonly failure: Failure | null };
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly away?: DialogAction | undefined;
  readonly children: ReactNode;
};

/** Fields to fill and one button that saves them. Mounted while it is open. */
export function FormDialog({ open = true, title, lead, act, problem, saving, onSave, onClose, away, children }: FormDialogProps) {
  const [tried, setTried] = useState(false);
  const readOnly = useWhyReadOnly();
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    setTried(true);
    if (problem === null && readOnly === null) onSave();
  };
  const { failure } = saving;
  const wrong = tried && problem !== null ? problem : failure && errorLine(failure.code, failure.facts);
  return (
    <Dialog
      wide
      open={open}
      onClose={onClose}
      title={title}
      lead={lead}
      safe={commonText.cancel}
      act={{ label: act, onAct: submit, busy: saving.busy, why: readOnly }}
      away={away}
    >
      <form className="biz-form" onSubmit={submit}>
        {children}
        {/* Enter in a field saves; the visible button stands outside the form. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
      {wrong !== null && (
        <p className="hint error biz-wrong" role="alert">
          {wrong}
        </p>
      )}
    </Dialog>
  );
}
