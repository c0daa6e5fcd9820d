import { matchKeyBindingPress, parseKeybinding, tinykeys } from 'tinykeys';
import { COMMAND_IDS, COMMANDS, type CommandId } from '../../shared/commands.ts';
import { canRun, runCommand, runSoon } from './commands.ts';

/** Commands that stay away while something is being typed: their keys belong to the text. */
const notWhileTyping: ReadonlySet<CommandId> = new Set(['copyUsername', 'copyPassword', 'pasteMessage', 'reveal', 'undo']);
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

/** Whether a key was prevented before anything of the page had it: the host keeps the browser from loading the page anew by it. */
let hostPrevented = false;

function look(event: Event): void {
  hostPrevented = event.defaultPrevented;
  const over = document.querySelector(floating);
  covered = over === null ? null : over.matches('[role="dialog"], [role="alertdialog"]') ? 'dialog' : 'popup';
}

/** Whether a key now means its command, or something of the page's own. */
function applies(id: CommandId, event: KeyboardEvent): boolean {
  if ((event.defaultPrevented && !hostPrevented) || event.isComposing || !canRun(id)) return false;
  if (covered !== null && !inDialogs.has(id)) return false;
  if (notWhileTyping.has(id) && isTyping(event.target)) return false;
  return !(id === 'copyUsername' && hasSelection());
}

/**
 * Runs what a menu, the tray or a link asks for; while a dialog asks something that is nothing but a lock. Quick access has ended before
 * anything is asked for, also where it is still drawn.
 */
export function runFromOutside(id: CommandId): void {
  const over = document.querySelector(`${floating}:not(.is-quick)`);
  if (over === null || inDialogs.has(id)) runSoon(id);
}

/** Keys by which a browser would reload, print, save or search the page: in this window they do nothing. */
const swallowed = Object.fromEntries(
  ['$mod+r', '$mod+Shift+r', 'F5', '$mod+p', '$mod+s', '$mod+u', '$mod+o', '$mod+n', '$mod+t', '$mod+f', '$mod+g'].map((keys) => [
    keys,
    (event: KeyboardEvent) => event.preventDefault(),
  ]),
);

/** The keys of a command as tinykeys writes them; more than one where layouts differ. None for a command without. */
function pressesOf(keys: string | null): readonly string[] {
  if (keys === null) return [];
  // On some layouts `?` needs no Shift, and on some it is far away: `Mod+/` opens the same sheet.
  if (keys === '?') return ['Shift+?', '?', '$mod+/', '$mod+Shift+/'];
  const press = keys.replace('Mod', '$mod');
  // On some layouts a digit needs Shift; its key is meant whatever it writes.
  return /\d$/.test(keys) && !/F\d+$/.test(keys) ? [press, press.replace(/\d$/, 'Digit$&')] : [press];
}

/** Whether a key press is the key of a command, wherever the focus is. */
export function isKeyOf(id: CommandId, event: KeyboardEvent): boolean {
  return pressesOf(COMMANDS[id].keys).some((press) => {
    const [one] = parseKeybinding(press);
    return one !== undefined && matchKeyBindingPress(event, one);
  });
}

/** Binds every command's key to the window; returns what unbinds them. */
export function bindKeys(target: Window): () => void {
  const answer = (id: CommandId) => (event: KeyboardEvent) => {
    const plain = id === 'keys' && !event.ctrlKey && !event.metaKey;
    if (!applies(id, event) || (plain && isTyping(event.target))) return;
    event.preventDefault();
    runCommand(id);
  };
  const bindings = Object.fromEntries(
    COMMAND_IDS.flatMap((id) => pressesOf(COMMANDS[id].keys).map((press) => [press, answer(id)])),
  );
  // Swallowed last: a key that was already prevented counts as somebody else's. A key of both is ours wherever it applies.
  const unbinds = [tinykeys(target, bindings), tinykeys(target, swallowed)];
  target.addEventListener('keydown', look, { capture: true });
  return () => {
    unbinds.forEach((unbind) => unbind());
    target.removeEventListener('keydown', look, { capture: true });
  };
}
