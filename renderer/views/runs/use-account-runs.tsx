import { type ReactNode, useState } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { runKindText } from '../../../shared/text/runs.ts';
import type { MenuEntry } from '../../components/menu.tsx';
import { AppointmentDialog } from './appointment-dialog.tsx';
import { useStartRun } from './use-start-run.ts';

/** The runs that begin at an account: entries for its menu, and the dialog one of them asks in. `why` says why none can be started. */
export function useAccountRuns({ id, title }: Pick<AccountDetail, 'id' | 'title'>): {
  readonly entries: (why: string | null) => readonly MenuEntry[];
  readonly dialog: ReactNode;
} {
  const { start } = useStartRun();
  const [agreeing, setAgreeing] = useState(false);
  const entries = (why: string | null): MenuEntry[] => [
    {
      ...{ label: runKindText.put_authenticator.start, icon: 'sealed', why },
      onAct: () => void start({ kind: 'put_authenticator', account: id }),
    },
    {
      ...{ label: runKindText.before_handoff.start, icon: 'runs', why },
      onAct: () => void start({ kind: 'before_handoff', account: id }),
    },
    { label: runKindText.sign_in_appointment.start, icon: 'calendar', why, onAct: () => setAgreeing(true) },
    {
      ...{ label: runKindText.account_recovery.start, icon: 'refresh', why },
      onAct: () => void start({ kind: 'account_recovery', account: id }),
    },
  ];
  const dialog = agreeing && (
    <AppointmentDialog account={{ id, title }} contact={null} agreed={null} onClose={() => setAgreeing(false)} />
  );
  return { entries, dialog };
}
