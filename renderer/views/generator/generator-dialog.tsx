import { useState } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { generatorText } from '../../../shared/text/generator.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useCopy } from '../../lib/clipboard.ts';
import { useCommand } from '../../lib/commands.ts';
import { useEngine } from '../../lib/engine.ts';
import { Generator } from './generator.tsx';
import { useRecipe } from './recipes.ts';
import { useDrawn } from './use-drawn.ts';

/** Makes a password for whatever needs one, from anywhere in the window. */
export function GeneratorDialog() {
  const [open, setOpen] = useState(false);
  const engine = useEngine();
  const copy = useCopy();
  const { recipe } = useRecipe();
  const drawing = useDrawn(open ? recipe : null);
  useCommand('generate', open ? null : () => setOpen(true));
  const { drawn } = drawing;
  const copyDrawn = (id: string): void =>
    void copy({
      key: `drawn/${id}`,
      name: generatorText.copyName,
      copy: () => engine.call('accounts.copyDrawn', { drawn: id }),
    });
  return (
    <Dialog
      ready
      open={open}
      onClose={() => setOpen(false)}
      title={generatorText.title}
      safe={commonText.close}
      act={{
        label: commonText.copy,
        icon: 'copy',
        // Only what lasts is a reason: a button that is changed while the dialog opens would lose the focus it is given.
        why: drawing.failed ? generatorText.impossible : null,
        onAct: () => drawn !== null && copyDrawn(drawn.drawn),
      }}
    >
      <Generator drawing={drawing} />
    </Dialog>
  );
}
