import { useState } from 'react';
import { appText, commandText } from '../../shared/text/app.ts';
import { commonText } from '../../shared/text/common.ts';
import { Dialog } from '../components/dialog.tsx';
import { Kbd } from '../components/kbd.tsx';
import { COMMANDS, useCommand, useCommands } from '../lib/commands.ts';

/** The sheet of keys, opened by `?`: what can be done here and now. */
export function KeySheet() {
  const [open, setOpen] = useState(false);
  useCommand('keys', () => setOpen(true));
  const now = useCommands();
  const rows = [
    ...now.map((id) => COMMANDS[id]),
    { keys: 'ArrowUp', label: commandText.move },
    { keys: 'Enter', label: commandText.open },
  ];
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title={appText.keysTitle} safe={commonText.close}>
      <dl className="key-sheet">
        {rows.map(({ keys, label }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {keys === 'ArrowUp' ? (
                <>
                  <Kbd keys="ArrowUp" /> <Kbd keys="ArrowDown" />
                </>
              ) : (
                <Kbd keys={keys} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
