import { useState } from 'react';
import { errorLine } from '../../../shared/text/errors.ts';
import { logFileText as text } from '../../../shared/text/log-page.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useAct } from '../../lib/act.ts';
import { usePickPlace } from '../../lib/pick-place.ts';
import { showToast } from '../../lib/toast-store.ts';

/** Writes the whole log to a file after saying what is in it; nothing where the host has no dialog to save with. */
export function ExportLog() {
  const pick = usePickPlace();
  const readOnly = useWhyReadOnly();
  const act = useAct('log.writeOut');
  const [open, setOpen] = useState(false);
  if (pick === null) return null;
  const write = async (): Promise<void> => {
    const file = await pick('save_log', text.fileName);
    if (file === null) return;
    const reply = await act.run({ token: file.token });
    setOpen(false);
    showToast({ text: reply.ok ? text.saved(file.name) : errorLine(reply.code, reply.facts) });
  };
  return (
    <>
      <Button icon="download" why={readOnly} onClick={() => setOpen(true)}>
        {text.export}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={text.exportTitle}
        lead={text.exportLead}
        safe={text.keep}
        act={{ label: text.export, busy: act.busy ? text.exporting : null, why: readOnly, onAct: () => void write() }}
      >
        <div className="log-holds">
          <Part title={text.holdsTitle} lines={text.holds} />
          <Part title={text.leavesTitle} lines={text.leaves} />
          <p className="small soft pretty">{text.noted}</p>
        </div>
      </Dialog>
    </>
  );
}

function Part({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line} className="small">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
