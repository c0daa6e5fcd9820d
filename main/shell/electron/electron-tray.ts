import path from 'node:path';
import { Menu, type MenuItemConstructorOptions, type NativeImage, nativeImage, Tray as SystemTray } from 'electron';
import { QUICK_KEY } from '../../../shared/commands.ts';
import { trayText } from '../../../shared/text/tray.ts';
import type { Tray, TrayChoice } from '../shell.ts';
import { labelOf } from './native-menu.ts';

/** The name of the icon's file for a state: a ring that is closed while locked, a dot where something waits. */
export function iconName({ locked, waits }: Pick<Tray, 'locked' | 'waits'>, platform: NodeJS.Platform): string {
  return `${locked ? 'locked' : 'open'}${waits ? 'Waits' : ''}${platform === 'darwin' ? 'Template' : ''}.png`;
}

/** What stands in the tray's menu. */
export function trayMenu({ locked, items }: Tray, choose: (choice: TrayChoice) => void): MenuItemConstructorOptions[] {
  const row = (act: 'open' | 'quick' | 'lock' | 'quit', label: string): MenuItemConstructorOptions => ({
    label,
    click: () => choose({ act }),
  });
  const codes = items.map(
    ({ id, name }): MenuItemConstructorOptions => ({
      label: labelOf(trayText.copyCode(name)),
      click: () => choose({ act: 'code', account: id }),
    }),
  );
  return [
    ...(locked ? [{ label: trayText.locked, enabled: false }] : []),
    row('open', trayText.open),
    // The key is the system's to give, and only shown here.
    { ...row('quick', trayText.quick), accelerator: QUICK_KEY, registerAccelerator: false },
    { type: 'separator' },
    ...(codes.length > 0 ? [...codes, { type: 'separator' as const }] : []),
    { ...row('lock', trayText.lock), enabled: !locked },
    row('quit', trayText.quit),
  ];
}

/** The icon in the system's tray, or menu bar, with its menu. */
export class ElectronTray {
  readonly #icons: string;
  readonly #platform: NodeJS.Platform;
  readonly #choose: (choice: TrayChoice) => void;
  // Held here, or it goes when memory is tidied.
  #tray: SystemTray | null = null;

  /** `icons` is the folder of its pictures. */
  constructor(icons: string, platform: NodeJS.Platform, choose: (choice: TrayChoice) => void) {
    this.#icons = icons;
    this.#platform = platform;
    this.#choose = choose;
  }

  /** Whether there is an icon now, as far as the system tells. */
  get shown(): boolean {
    return this.#tray !== null;
  }

  show(tray: Tray): void {
    const icon = this.#icon(tray);
    this.#tray ??= this.#make(icon);
    this.#tray.setImage(icon);
    // Set anew each time: Linux shows no change made to a menu.
    this.#tray.setContextMenu(Menu.buildFromTemplate(trayMenu(tray, this.#choose)));
  }

  hide(): void {
    this.#tray?.destroy();
    this.#tray = null;
  }

  #make(icon: NativeImage): SystemTray {
    const made = new SystemTray(icon);
    made.setToolTip(trayText.tip);
    // On macOS a click opens the menu.
    if (this.#platform !== 'darwin') made.on('click', () => this.#choose({ act: 'open' }));
    return made;
  }

  #icon(tray: Tray): NativeImage {
    const icon = nativeImage.createFromPath(path.join(this.#icons, iconName(tray, this.#platform)));
    // macOS paints it to fit the menu bar, light or dark.
    icon.setTemplateImage(this.#platform === 'darwin');
    return icon;
  }
}
