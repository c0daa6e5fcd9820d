import { useState } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { intakeText } from '../../../shared/text/account-form.ts';
import { accountText, factorText } from '../../../shared/text/accounts.ts';
import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/select.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { isKept, useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';

type Factor = AccountDetail['factors'][number];
type Kind = Exclude<Factor['kind'], 'authenticator'>;

/** A second factor of which only a note is kept. */
export type NotedFactor = Factor & { readonly kind: Kind };

export type FactorDialogProps = {
  readonly account: string;
  readonly factor: NotedFactor;
  readonly onClose: () => void;
};

const kinds = (Object.keys(factorText) as Factor['kind'][]).filter((kind) => kind !== 'authenticator');

/** Changes how the platform asks for a second step, and at whose phone, mailbox or key. */
export function FactorDialog({ account, factor, onClose }: FactorDialogProps) {
  const save = useAct('factors.note');
  const [kind, setKind] = useState<Kind>(factor.kind);
  const [note, setNote] = useState(factor.note ?? '');
  const submit = async (): Promise<void> => {
    const typed = kind === 'none' || note.trim() === '' ? null : note.trim();
    const reply = await save.run({ account, factor: factor.id, kind, note: typed });
    if (isKept(reply)) showToast({ text: commonText.notSavedYet });
    if (reply.ok || isKept(reply)) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={accountText.editFactor(factorText[factor.kind])}
      safe={commonText.cancel}
      act={{ label: commonText.save, busy: save.busy ? commonText.saving : null, onAct: () => void submit() }}
    >
      <Select
        label={intakeText.how}
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, label: factorText[value] }))}
      />
      {kind !== 'none' && (
        <TextInput
          label={intakeText.note}
          value={note}
          onChange={(text) => {
            save.forget();
            setNote(text);
          }}
          maxLength={254}
          hint={intakeText.noteHint}
          error={save.failure && errorLine(save.failure.code, save.failure.facts)}
        />
      )}
    </Dialog>
  );
}
