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

// What has been closed may stay in the document, marked.
const floating = ':is([role="dialog"], [role="alertdialog"], [role="menu"], .float [role="listbox"]):not([data-closed])';

/** What was open over the page when a key went down: by the time it bubbles up here, the same key may have closed it. */
let covered: 'dialog' | 'popup' | null = null;

function look(): void {
  const over = document.querySelector(floating);
  covered = over === null ? null : over.matches('[role="dialog"], [role="alertdialog"]') ? 'dialog' : 'popup';
}

/** Whether a key now means its command, or something of the page's own. */
function applies(id: CommandId, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || !canRun(id)) return false;
  if (covered !== null && !inDialogs.has(id)) return false;
  if (notWhileTyping.has(id) && isTyping(event.target)) return false;
  return !(id === 'copyUsername' && hasSelection());
}

/** Keys by which a browser would reload, print or save the page: in this window they do nothing. */
const swallowed = Object.fromEntries(
  ['$mod+r', '$mod+Shift+r', 'F5', '$mod+p', '$mod+s', '$mod+u', '$mod+o', '$mod+n', '$mod+t'].map((keys) => [
    keys,
    (event: KeyboardEvent) => event.preventDefault(),
  ]),
);

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
  // Swallowed last: a key that was already prevented counts as somebody else's.
  const unbind = tinykeys(target, { ...bindings, ...(sheet === undefined ? {} : { '?': sheet }), ...swallowed });
  target.addEventListener('keydown', look, { capture: true });
  return () => {
    unbind();
    target.removeEventListener('keydown', look, { capture: true });
  };
}
