import { formatCount } from '../../../shared/text/dates.ts';
import { commonText } from '../../../shared/text/common.ts';
import { inboxText } from '../../../shared/text/inbox.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextArea } from '../../components/text-input.tsx';
import type { Arrivals } from './use-arrivals.ts';

/** Characters a field shows without slowing the window down; a longer paste is told by its length. */
const SHOWN = 40_000;

export type PasteDialogProps = {
  readonly open: boolean;
  readonly arrivals: Arrivals;
  readonly onClose: () => void;
};

/** The place to paste what someone sent, and what was wrong with it. */
export function PasteDialog({ open, arrivals, onClose }: PasteDialogProps) {
  const { text, failure, busy, canPick } = arrivals;
  const readOnly = useWhyReadOnly();
  const close = (): void => {
    arrivals.forget();
    onClose();
  };
  return (
    <Dialog
      wide
      open={open}
      onClose={close}
      title={inboxText.paste}
      lead={inboxText.pasteLead}
      safe={commonText.cancel}
      act={{
        label: inboxText.read,
        onAct: arrivals.read,
        busy: busy ? inboxText.reading : null,
        why: readOnly ?? (text.trim() === '' ? inboxText.pasteFirst : null),
      }}
      away={canPick ? { label: inboxText.openFile, icon: 'file', onAct: arrivals.pick } : undefined}
    >
      {text.length > SHOWN ? (
        <div className="inbox-long row">
          <span className="grow">{inboxText.longPaste(formatCount(text.length))}</span>
          <Button size="small" onClick={() => arrivals.write('')}>
            {inboxText.takeOut}
          </Button>
        </div>
      ) : (
        <TextArea
          mono
          rows={8}
          label={inboxText.pasteField}
          value={text}
          onChange={arrivals.write}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain');
            if (pasted.length <= SHOWN) return;
            event.preventDefault();
            arrivals.write(text + pasted);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            arrivals.read();
          }}
          hint={failure === null ? inboxText.pasteFieldHint : undefined}
        />
      )}
      {failure !== null && (
        <Banner tone="exposed" title={failure.what}>
          {failure.safe} {failure.todo}
        </Banner>
      )}
    </Dialog>
  );
}
