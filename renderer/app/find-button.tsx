import { COMMANDS } from '../../shared/commands.ts';
import { commandText } from '../../shared/text/app.ts';
import { Kbd } from '../components/kbd.tsx';
import { Tooltip } from '../components/tooltip.tsx';
import { runCommand } from '../lib/commands.ts';
import { ariaKeys } from '../lib/keys.ts';

const { keys } = COMMANDS.find;

/** The way to the palette with a pointer, in every bar: its key, since a magnifier there searches the list alone. */
export function FindButton() {
  return (
    <Tooltip text={commandText.find}>
      <button type="button" className="btn quiet find-key" aria-keyshortcuts={ariaKeys(keys)} onClick={() => runCommand('find')}>
        <span className="hole">{commandText.find}</span>
        <Kbd keys={keys} hidden />
      </button>
    </Tooltip>
  );
}
