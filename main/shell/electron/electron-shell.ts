import path from 'node:path';
import { BrowserWindow, type IpcMainEvent, ipcMain, MessageChannelMain, type Session, screen } from 'electron';
import type { Port, Unsubscribe } from '../../../shared/port.ts';
import { Listeners } from '../listeners.ts';
import type { ChosenFile, EngineProcess, Shell } from '../shell.ts';
import { allowCamera } from './camera-permission.ts';
import { CHANNELS } from './channels.ts';
import { ElectronDesk } from './electron-desk.ts';
import { ElectronEngine } from './electron-engine.ts';
import { chosenFile, ElectronSystem } from './electron-system.ts';
import { PAGE_URL } from './origin.ts';
import type { Outside } from './outside.ts';
import { startPictureReader } from './picture-reader.ts';
import { isOurPage } from './trusted-sender.ts';
import { windowOptions } from './window-options.ts';
import { openingAt, PlaceFile } from './window-place.ts';
import { WindowPresence } from './window-presence.ts';

/** Milliseconds an old page's process has to end. */
export const RENEW_MS = 5000;
/** Crashes of the page within a minute after which the window is given up. */
export const MAX_CRASHES = 3;

/** Where the parts are, and what is decided before there is a window. */
export interface ElectronParts {
  readonly enginePath: string;
  readonly preloadPath: string;
  readonly documents: string;
  /** The folder where the window's place is kept. */
  readonly profile: string;
  /** The folder of the tray's pictures. */
  readonly icons: string;
  readonly outside: Outside;
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
  readonly desk: ElectronDesk;
  readonly system: ElectronSystem;
  readonly page: Port;
  readonly #parts: ElectronParts;
  readonly #fromPage = new Listeners<string>();
  readonly #dropped = new Listeners<ChosenFile>();
  readonly #closed = new Listeners<undefined>();
  readonly #active = new Listeners<undefined>();
  readonly #stops: Unsubscribe[] = [];
  readonly #place: PlaceFile;
  readonly #presence: WindowPresence;
  #window: BrowserWindow | null = null;
  #engine: ElectronEngine | null = null;
  // A page has said something, and has not been replaced since.
  #greeted = false;
  // The old page's process is being ended: nothing it still says counts.
  #leaving = false;
  #ended = false;
  #protected = true;
  #crashes: number[] = [];

  constructor(parts: ElectronParts) {
    this.#parts = parts;
    const { platform = process.platform, outside, icons } = parts;
    this.system = new ElectronSystem(() => this.#open(), parts.documents, platform);
    this.#place = new PlaceFile(parts.profile);
    this.#presence = new WindowPresence({
      platform,
      place: this.#place,
      stays: () => this.desk.stays,
      asking: () => this.system.asking,
    });
    this.desk = new ElectronDesk({
      ...{ platform, outside, icons },
      missing: this.system.missing,
      presence: this.#presence,
      protect: (on) => this.#protect(on),
    });
    this.#stops.push(this.#presence.closed.add(() => this.#end()));
    this.page = {
      post: (text) => {
        if (this.#greeted) this.#open().webContents.send(CHANNELS.shell, text);
      },
      onMessage: (receive) => this.#fromPage.add(receive),
    };
  }

  async open(): Promise<void> {
    const { preloadPath, session, devTools } = this.#parts;
    const { maximised, ...bounds } = openingAt(
      this.#place.read(),
      screen.getAllDisplays().map(({ workArea }) => workArea),
    );
    const window = new BrowserWindow({ ...windowOptions(preloadPath, session, devTools), ...bounds });
    this.#window = window;
    this.#protect(this.#protected);
    this.#presence.take(window, maximised);
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

  startPictureReader(engine: EngineProcess): { kill(): void } | null {
    if (!(engine instanceof ElectronEngine)) throw new Error('an engine of another host');
    return startPictureReader(path.join(path.dirname(this.#parts.enginePath), 'pictures.js'), engine);
  }

  allowCamera(on: boolean): Promise<void> {
    allowCamera(this.#parts.session, on);
    return Promise.resolve();
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
    return this.#presence.there.add(fn);
  }

  /** Shows the window again that the person closed while the app stayed; does nothing to one that was not closed. */
  reopen(): void {
    this.#presence.reopen();
  }

  async close(): Promise<void> {
    for (const stop of this.#stops.splice(0)) stop();
    this.#ended = true;
    this.desk.end();
    await this.#presence.end();
    this.#window?.destroy();
  }

  /** SECURITY: keeps the window out of captures where the system can (macOS, Windows); best effort. */
  #protect(on: boolean): void {
    this.#protected = on;
    this.#window?.setContentProtection(on);
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
