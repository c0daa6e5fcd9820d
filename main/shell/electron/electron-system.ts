import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserWindow, dialog, Notification, powerMonitor, safeStorage, shell } from 'electron';
import type { Capability, FileKind } from '../../../shared/contracts/shell.ts';
import type { Unsubscribe } from '../../../shared/port.ts';
import type { Notice } from '../../../shared/text/notice.ts';
import type { Question } from '../../../shared/text/question.ts';
import { keytarKeychain, type SystemKeychain } from '../keytar.ts';
import type { ChosenFile, System } from '../shell.ts';
import { ElectronClipboard } from './electron-clipboard.ts';

const PLATFORMS: Partial<Record<NodeJS.Platform, System['platform']>> = { linux: 'linux', darwin: 'mac', win32: 'windows' };

/** The operating system as Electron reaches it. */
export class ElectronSystem implements System {
  readonly missing: ReadonlySet<Capability>;
  readonly platform: System['platform'];
  readonly keychain: SystemKeychain | null;
  readonly #window: () => BrowserWindow;
  readonly #documents: string;
  readonly #clipboard: ElectronClipboard;
  #asked = 0;

  /** `window` owns the dialogs; `documents` is where saving begins. */
  constructor(window: () => BrowserWindow, documents: string, node: NodeJS.Platform = process.platform) {
    this.#window = window;
    this.#documents = documents;
    this.platform = PLATFORMS[node] ?? 'other';
    // The window has the system's own title bar.
    const missing = new Set<Capability>(['own_title_bar']);
    // Elsewhere a menu bar stands in the window, where the page has its own.
    if (node !== 'darwin') missing.add('native_menu');
    // Electron's page "BrowserWindow": setContentProtection is for macOS and Windows.
    if (node !== 'darwin' && node !== 'win32') missing.add('content_protection');
    // Electron's page "powerMonitor": lock-screen is told on macOS and Windows only.
    if (node !== 'darwin' && node !== 'win32') missing.add('screen_lock_event');
    // No way back to an app without a window: there is no Dock, and no tray Electron knows.
    if (this.platform === 'other') missing.add('tray').add('stay_without_window');
    this.missing = missing;
    const wayland = node === 'linux' && process.env['WAYLAND_DISPLAY'] !== undefined;
    // Wayland tells one program nothing of another's input: an idle time of 0 for ever would hold every lock off.
    if (wayland) missing.add('idle_time');
    this.keychain = findKeychain(node);
    if (this.keychain === null) missing.add('keychain');
    if (!Notification.isSupported()) missing.add('notices');
    this.#clipboard = new ElectronClipboard(
      this.platform,
      () => wayland && !this.#window().isFocused(),
      () => missing.add('clipboard_conceal'),
    );
  }

  /** Whether a dialog of ours is open. */
  get asking(): boolean {
    return this.#asked > 0;
  }

  copyText(text: string): Promise<void> {
    return this.#clipboard.write(text);
  }

  readText(): Promise<string | null> {
    return this.#clipboard.read();
  }

  clearText(): Promise<void> {
    return this.#clipboard.clear();
  }

  async pickFile(kind: FileKind, suggestedName = ''): Promise<ChosenFile | null> {
    if (kind.startsWith('save_')) return this.#askWhereToSave(suggestedName);
    const { canceled, filePaths } = await this.#ask(
      dialog.showOpenDialog(this.#window(), { properties: ['openFile', 'dontAddToRecent'] }),
    );
    const [file] = filePaths;
    return canceled || file === undefined ? null : chosenFile(file);
  }

  async openExternal(text: string): Promise<void> {
    // SECURITY: other schemes start other programs; the address is the parser's spelling, as it was checked.
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url?.protocol !== 'https:') throw new Error('only https addresses are opened');
    await shell.openExternal(url.href);
  }

  async confirm({ title, body, yes, no }: Question, signal: AbortSignal): Promise<boolean> {
    const { response } = await this.#ask(
      dialog.showMessageBox(this.#window(), {
        type: 'warning',
        message: title,
        detail: body,
        buttons: [no, yes],
        // SECURITY: who types on when the dialog comes up has not agreed, and who closes it neither.
        defaultId: 0,
        cancelId: 0,
        noLink: true,
        signal,
      }),
    );
    return response === 1;
  }

  async notify({ title, body }: Notice): Promise<void> {
    new Notification({ title, body }).show();
  }

  onSuspend(fn: (why: 'suspend' | 'screen_lock') => void): Unsubscribe {
    const asleep = (): void => fn('suspend');
    const locked = (): void => fn('screen_lock');
    powerMonitor.on('suspend', asleep);
    powerMonitor.on('lock-screen', locked);
    // macOS: another person's session came to the front.
    powerMonitor.on('user-did-resign-active', locked);
    return () => {
      powerMonitor.off('suspend', asleep);
      powerMonitor.off('lock-screen', locked);
      powerMonitor.off('user-did-resign-active', locked);
    };
  }

  idleSeconds(): number | null {
    return this.missing.has('idle_time') ? null : powerMonitor.getSystemIdleTime();
  }

  /** Counts a dialog for as long as it is open. */
  #ask<T>(answer: Promise<T>): Promise<T> {
    this.#asked++;
    return answer.finally(() => this.#asked--);
  }

  async #askWhereToSave(suggestedName: string): Promise<ChosenFile | null> {
    const { canceled, filePath } = await this.#ask(
      dialog.showSaveDialog(this.#window(), {
        // SECURITY: the name is the page's; only its last part is a name.
        defaultPath: path.join(this.#documents, path.basename(suggestedName)),
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      }),
    );
    return canceled || filePath === '' ? null : { path: filePath, name: path.basename(filePath), size: null };
  }
}

/** The system's keychain; null where Electron found none and would keep secrets in plain text itself (its page "safeStorage"). */
function findKeychain(node: NodeJS.Platform): SystemKeychain | null {
  // SECURITY: a desktop without a keyring gets no half of one.
  if (node === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  return keytarKeychain(node);
}

/** A file that exists, as chosen; null for a folder, a device or what is gone. */
export async function chosenFile(file: string): Promise<ChosenFile | null> {
  if (!path.isAbsolute(file)) return null;
  const found = await stat(file).catch(() => null);
  return found?.isFile() === true ? { path: file, name: path.basename(file), size: found.size } : null;
}
