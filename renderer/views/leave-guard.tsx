import { useEffect, useState } from 'react';
import { formText } from '../../shared/text/account-form.ts';
import { Dialog } from '../components/dialog.tsx';
import { guardPlace } from '../lib/route.ts';

/** Asks before a place with unsaved text is left, by a button, a key or the lock. */
export function LeaveGuard({ when }: { readonly when: boolean }) {
  const [leave, setLeave] = useState<{ readonly act: () => void } | null>(null);
  useEffect(() => (when ? guardPlace((act) => setLeave({ act })) : undefined), [when]);
  return (
    <Dialog
      open={leave !== null}
      onClose={() => setLeave(null)}
      title={formText.unsavedTitle}
      lead={formText.unsavedBody}
      safe={formText.stay}
      act={{
        label: formText.leave,
        onAct: () => {
          setLeave(null);
          leave?.act();
        },
      }}
      loses
    />
  );
}
