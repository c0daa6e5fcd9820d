import { appText } from '../../shared/text/app.ts';
import { commonText } from '../../shared/text/common.ts';
import { errorLine } from '../../shared/text/errors.ts';
import { Dialog } from '../components/dialog.tsx';
import { askedLink, forgetLink, useAskedLink } from '../lib/link.ts';
import { useShell } from '../lib/shell.ts';
import { showToast } from '../lib/toast-store.ts';

/** Shows the host of an address before the browser opens it. */
export function LinkDialog() {
  const shell = useShell();
  const asked = useAskedLink();
  const open = async (): Promise<void> => {
    const link = askedLink();
    forgetLink();
    if (link === null) return;
    const reply = await shell.call('links.open', link);
    if (!reply.ok) showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return (
    <Dialog
      open={asked !== null}
      onClose={forgetLink}
      title={appText.linkTitle(asked?.host ?? '')}
      lead={appText.linkBody}
      safe={commonText.cancel}
      act={{ label: appText.linkOpen, icon: 'external', onAct: () => void open() }}
    />
  );
}
