import { tinykeys } from 'tinykeys';
import { canRun, COMMANDS, type CommandId, runCommand } from './commands.ts';

/** Commands that stay away while something is being typed: their keys belong to the text. */
const notWhileTyping: ReadonlySet<CommandId> = new Set(['copyUsername', 'copyPassword', 'pasteMessage', 'keys', 'reveal']);
/** The only commands that work while a dialog asks something. */
const inDialogs: ReadonlySet<CommandId> = new Set(['lock']);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio],[type=button]), textarea, select');
}

function hasSelection(): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.toString() !== '';
}

/** Whether a key now means its command, or something of the page's own. */
function applies(id: CommandId, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || !canRun(id)) return false;
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null && !inDialogs.has(id)) return false;
  if (notWhileTyping.has(id) && isTyping(event.target)) return false;
  return !(id === 'copyUsername' && hasSelection());
}

/** Binds every command's key to the window; returns what unbinds them. */
export function bindKeys(target: Window): () => void {
  const bindings = Object.fromEntries(
    (Object.keys(COMMANDS) as CommandId[]).map((id) => [
      COMMANDS[id].keys === '?' ? 'Shift+?' : COMMANDS[id].keys.replace('Mod', '$mod'),
      (event: KeyboardEvent) => {
        if (!applies(id, event)) return;
        event.preventDefault();
        runCommand(id);
      },
    ]),
  );
  // On some layouts `?` needs no Shift; both mean the same.
  const sheet = bindings['Shift+?'];
  return tinykeys(target, sheet === undefined ? bindings : { ...bindings, '?': sheet });
}
