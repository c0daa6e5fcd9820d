import { capText } from '../../shared/text/controls.ts';

/** The desktop families whose habits differ: key caps, and the order of a dialog's buttons. */
export type Desktop = 'mac' | 'windows' | 'linux';

/** Reads the desktop family from the browser; anything unknown counts as Linux. */
export function desktop(): Desktop {
  const name = navigator.platform;
  if (/^(mac|iphone|ipad)/i.test(name)) return 'mac';
  return /^win/i.test(name) ? 'windows' : 'linux';
}

const macCaps: Record<string, string> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Backspace: '⌫', Delete: '⌦' };
const otherCaps = (): Record<string, string> => ({
  Mod: capText.control,
  Ctrl: capText.control,
  Shift: '⇧',
  Delete: capText.remove,
  Space: capText.space,
});
const commonCaps: Record<string, string> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Tab: '⇥',
};

// Apple's order of modifiers on a cap.
const macOrder = ['Ctrl', 'Alt', 'Shift', 'Mod'];

/** What stands on a key cap: `Mod+Shift+C` is `Ctrl ⇧ C`, on macOS `⇧⌘C`. Parts are named as in `KeyboardEvent.key`, with `Mod` for Ctrl or ⌘. */
export function keyCaps(keys: string, on: Desktop = desktop()): string {
  const parts = keys.split('+');
  if (on === 'mac') parts.sort((a, b) => rank(a) - rank(b));
  const own = on === 'mac' ? macCaps : otherCaps();
  return parts.map((key) => own[key] ?? commonCaps[key] ?? key).join(on === 'mac' ? '' : ' ');
}

function rank(key: string): number {
  const at = macOrder.indexOf(key);
  return at < 0 ? macOrder.length : at;
}

/** The same keys as the value of `aria-keyshortcuts`, for example `Control+Shift+C`. */
export function ariaKeys(keys: string, on: Desktop = desktop()): string {
  return keys.replace('Mod', on === 'mac' ? 'Meta' : 'Control').replace('Ctrl', 'Control');
}
