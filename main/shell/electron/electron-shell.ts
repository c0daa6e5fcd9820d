import { BrowserWindow, type IpcMainEvent, ipcMain, MessageChannelMain, type Session } from 'electron';
import type { Port, Unsubscribe } from '../../../shared/port.ts';
import { Listeners } from '../listeners.ts';
import type { ChosenFile, EngineProcess, Shell, System } from '../shell.ts';
import { CHANNELS } from './channels.ts';
import { ElectronEngine } from './electron-engine.ts';
import { chosenFile, ElectronSystem } from './electron-system.ts';
import { PAGE_URL } from './origin.ts';
import { isOurPage } from './trusted-sender.ts';
import { windowOptions } from './window-options.ts';

/** Milliseconds an old page's process has to end. */
export const RENEW_MS = 5000;
/** Crashes of the page within a minute after which the window is given up. */
export const MAX_CRASHES = 3;

/** Where the parts are, and what is decided before there is a window. */
export interface ElectronParts {
  readonly enginePath: string;
  readonly preloadPath: string;
  readonly documents: string;
  readonly session: Session;
  readonly devTools: boolean;
  /** The system it runs on; the machine's own unless told otherwise. */
  readonly platform?: NodeJS.Platform;
  /** Told of messages from frames that are not ours. */
  readonly onRefused: (channel: string) => void;
}

/** Electron as a host: one window, one engine at a time, and a direct pipe between the two. */
export class ElectronShell implements Shell {
  readonly host = 'electron';
  readonly system: System;
  readonly page: Port;
  readonly #parts: ElectronParts;
  readonly #fromPage = new Listeners<string>();
  readonly #dropped = new Listeners<ChosenFile>();
  readonly #closed = new Listeners<undefined>();
  readonly #active = new Listeners<undefined>();
  readonly #windowThere = new Listeners<boolean>();
  readonly #stops: Unsubscribe[] = [];
  #window: BrowserWindow | null = null;
  #engine: ElectronEngine | null = null;
  // A page has said something, and has not been replaced since.
  #greeted = false;
  // The old page's process is being ended: nothing it still says counts.
  #leaving = false;
  #ended = false;
  // Closed by the person, and kept.
  #away = false;
  #crashes: number[] = [];

  constructor(parts: ElectronParts) {
    this.#parts = parts;
    this.system = new ElectronSystem(() => this.#open(), parts.documents, parts.platform);
    this.page = {
      post: (text) => {
        if (this.#greeted) this.#open().webContents.send(CHANNELS.shell, text);
      },
      onMessage: (receive) => this.#fromPage.add(receive),
    };
  }

  async open(): Promise<void> {
    const { preloadPath, session, devTools } = this.#parts;
    const window = new BrowserWindow(windowOptions(preloadPath, session, devTools));
    this.#window = window;
    // SECURITY: keeps the window out of captures where the system can (macOS, Windows); best effort.
    window.setContentProtection(true);
    window.once('ready-to-show', () => window.show());
    window.on('close', (event) => {
      // Ended when the engine is, or kept for its coming back: until then only out of sight.
      event.preventDefault();
      if (this.#away) return;
      this.#away = true;
      this.#hide(window);
      if (this.system.missing.has('stay_without_window')) return this.#end();
      this.#windowThere.tell(false);
    });
    window.on('closed', () => {
      this.#greeted = false;
      this.#window = null;
      this.#end();
    });
    // SECURITY: no name of a client or an account gets into a window list.
    window.on('page-title-updated', (event) => event.preventDefault());
    window.webContents.on('render-process-gone', () => this.#pageGone());
    this.#hear(CHANNELS.hello, () => this.#join());
    this.#hear(CHANNELS.shell, (text) => {
      if (typeof text === 'string') this.#fromPage.tell(text);
    });
    this.#hear(CHANNELS.dropped, (file) => void this.#drop(file));
    this.#hear(CHANNELS.active, () => this.#active.tell(undefined));
    await window.webContents.loadURL(PAGE_URL);
  }

  startEngine(): ElectronEngine {
    return new ElectronEngine(this.#parts.enginePath);
  }

  joinEngine(engine: EngineProcess | null): void {
    this.#engine = engine instanceof ElectronEngine ? engine : null;
    if (this.#greeted) this.#join();
  }

  async renewPage(): Promise<void> {
    const { webContents } = this.#open();
    this.#greeted = false;
    if (!webContents.isCrashed()) {
      this.#leaving = true;
      await new Promise<void>((done, fail) => {
        const late = setTimeout(() => fail(new Error('the old page would not end')), RENEW_MS);
        webContents.once('render-process-gone', () => {
          clearTimeout(late);
          done();
        });
        // SECURITY: what JavaScript held cannot be wiped; Electron's page "webContents" names this way to a new process.
        webContents.forcefullyCrashRenderer();
      });
    }
    await webContents.loadURL(PAGE_URL);
  }

  onDropped(fn: (file: ChosenFile) => void): Unsubscribe {
    return this.#dropped.add(fn);
  }

  onActive(fn: () => void): Unsubscribe {
    return this.#active.add(fn);
  }

  onClosed(fn: () => void): Unsubscribe {
    return this.#closed.add(fn);
  }

  onWindow(fn: (there: boolean) => void): Unsubscribe {
    return this.#windowThere.add(fn);
  }

  /** Shows the window again that the person closed while the app stayed; does nothing to one that was not closed. */
  reopen(): void {
    if (!this.#away || this.#ended) return;
    this.#away = false;
    // Told before it is shown: a vault whose time was over is being locked when the person sees the window.
    this.#windowThere.tell(true);
    this.#window?.show();
  }

  /** Brings the window to the front. */
  focus(): void {
    this.reopen();
    if (this.#window?.isMinimized() === true) this.#window.restore();
    this.#window?.focus();
  }

  close(): Promise<void> {
    for (const stop of this.#stops.splice(0)) stop();
    this.#ended = true;
    this.#window?.destroy();
    return Promise.resolve();
  }

  /** Hidden while it fills the screen, macOS leaves a black one behind (electron#20263). */
  #hide(window: BrowserWindow): void {
    if (!window.isFullScreen()) return window.hide();
    window.once('leave-full-screen', () => {
      if (this.#away) window.hide();
    });
    window.setFullScreen(false);
  }

  #open(): BrowserWindow {
    if (this.#window === null) throw new Error('the window is not open');
    return this.#window;
  }

  /** SECURITY: every channel is heard through here, and only from the top frame of our window with our page in it. */
  #hear(channel: string, receive: (value: unknown) => void): void {
    const listener = (event: IpcMainEvent, value: unknown): void => {
      if (this.#window === null || !isOurPage(event, this.#window.webContents)) return this.#parts.onRefused(channel);
      if (this.#leaving) return;
      if (!this.#greeted && channel !== CHANNELS.hello) this.#join();
      this.#greeted = true;
      receive(value);
    };
    ipcMain.on(channel, listener);
    this.#stops.push(() => ipcMain.off(channel, listener));
  }

  #join(): void {
    const { webContents } = this.#open();
    if (this.#engine === null) return webContents.postMessage(CHANNELS.engine, null);
    const { port1, port2 } = new MessageChannelMain();
    this.#engine.join(port1);
    webContents.postMessage(CHANNELS.engine, null, [port2]);
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#closed.tell(undefined);
  }

  async #drop(file: unknown): Promise<void> {
    const chosen = typeof file === 'string' ? await chosenFile(file) : null;
    if (chosen !== null) this.#dropped.tell(chosen);
  }

  /** A page that crashed by itself is loaded anew, unless it does nothing but crash. */
  #pageGone(): void {
    this.#greeted = false;
    if (this.#leaving) {
      this.#leaving = false;
      return;
    }
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((then) => now - then < 60_000), now];
    if (this.#crashes.length > MAX_CRASHES) return this.#end();
    void this.#open().webContents.loadURL(PAGE_URL);
  }
}
