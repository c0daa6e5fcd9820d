import { Popover } from '@base-ui/react/popover';
import { useState } from 'react';
import { formText } from '../../../shared/text/account-form.ts';
import { generatorText } from '../../../shared/text/generator.ts';
import { Button } from '../../components/button.tsx';
import { Generator } from './generator.tsx';
import { useRecipe } from './recipes.ts';
import { type Drawn, useDrawn } from './use-drawn.ts';

/** The button beside a password that opens a draw of one; the password is taken when the person says so. */
export function GeneratorPopover({ onUse }: { readonly onUse: (drawn: Drawn) => void }) {
  const [open, setOpen] = useState(false);
  const { recipe } = useRecipe();
  const drawing = useDrawn(open ? recipe : null);
  const { drawn } = drawing;
  const use = (): void => {
    if (drawn === null) return;
    onUse(drawn);
    setOpen(false);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        render={
          <Button variant="quiet" size="small" icon="dice">
            {formText.generate}
          </Button>
        }
      />
      <Popover.Portal>
        <Popover.Positioner className="float" sideOffset={4} align="end">
          <Popover.Popup className="menu generator-pop" aria-label={generatorText.title}>
            <Generator drawing={drawing} />
            <Button variant="primary" why={drawn === null ? generatorText.making : null} onClick={use}>
              {generatorText.use}
            </Button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
