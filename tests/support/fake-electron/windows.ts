import { EventEmitter } from 'node:events';
import { FakePage, type FakeFrame } from './page.ts';
import type { FakePortMain } from './ports.ts';
import { type FakeSession, fakeSession } from './session.ts';
import { FakeWindowState } from './window-state.ts';

/** Page "app", web-contents-created: told of every web contents there is. */
export const created = new EventEmitter();
/** Page "ipcMain": the messages of all renderers. */
export const ipcMain = new EventEmitter();

export interface FakeWindowOptions extends Omit<Electron.BrowserWindowConstructorOptions, 'webPreferences'> {
  readonly webPreferences?: { readonly preload?: string; readonly session?: FakeSession } & Record<string, unknown>;
}

/** An event that can be stopped. */
export function stoppable(): { defaultPrevented: boolean; preventDefault(): void } {
  const event = {
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}

/** Page "webContents". */
export class FakeWebContents extends EventEmitter {
  static #ids = 0;
  readonly id = ++FakeWebContents.#ids;
  readonly session: FakeSession;
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  webRtcPolicy = 'default';
  page: FakePage | null = null;
  pages: FakePage[] = [];
  /** Channels whose messages come with no frame: page "IpcMainEvent", senderFrame "may be null". */
  readonly frameless = new Set<string>();
  /** The renderer does not end when told to. */
  stubborn = false;
  readonly #preload: string | undefined;
  #crashed = false;

  constructor(options: FakeWindowOptions) {
    super();
    this.session = options.webPreferences?.session ?? fakeSession.defaultSession;
    this.#preload = options.webPreferences?.preload;
    created.emit('web-contents-created', {}, this);
  }

  setWindowOpenHandler(handler: FakeWebContents['openHandler']): void {
    this.openHandler = handler;
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  // Page "webContents", loadURL: resolves when the page has finished loading, rejects when it fails; not a navigation event.
  loadURL(url: string): Promise<void> {
    const loading = this.#load(url);
    // "A noop rejection handler is already attached."
    loading.catch(() => undefined);
    return loading;
  }

  /** A page's own attempt to go elsewhere: whether it got there. */
  async navigate(
    url: string,
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect' = 'will-navigate',
  ): Promise<boolean> {
    const asked = Object.assign(stoppable(), { url });
    this.emit(event, asked);
    if (asked.defaultPrevented) return false;
    await this.#load(url).catch(() => undefined);
    return true;
  }

  send(channel: string, ...args: unknown[]): void {
    const cloned = structuredClone(args);
    const { page } = this;
    queueMicrotask(() => page?.receive(channel, cloned, []));
  }

  postMessage(channel: string, message: unknown, transfer: readonly FakePortMain[] = []): void {
    const cloned: unknown = structuredClone(message);
    const ports = transfer.map((port) => port.take());
    const { page } = this;
    queueMicrotask(() => page?.receive(channel, [cloned], ports));
  }

  // Page "webContents", forcefullyCrashRenderer: render-process-gone follows, with reason killed or crashed; loading then starts a new process.
  forcefullyCrashRenderer(): void {
    if (!this.stubborn) setImmediate(() => this.crash('killed'));
  }

  /** The renderer process ends by itself. */
  crash(reason: string): void {
    if (this.page === null) return;
    this.page.die();
    this.page = null;
    this.#crashed = true;
    this.emit('render-process-gone', {}, { reason, exitCode: 9 });
  }

  /** A message arrives as if from any frame. */
  arrive(channel: string, args: unknown[], senderFrame: FakeFrame | null): void {
    ipcMain.emit(channel, { sender: this, senderFrame, ports: [] }, ...args);
  }

  async #load(url: string): Promise<void> {
    const response = await this.session.load(url);
    if (!response.ok) throw new Error(`ERR_FAILED (${response.status}) loading '${url}'`);
    this.#crashed = false;
    this.page?.die();
    const page = new FakePage(url, (channel, args, frame) => {
      this.arrive(channel, args, this.frameless.has(channel) ? null : frame);
    });
    this.page = page;
    this.pages.push(page);
    if (this.#preload !== undefined) page.runPreload(this.#preload);
    this.emit('did-finish-load');
  }
}

/** Page "BrowserWindow". */
export class FakeBrowserWindow extends FakeWindowState implements Pick<Electron.BrowserWindow, 'destroy' | 'close'> {
  static readonly all: FakeBrowserWindow[] = [];
  readonly options: FakeWindowOptions;
  contentProtection = false;
  #contents: FakeWebContents | null;

  constructor(options: FakeWindowOptions) {
    const { webPreferences: _, ...place } = options;
    super(place);
    this.options = options;
    FakeBrowserWindow.all.push(this);
    this.#contents = new FakeWebContents(options);
    this.#contents.once('did-finish-load', () => this.emit('ready-to-show'));
  }

  get webContents(): FakeWebContents {
    // What Electron says of any use of an object whose native half is gone.
    if (this.#contents === null) throw new TypeError('Object has been destroyed');
    return this.#contents;
  }

  setContentProtection(enable: boolean): void {
    this.contentProtection = enable;
  }

  // Page "BrowserWindow", close: the same as a person's click; the close event can stop it.
  close(): void {
    const event = stoppable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  // Page "BrowserWindow", destroy: close is not emitted, closed is guaranteed.
  destroy(): void {
    if (this.#contents === null) return;
    this.#contents.page?.die();
    this.#contents = null;
    this.emit('closed');
  }
}
