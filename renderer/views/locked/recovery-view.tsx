import { useState } from 'react';
import { recoveryText } from '../../../shared/text/vault.ts';
import type { MadeVault } from '../../app/made-vault.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FirstRun } from './first-run.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';

export type RecoveryViewProps = { readonly made: MadeVault; readonly onDone: () => void };

/** The third step of the first run: the recovery sheet. */
export function RecoveryView({ made, onDone }: RecoveryViewProps) {
  const [leaving, setLeaving] = useState(false);
  return (
    <FirstRun at={2}>
      <RecoverySheet
        name={made.name}
        words={made.words}
        onDone={onDone}
        foot={(checked) => (
          <>
            <Button variant="quiet" onClick={() => setLeaving(true)}>
              {recoveryText.later}
            </Button>
            <Button variant="primary" size="large" onClick={onDone} why={checked ? null : recoveryText.check}>
              {recoveryText.next}
            </Button>
          </>
        )}
      />
      <Dialog
        open={leaving}
        onClose={() => setLeaving(false)}
        title={recoveryText.laterTitle}
        lead={recoveryText.laterBody}
        safe={recoveryText.stay}
        act={{ label: recoveryText.go, onAct: onDone }}
        loses
      />
    </FirstRun>
  );
}
