import { useEffect, useState } from 'react';
import { formText } from '../../shared/text/account-form.ts';
import { Dialog } from '../components/dialog.tsx';
import { guardPlace } from '../lib/route.ts';

export type LeaveGuardProps = {
  readonly when: boolean;
  /** The question, where it is not unsaved text that would be lost. */
  readonly words?: { readonly title: string; readonly body: string; readonly stay: string; readonly leave: string } | undefined;
};

const unsaved = () => ({ title: formText.unsavedTitle, body: formText.unsavedBody, stay: formText.stay, leave: formText.leave });

/** Asks before a place with unsaved text is left, by a button, a key or the lock. */
export function LeaveGuard({ when, words = unsaved() }: LeaveGuardProps) {
  const [leave, setLeave] = useState<{ readonly act: () => void } | null>(null);
  useEffect(() => (when ? guardPlace((act) => setLeave({ act })) : undefined), [when]);
  return (
    <Dialog
      open={leave !== null}
      onClose={() => setLeave(null)}
      title={words.title}
      lead={words.body}
      safe={words.stay}
      act={{
        label: words.leave,
        onAct: () => {
          setLeave(null);
          leave?.act();
        },
      }}
      loses
    />
  );
}
