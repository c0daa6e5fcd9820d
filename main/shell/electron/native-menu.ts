import type { MenuItemConstructorOptions } from 'electron';
import type { CommandId } from '../../../shared/commands.ts';
import type { NativeMenu } from '../shell.ts';

/** Keys of the system's own menus, which a command of ours must not show a second time. */
const SYSTEM_KEYS: ReadonlySet<string> = new Set([
  'Mod+C',
  'Mod+V',
  'Mod+X',
  'Mod+A',
  'Mod+Z',
  'Mod+Shift+Z',
  'Mod+Q',
  'Mod+H',
  'Mod+M',
  'Mod+W',
]);

/** A key of ours in Electron's notation; null where the menu has to leave it to the page, as for a key alone, which would be taken from who types. */
export function acceleratorOf(keys: string | null): string | null {
  if (keys === null || !keys.startsWith('Mod+') || SYSTEM_KEYS.has(keys)) return null;
  return keys.replace('Mod+', 'CommandOrControl+');
}

/** A menu's text as it is written: a single & would underline what follows. */
export function labelOf(text: string): string {
  return text.replaceAll('&', '&&');
}

/** A whole menu bar for macOS: the app's menu, ours, and what a text field needs to copy and paste. */
export function menuTemplate(menus: readonly NativeMenu[], choose: (id: CommandId) => void): MenuItemConstructorOptions[] {
  const [first, ...rest] = menus.map(({ label, items }): MenuItemConstructorOptions => {
    const submenu = items.map(({ id, label: name, keys }): MenuItemConstructorOptions => {
      const accelerator = acceleratorOf(keys);
      return { id, label: labelOf(name), click: () => choose(id), ...(accelerator === null ? {} : { accelerator }) };
    });
    return { label: labelOf(label), submenu };
  });
  const ours = first === undefined ? [] : [first];
  return [{ role: 'appMenu' }, ...ours, { role: 'editMenu' }, ...rest, { role: 'windowMenu' }];
}
