import { useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { paletteText } from '../../../shared/text/palette.ts';
import { useShell } from '../../lib/shell.ts';
import { PaletteBox } from './palette-box.tsx';
import type { Act } from './result.ts';
import './palette.css';

/** The whole of the small window: what is found is copied and the window goes, or it is opened in the window as it was. */
export function QuickAccess() {
  const shell = useShell();
  const field = useRef<HTMLInputElement>(null);
  const before = useRef<Element | null>(null);
  // Before it is drawn: who called it by a key types on at once.
  useLayoutEffect(() => {
    before.current = document.activeElement;
    field.current?.focus();
  }, []);
  // Not before the page behind it can have the focus again.
  useEffect(() => () => void (before.current instanceof HTMLElement && before.current.focus()), []);
  const end = (whole: boolean): void => void shell.call('quick.close', { whole });
  const run = (act: Act): void => {
    if (act.kind === 'quiet') void act.run().then((done) => done && end(false));
    else void shell.call('quick.close', { whole: true }).then(() => act.run());
  };
  return createPortal(
    <div className="palette is-quick" role="dialog" aria-modal="true" aria-label={paletteText.quick}>
      <PaletteBox quick field={field} onAct={run} onClose={() => end(false)} />
    </div>,
    document.body,
  );
}
