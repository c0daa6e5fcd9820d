import { type RefObject, useEffect, useRef, useState } from 'react';
import { useMedia } from '../lib/media.ts';
import { panelFits } from '../views/sandbox/beside-panel.tsx';

/** Where the other side of the sandbox is shown: in a panel while the window has room for one and nobody hid it, else on request in a dialog. */
export interface Beside {
  readonly inPanel: boolean;
  readonly inDialog: boolean;
  /** Shows it. */
  readonly look: () => void;
  /** Puts it away. */
  readonly hide: () => void;
  /** The buttons that show and hide the panel: where the one was pressed, the focus goes to the other. */
  readonly lookButton: RefObject<HTMLButtonElement | null>;
  readonly hideButton: RefObject<HTMLButtonElement | null>;
}

/** Follows it for as long as the sandbox lasts. */
export function useBeside(): Beside {
  const fits = useMedia(panelFits);
  const [hidden, setHidden] = useState(false);
  const [asked, setAsked] = useState(false);
  const lookButton = useRef<HTMLButtonElement>(null);
  const hideButton = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    if (pressed.current) (hidden ? lookButton : hideButton).current?.focus();
    pressed.current = false;
  }, [hidden]);
  const show = (on: boolean): void => {
    if (!fits) return setAsked(on);
    pressed.current = true;
    setHidden(!on);
  };
  const buttons = { lookButton, hideButton };
  return { inPanel: fits && !hidden, inDialog: asked && !fits, look: () => show(true), hide: () => show(false), ...buttons };
}
