import { Dialog as Base } from '@base-ui/react/dialog';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { paletteText } from '../../../shared/text/palette.ts';
import { landFocus } from '../../app/focus-after-go.ts';
import { useCommand } from '../../lib/commands.ts';
import { PaletteBox } from './palette-box.tsx';
import type { Act } from './result.ts';
import './palette.css';

/** The palette, over the window: found and done by typing. Focus returns to where it was, or goes to what was opened. */
export function Palette() {
  const [open, setOpen] = useState(false);
  const leads = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  useCommand('find', () => {
    leads.current = false;
    // Who knows the key types on at once: the field stands before the next press.
    flushSync(() => setOpen(true));
    field.current?.focus();
  });
  const close = (): void => setOpen(false);
  const run = (act: Act): void => {
    leads.current = act.kind === 'shows';
    close();
    if (act.kind === 'quiet') void act.run();
    // Once the palette is gone, so that what is opened can take the focus.
    else
      setTimeout(() => {
        act.run();
        landFocus();
      });
  };
  return (
    <Base.Root open={open} onOpenChange={(_, { reason }) => reason === 'outside-press' && close()}>
      <Base.Portal>
        <Base.Backdrop className="backdrop palette-backdrop" />
        <Base.Popup className="palette" aria-label={paletteText.title} initialFocus={field} finalFocus={() => !leads.current}>
          <PaletteBox quick={false} field={field} onAct={run} onClose={close} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
