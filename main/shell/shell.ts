import type { CommandId } from '../../shared/commands.ts';
import type { Capability, FileKind } from '../../shared/contracts/shell.ts';
import type { Port, Unsubscribe } from '../../shared/port.ts';
import type { Notice } from '../../shared/text/notice.ts';
import type { Question } from '../../shared/text/question.ts';
import type { SystemKeychain } from './keytar.ts';

/** A file of the person's choice; the path never leaves the shell and the engine. `size` is null when the file is yet to be made. */
export interface ChosenFile {
  readonly path: string;
  readonly name: string;
  readonly size: number | null;
}

/** What the operating system does for us, behind one interface. */
export interface System {
  /** What this host cannot do; a method whose capability is missing rejects. */
  readonly missing: ReadonlySet<Capability>;
  readonly platform: 'linux' | 'mac' | 'windows' | 'other';
  /** Puts a secret on the clipboard, marked as one where the system knows such a mark. */
  copyText(text: string): Promise<void>;
  /** The clipboard's text; null when it holds none. Rejects when it cannot be read now, as under Wayland without the focus. */
  readText(): Promise<string | null>;
  clearText(): Promise<void>;
  /** Shows the system's dialog; null when the person cancels. */
  pickFile(kind: FileKind, suggestedName?: string): Promise<ChosenFile | null>;
  /** Opens an https address in the person's browser. Rejects for any other scheme. */
  openExternal(url: string): Promise<void>;
  /**
   * Asks in a dialog of the system's own, which the page can neither answer nor hide: true for yes alone. `signal` takes the dialog away,
   * which is no.
   */
  confirm(question: Question, signal: AbortSignal): Promise<boolean>;
  /** Tells the person something by the system's own means, over whatever they do now. Resolves when the system took it, shown or not. */
  notify(notice: Notice): Promise<void>;
  /** The machine is about to sleep, or its screen was locked. */
  onSuspend(fn: (why: 'suspend' | 'screen_lock') => void): Unsubscribe;
  /** Seconds since the last input anywhere on the machine; null where the host cannot tell, and `idle_time` is missing. */
  idleSeconds(): number | null;
  /** The system's keychain; null where the host has none, and `keychain` is missing. */
  readonly keychain: SystemKeychain | null;
}

/** The engine's process, as a host starts it. */
export interface EngineProcess {
  readonly pid: number;
  /** The engine-to-shell pipe. */
  readonly port: Port;
  /** Ends the process at once. */
  kill(): void;
  /** The exit code, null when it was killed by a signal. Never rejects. */
  readonly exited: Promise<number | null>;
}

/** The tray's menu. `items` are pinned accounts by id and name, none while locked; `waits` draws a dot. */
export interface Tray {
  readonly locked: boolean;
  readonly waits: boolean;
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

/** What was chosen in the tray. */
export type TrayChoice = { readonly act: 'open' | 'quick' | 'lock' | 'quit' } | { readonly act: 'code'; readonly account: string };

/** One menu of a menu bar: its name, and its commands with their names and keys. */
export interface NativeMenu {
  readonly label: string;
  readonly items: readonly { readonly id: CommandId; readonly label: string; readonly keys: string | null }[];
}

/** What lies around the window on a desktop: tray, menu bar, a key over all programs, links from outside. */
export interface Desk {
  /** Shows the tray's icon with this menu in place of the one before; null takes it away. */
  showTray(tray: Tray | null): void;
  onTray(fn: (choice: TrayChoice) => void): Unsubscribe;
  /** Shows the app's own menus in the system's menu bar; does nothing where `native_menu` is missing. */
  showMenu(menus: readonly NativeMenu[]): void;
  onMenu(fn: (id: CommandId) => void): Unsubscribe;
  /** Asks the system for quick access' key, or gives it back; false when the system refused it. */
  takeQuickKey(on: boolean): boolean;
  /** The key was pressed. */
  onQuickKey(fn: () => void): Unsubscribe;
  /** Shows the window small and over other programs, or, `whole`, as it was before; null takes it out of sight and gives the focus back. */
  showWindow(how: 'quick' | 'whole' | null): void;
  /** The small window lost the focus, which ends quick access. */
  onBlur(fn: () => void): Unsubscribe;
  /** Keeps the window out of captures of the screen, best effort. */
  protect(on: boolean): void;
  /** Whether closing the window leaves the app in its tray. */
  stayInTray(on: boolean): void;
  /** A link `latchkey:` was opened somewhere, or given on the command line; its text, unread. */
  onLink(fn: (link: string) => void): Unsubscribe;
}

/** A host: one window with one page, one engine at a time, and the system. */
export interface Shell {
  readonly host: 'electron' | 'chromium' | 'fake';
  readonly system: System;
  /** Null where the host has a window and nothing around it. */
  readonly desk: Desk | null;
  /** The page-to-shell pipe of whichever page is current. */
  readonly page: Port;
  /** Opens the window with its page, not yet joined to an engine. */
  open(): Promise<void>;
  /** Starts an engine process. */
  startEngine(): EngineProcess;
  /** Joins the current page and every later one to this engine until another is given; null joins them to none. */
  joinEngine(engine: EngineProcess | null): void;
  /**
   * Starts a process that reads one picture, holds no key, and is joined to this engine by a pipe that does not go through here; null where
   * the engine starts such processes itself.
   */
  startPictureReader(engine: EngineProcess): { kill(): void } | null;
  /** Lets the page use the camera, or not any more, which in some hosts also turns it off. Never `true` where `camera` is missing. */
  allowCamera(on: boolean): Promise<void>;
  /** Destroys the page's process and shows a fresh page in the same window; resolves when the old process is gone and the new page has loaded. */
  renewPage(): Promise<void>;
  /** Files dropped on the page. */
  onDropped(fn: (file: ChosenFile) => void): Unsubscribe;
  /** The person does something in the window; told every few seconds at most. What a script pretends does not count. */
  onActive(fn: () => void): Unsubscribe;
  /** The window was closed by the person for good: the app is to end. */
  onClosed(fn: () => void): Unsubscribe;
  /**
   * The person closed the window and the app stays, with its page and its engine (false), or the window is there again (true). Never
   * told by a host where `stay_without_window` is missing.
   */
  onWindow(fn: (there: boolean) => void): Unsubscribe;
  /** Closes the window and frees what the host holds; the engine is the caller's to end. */
  close(): Promise<void>;
}
