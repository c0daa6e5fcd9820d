import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, useRef } from 'react';
import { desktop } from '../lib/keys.ts';
import { Button, type ButtonProps } from './button.tsx';
import { dayAtHand } from './calendar.tsx';

/** A button of a dialog: a verb, what it does, and what `Button` takes. */
export type DialogAction = Pick<ButtonProps, 'busy' | 'why' | 'variant' | 'icon' | 'onCancel'> & {
  readonly label: string;
  readonly onAct: () => void;
};

export type DialogProps = {
  readonly open: boolean;
  /** Escape, a press beside it, or the safe button. */
  readonly onClose: () => void;
  /** The question. */
  readonly title: string;
  /** One or two sentences under it. */
  readonly lead?: ReactNode;
  /** Fields, a QR, a list. */
  readonly children?: ReactNode;
  /** The way out that changes nothing; its verb, `Keep the old one`. */
  readonly safe: string;
  /** The way on; a dialog that only shows something has none. */
  readonly act?: DialogAction | undefined;
  /** A third button at the other end. */
  readonly away?: DialogAction | undefined;
  /** Something is lost: focus starts on the safe button, and a press beside it does not close. */
  readonly loses?: boolean | undefined;
  /** Focus starts on the way on though there are fields: they are there to be changed, and need not be. */
  readonly ready?: boolean | undefined;
  /** 600 instead of 420 px. */
  readonly wide?: boolean | undefined;
};

/** A question that cannot be undone or needs an answer. Focus is kept inside and returns to where it was. */
export function Dialog({ open, onClose, title, lead, children, safe, act, away, loses, ready, wide }: DialogProps) {
  const safeButton = useRef<HTMLButtonElement>(null);
  const actButton = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const Kind = loses ? AlertDialog : Base;
  // Fields take the focus themselves, a calendar on its day; without any it belongs on a button, the safe one when something is lost.
  const inside = () => dayAtHand(popup.current) ?? true;
  const first = loses || act === undefined ? safeButton : children === undefined || ready ? actButton : inside;
  const keep = (
    <Button key="safe" ref={safeButton} onClick={onClose} variant={act === undefined ? 'primary' : 'default'}>
      {safe}
    </Button>
  );
  const go = act && <ActButton key="act" action={act} button={actButton} fallback={loses ? 'danger primary' : 'primary'} />;
  return (
    <Kind.Root open={open} onOpenChange={(next: boolean) => !next && onClose()}>
      <Kind.Portal>
        <Kind.Backdrop className="backdrop" />
        <Kind.Popup ref={popup} className={wide ? 'dialog wide' : 'dialog'} initialFocus={first}>
          <Kind.Title>{title}</Kind.Title>
          {lead !== undefined && <Kind.Description className="lead">{lead}</Kind.Description>}
          {children}
          <div className="acts">
            {away && <ActButton action={away} fallback="quiet" away />}
            {desktop() === 'windows' ? [go, keep] : [keep, go]}
          </div>
        </Kind.Popup>
      </Kind.Portal>
    </Kind.Root>
  );
}

type ActButtonProps = {
  readonly action: DialogAction;
  readonly fallback: ButtonProps['variant'];
  readonly button?: React.RefObject<HTMLButtonElement | null>;
  readonly away?: boolean;
};

function ActButton({ action, fallback, button, away }: ActButtonProps) {
  const { label, onAct, variant = fallback, ...rest } = action;
  const node = (
    <Button {...rest} {...(button && { ref: button })} variant={variant} onClick={onAct}>
      {label}
    </Button>
  );
  return away ? <span className="away">{node}</span> : node;
}
