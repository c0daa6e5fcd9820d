import { type FormEvent, useState } from 'react';
import type { factorText } from '../../../shared/text/accounts.ts';
import { intakeText } from '../../../shared/text/account-form.ts';
import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { Button } from '../../components/button.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { isKept, useAct } from '../../lib/act.ts';
import { back } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';

export type FactorNoteProps = {
  readonly account: string;
  readonly kind: Exclude<keyof typeof factorText, 'authenticator'>;
};

/** Notes a second factor whose codes come to a phone, a mailbox or a key: whose it is, so that one knows whom to ask. */
export function FactorNote({ account, kind }: FactorNoteProps) {
  const save = useAct('factors.note');
  const [note, setNote] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const reply = await save.run({ account, kind, note: note.trim() === '' ? null : note.trim() });
    if (isKept(reply)) showToast({ text: commonText.notSavedYet });
    if (reply.ok || isKept(reply)) back();
  };
  return (
    <form className="stack intake" onSubmit={(event) => void submit(event)}>
      {kind !== 'none' && (
        <TextInput
          label={intakeText.note}
          value={note}
          onChange={setNote}
          maxLength={254}
          hint={intakeText.noteHint}
          error={save.failure && errorLine(save.failure.code, save.failure.facts)}
        />
      )}
      <div>
        <Button type="submit" variant="primary">
          {intakeText.save}
        </Button>
      </div>
    </form>
  );
}
