import { useState } from 'react';
import type { LogVerdict } from '../../../shared/contracts/engine/log.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { logFileText as text, verdictText } from '../../../shared/text/log-page.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { useCapability, useShell } from '../../lib/shell.ts';
import { showToast } from '../../lib/toast-store.ts';

type Found = { readonly file: string; readonly verdict: LogVerdict };

/** Checks a log that someone wrote to a file; nothing where the host has no dialog to open with. */
export function CheckLog() {
  const shell = useShell();
  const canOpen = useCapability('open_dialog');
  const act = useAct('log.checkFile');
  const [found, setFound] = useState<Found | null>(null);
  const [open, setOpen] = useState(false);
  if (!canOpen) return null;
  const check = async (): Promise<void> => {
    const picked = await shell.call('files.pick', { kind: 'open_log' });
    if (!picked.ok) return void showToast({ text: errorLine(picked.code, picked.facts) });
    const { file } = picked.value;
    if (file === null) return;
    const reply = await act.run({ token: file.token });
    if (!reply.ok) return void showToast({ text: errorLine(reply.code, reply.facts) });
    setFound({ file: file.name, verdict: reply.value });
    setOpen(true);
  };
  const said = found === null ? null : verdictText(found.verdict, engineNow());
  return (
    <>
      <Button icon="file" busy={act.busy ? text.checking : null} onClick={() => void check()}>
        {text.check}
      </Button>
      {/* What it says stays while the dialog goes away. */}
      {found !== null && said !== null && (
        <Dialog open={open} onClose={() => setOpen(false)} title={said.title} lead={found.file} safe={text.close}>
          <div className={said.holds ? 'log-verdict c-sealed' : 'log-verdict c-exposed'}>
            <Icon name={said.holds ? 'check' : 'exposed'} />
            <div>
              {said.lines.map((line, index) => (
                <p key={line} className={index === 0 ? 'strong' : undefined}>
                  {line}
                </p>
              ))}
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
