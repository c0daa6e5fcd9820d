import type { RefObject } from 'react';
import { besideText, sandboxText } from '../../../shared/text/sandbox.ts';
import type { SandboxAround } from '../../app/sandbox-context.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Face } from '../../components/face.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { BesideFacts } from './beside-facts.tsx';

/** Is the other one. */
export const TURN_KEY = 'F8';
/** Width of the panel in px, and the least width of a window that has room for it. */
export const PANEL_WIDTH = 280;
export const panelFits = '(min-width: 1000px)';

export type BesidePanelProps = {
  readonly sandbox: SandboxAround;
  /** False while the sides change, when nothing of either is shown. */
  readonly shown: boolean;
  readonly onHide: () => void;
  readonly hide: RefObject<HTMLButtonElement | null>;
};

/** The other side of the sandbox, beside the window of the one who is shown. */
export function BesidePanel({ sandbox, shown, onHide, hide }: BesidePanelProps) {
  const { who, other, turn } = sandbox;
  return (
    <aside className="beside" aria-label={besideText.title(other)} data-pane="beside">
      <div className="beside-head">
        <Face name={other} />
        <span className="grow">
          <b>{besideText.title(other)}</b>
          <span className="two">{besideText.person(other, who === 'freelancer')}</span>
        </span>
        <IconButton ref={hide} icon="x" size="small" label={besideText.hide(other)} onClick={onHide} />
      </div>
      {shown && <BesideFacts key={who} sandbox={sandbox} />}
      <div className="beside-foot">
        <Button wide icon="people" keys={TURN_KEY} onClick={() => turn()}>
          {sandboxText.turn(other)}
        </Button>
      </div>
    </aside>
  );
}

export type BesideDialogProps = { readonly sandbox: SandboxAround; readonly open: boolean; readonly onClose: () => void };

/** The same look across where there is no room beside. */
export function BesideDialog({ sandbox, open, onClose }: BesideDialogProps) {
  const { other, turn, who } = sandbox;
  const across: SandboxAround = {
    ...sandbox,
    turn(to) {
      onClose();
      turn(to);
    },
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      ready
      title={besideText.title(other)}
      lead={besideText.person(other, who === 'freelancer')}
      safe={besideText.close}
      act={{ label: sandboxText.turn(other), onAct: () => across.turn() }}
    >
      <BesideFacts sandbox={across} />
    </Dialog>
  );
}
