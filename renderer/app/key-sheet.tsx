import { useState } from 'react';
import { COMMAND_GROUPS, COMMAND_IDS, COMMANDS, type CommandId } from '../../shared/commands.ts';
import { appText, commandGroupText, commandText, keySheetText } from '../../shared/text/app.ts';
import { commonText } from '../../shared/text/common.ts';
import { Dialog } from '../components/dialog.tsx';
import { Kbd } from '../components/kbd.tsx';
import { useCommand, useCommands } from '../lib/commands.ts';

/** Keys of lists, which are no command's. */
const listKeys = () => [
  { label: keySheetText.move, caps: ['ArrowUp', 'ArrowDown'] },
  { label: keySheetText.open, caps: ['Enter'] },
  { label: keySheetText.several, caps: ['Space', 'Shift+ArrowDown'] },
  { label: keySheetText.order, caps: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  { label: keySheetText.more, caps: ['ArrowRight', 'Mod+Enter'] },
];

/** The sheet of all keys, opened by `?`; what cannot be done here and now is there too, and paler. */
export function KeySheet() {
  const [open, setOpen] = useState(false);
  useCommand('keys', () => setOpen(true));
  return (
    <Dialog wide open={open} onClose={() => setOpen(false)} title={appText.keysTitle} safe={commonText.close}>
      <KeyLists />
    </Dialog>
  );
}

/** All keys by what they are about. With `all` none is paler: the list says what there is, not what can be done now. */
export function KeyLists({ all = false }: { readonly all?: boolean }) {
  const now = useCommands();
  return (
    <div className="key-sheet">
      {COMMAND_GROUPS.map((group) => (
        <section key={group}>
          <h3 className="label">{commandGroupText[group]}</h3>
          <dl>
            {keyed
              .filter(({ id }) => COMMANDS[id].group === group)
              .map(({ id, keys }) => (
                <Line
                  key={id}
                  label={commandText[id]}
                  caps={id === 'keys' ? [keys, 'Mod+/'] : [keys]}
                  now={all || now.includes(id)}
                />
              ))}
          </dl>
        </section>
      ))}
      <section>
        <h3 className="label">{keySheetText.list}</h3>
        <dl>
          {listKeys().map(({ label, caps }) => (
            <Line key={label} label={label} caps={caps} now />
          ))}
        </dl>
      </section>
    </div>
  );
}

const keyed: readonly { readonly id: CommandId; readonly keys: string }[] = COMMAND_IDS.flatMap((id) => {
  const { keys } = COMMANDS[id];
  return keys === null ? [] : [{ id, keys }];
});

type LineProps = { readonly label: string; readonly caps: readonly string[]; readonly now: boolean };

function Line({ label, caps, now }: LineProps) {
  return (
    <div className={now ? undefined : 'not-now'}>
      <dt>
        {label}
        {!now && <span className="hole">, {keySheetText.notNow}</span>}
      </dt>
      <dd>
        {caps.map((keys) => (
          <Kbd key={keys} keys={keys} />
        ))}
      </dd>
    </div>
  );
}
