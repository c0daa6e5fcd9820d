import { useState } from 'react';
import { passphraseText, sheetText } from '../../../shared/text/settings.ts';
import { recoveryText } from '../../../shared/text/vault.ts';
import { useVault } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { clearToast, showToast } from '../../lib/toast-store.ts';
import { LeaveGuard } from '../leave-guard.tsx';
import { RecoverySheet } from '../locked/recovery-sheet.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { RenewSheet } from './renew-sheet.tsx';
import { RotateKey } from './rotate-key.tsx';

/** Everything that opens the vault: the passphrase, the recovery sheet, the key behind both. A new sheet takes the page's place until it is checked. */
export function PassphrasePage() {
  const vault = useVault();
  const [sheet, setSheet] = useState<{ readonly words: readonly string[]; readonly rotated: boolean } | null>(null);
  const [rotating, setRotating] = useState(false);
  const show = (words: readonly string[], rotated: boolean): void => {
    // What was said of the sheet before is not about this one.
    clearToast();
    setSheet({ words, rotated });
  };
  const done = (): void => {
    setSheet(null);
    if (sheet?.rotated) showToast({ text: passphraseText.rotated });
  };
  if (sheet !== null) {
    return (
      <>
        <RecoverySheet
          name={vault.name}
          words={sheet.words}
          onDone={done}
          foot={(checked) => (
            <Button variant="primary" size="large" onClick={done} why={checked ? null : recoveryText.check}>
              {sheetText.done}
            </Button>
          )}
        />
        <LeaveGuard
          when
          words={{ title: sheetText.leaveTitle, body: sheetText.leaveBody, stay: sheetText.stay, leave: sheetText.leave }}
        />
      </>
    );
  }
  return (
    <>
      <ChangePassphrase onSomeone={() => setRotating(true)} />
      <RenewSheet onMade={(words) => show(words, false)} />
      <RotateKey asking={rotating} onAsk={setRotating} onMade={(words) => show(words, true)} />
    </>
  );
}
