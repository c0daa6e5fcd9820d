import { useState } from 'react';
import { errorLine } from '../../../shared/text/errors.ts';
import { inboxText } from '../../../shared/text/inbox.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';

export type OpenAnywayProps = { readonly id: string; readonly name: string };

/** Opens the secrets of a sender whose words were not compared, after a second question; the log keeps it. */
export function OpenAnyway({ id, name }: OpenAnywayProps) {
  const override = useAct('inbox.override');
  const [asking, setAsking] = useState(false);
  const open = async (): Promise<void> => {
    const reply = await override.run({ id });
    setAsking(false);
    if (!reply.ok) showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return (
    <>
      <Button size="small" variant="quiet" onClick={() => setAsking(true)}>
        {inboxText.openAnyway}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={inboxText.overrideTitle(name)}
        lead={`${inboxText.overrideBody(name)} ${inboxText.overrideWhy}`}
        safe={inboxText.keepClosed}
        act={{ label: inboxText.override, onAct: () => void open(), busy: override.busy ? inboxText.opening : null }}
        loses
      />
    </>
  );
}
