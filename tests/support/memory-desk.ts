import type { CommandId } from '../../shared/commands.ts';
import type { Unsubscribe } from '../../shared/port.ts';
import { Listeners } from '../../main/shell/listeners.ts';
import type { Desk, NativeMenu, Tray, TrayChoice } from '../../main/shell/shell.ts';

/** What lies around the window of a test: a record of what was shown, and hands to choose, press and open. */
export class MemoryDesk implements Desk {
  /** The tray now; null when there is none. */
  tray: Tray | null = null;
  menus: readonly NativeMenu[] = [];
  /** Whether the key is ours now, and whether the system gives it. */
  key = false;
  givesKey = true;
  /** How the window was shown, oldest first. */
  readonly shown: ('quick' | 'whole' | null)[] = [];
  protected: boolean | null = null;
  stays: boolean | null = null;
  readonly choice = new Listeners<TrayChoice>();
  readonly menu = new Listeners<CommandId>();
  readonly pressed = new Listeners<undefined>();
  readonly blurred = new Listeners<undefined>();
  readonly link = new Listeners<string>();

  showTray(tray: Tray | null): void {
    this.tray = tray;
  }

  onTray(fn: (choice: TrayChoice) => void): Unsubscribe {
    return this.choice.add(fn);
  }

  showMenu(menus: readonly NativeMenu[]): void {
    this.menus = menus;
  }

  onMenu(fn: (id: CommandId) => void): Unsubscribe {
    return this.menu.add(fn);
  }

  takeQuickKey(on: boolean): boolean {
    this.key = on && this.givesKey;
    return !on || this.givesKey;
  }

  onQuickKey(fn: () => void): Unsubscribe {
    return this.pressed.add(() => fn());
  }

  showWindow(how: 'quick' | 'whole' | null): void {
    this.shown.push(how);
  }

  onBlur(fn: () => void): Unsubscribe {
    return this.blurred.add(() => fn());
  }

  protect(on: boolean): void {
    this.protected = on;
  }

  stayInTray(on: boolean): void {
    this.stays = on;
  }

  onLink(fn: (link: string) => void): Unsubscribe {
    return this.link.add(fn);
  }
}
