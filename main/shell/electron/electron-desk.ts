import { globalShortcut, Menu } from 'electron';
import { type CommandId, QUICK_KEY } from '../../../shared/commands.ts';
import type { Unsubscribe } from '../../../shared/port.ts';
import { Listeners } from '../listeners.ts';
import type { Desk, NativeMenu, System, Tray, TrayChoice } from '../shell.ts';
import { ElectronTray } from './electron-tray.ts';
import { menuTemplate } from './native-menu.ts';
import type { Outside } from './outside.ts';
import type { WindowPresence } from './window-presence.ts';

/** What a desk is made of. */
export interface DeskParts {
  readonly platform: NodeJS.Platform;
  readonly missing: System['missing'];
  readonly presence: WindowPresence;
  readonly outside: Outside;
  /** The folder of the tray's pictures. */
  readonly icons: string;
  /** Keeps the window out of captures, or lets it be captured. */
  readonly protect: (on: boolean) => void;
}

/** Electron's tray, menu bar, key over all programs, and links from outside. */
export class ElectronDesk implements Desk {
  readonly #parts: DeskParts;
  readonly #tray: ElectronTray;
  readonly #chosen = new Listeners<TrayChoice>();
  readonly #commands = new Listeners<CommandId>();
  readonly #key = new Listeners<undefined>();
  readonly #stops: Unsubscribe[];
  #stays = false;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#tray = new ElectronTray(parts.icons, parts.platform, (choice) => this.#chosen.tell(choice));
    this.#stops = [parts.outside.quick.add(() => this.#key.tell(undefined)), parts.outside.front.add(() => parts.presence.come())];
  }

  /** Whether the app goes on when its window is closed: in the Dock, or in a tray whose icon there is. */
  get stays(): boolean {
    return this.#parts.platform === 'darwin' || (this.#stays && this.#tray.shown);
  }

  showTray(tray: Tray | null): void {
    if (this.#parts.missing.has('tray')) return;
    if (tray === null) this.#tray.hide();
    else this.#tray.show(tray);
  }

  onTray(fn: (choice: TrayChoice) => void): Unsubscribe {
    return this.#chosen.add(fn);
  }

  showMenu(menus: readonly NativeMenu[]): void {
    if (this.#parts.missing.has('native_menu')) return;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(menus, (id) => this.#commands.tell(id))));
  }

  onMenu(fn: (id: CommandId) => void): Unsubscribe {
    return this.#commands.add(fn);
  }

  takeQuickKey(on: boolean): boolean {
    // Registered twice, the first call would be called for ever.
    globalShortcut.unregister(QUICK_KEY);
    return !on || globalShortcut.register(QUICK_KEY, () => this.#key.tell(undefined));
  }

  onQuickKey(fn: () => void): Unsubscribe {
    return this.#key.add(fn);
  }

  showWindow(how: 'quick' | 'whole' | null): void {
    const { presence } = this.#parts;
    if (how === 'quick') presence.quick();
    else if (how === 'whole') presence.whole();
    else presence.leave();
  }

  onBlur(fn: () => void): Unsubscribe {
    return this.#parts.presence.blurred.add(fn);
  }

  protect(on: boolean): void {
    this.#parts.protect(on);
  }

  stayInTray(on: boolean): void {
    this.#stays = on;
  }

  onLink(fn: (link: string) => void): Unsubscribe {
    return this.#parts.outside.links.add(fn);
  }

  /** Gives the system back what is its own. */
  end(): void {
    for (const stop of this.#stops.splice(0)) stop();
    globalShortcut.unregister(QUICK_KEY);
    this.#tray.hide();
  }
}
