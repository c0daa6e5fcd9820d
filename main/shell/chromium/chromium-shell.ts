import type { Port, Unsubscribe } from '../../../shared/port.ts';
import { Assets } from '../assets.ts';
import { Listeners } from '../listeners.ts';
import { NodeEngine } from '../node-engine.ts';
import type { ChosenFile, EngineProcess, Shell, System } from '../shell.ts';
import type { AppPage } from './app-page.ts';
import { type Browser, type BrowserOptions, startBrowser } from './browser.ts';
import type { Cdp } from './cdp.ts';
import { ChromiumSystem } from './chromium-system.ts';
import { attachPage } from './attach-page.ts';
import { droppedFiles } from './page-files.ts';
import { Permissions } from './permissions.ts';
import type { OnRefused } from './refusals.ts';
import { renewPage } from './renew.ts';

/** Crashes of the page after which the window is given up. */
const MAX_CRASHES = 3;

/** How a Chromium host is started. */
export interface ChromiumOptions extends BrowserOptions {
  /** Folder of the built page. */
  readonly pageFolder: string;
  /** The engine's bundle. */
  readonly engineFile: string;
  readonly onRefused?: OnRefused | undefined;
}

/** Starts a Chromium with one empty window, ready to be opened. Throws when Chromium is missing or ends at once. */
export async function startChromiumShell(options: ChromiumOptions): Promise<ChromiumShell> {
  return shellIn(startBrowser(options), options);
}

/** The host in a browser that is just starting. Throws when it ends at once. */
export async function shellIn(browser: Browser, options: Omit<ChromiumOptions, keyof BrowserOptions>): Promise<ChromiumShell> {
  try {
    const page = await attachPage(browser, await Assets.list(options.pageFolder), options.onRefused ?? (() => {}));
    return new ChromiumShell(browser, page, options.engineFile);
  } catch (error) {
    await browser.close();
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Chromium did not open its window: ${why}. ${browser.complaint()}`.trimEnd(), { cause: error });
  }
}

/**
 * The host of plain Node and a system Chromium. It relays between page and engine, so that what they say, passwords among it, passes
 * through this process too: Electron's direct port is the better host, this one is for where Electron cannot be had.
 */
export class ChromiumShell implements Shell {
  readonly host = 'chromium';
  readonly desk = null;
  readonly system: System;
  readonly page: Port;
  /** The browser's own process. */
  readonly browserPid: number;
  /** The host's end of the browser's pipe. */
  readonly cdp: Cdp;
  private readonly browser: Browser;
  private readonly permissions: Permissions;
  private readonly appPage: AppPage;
  private readonly engineFile: string;
  private readonly fromPage = new Listeners<string>();
  private readonly closed = new Listeners<void>();
  private readonly dropped = new Listeners<ChosenFile>();
  private readonly active = new Listeners<void>();
  private engine: NodeEngine | null = null;
  private unjoin: Unsubscribe = () => {};
  private closing = false;
  private crashes = 0;

  constructor(browser: Browser, page: AppPage, engineFile: string) {
    this.browser = browser;
    this.browserPid = browser.pid;
    this.cdp = browser.cdp;
    this.appPage = page;
    this.engineFile = engineFile;
    this.permissions = new Permissions(browser.cdp);
    this.system = new ChromiumSystem(this.permissions, page);
    this.page = { post: (text) => page.deliver('shell', text), onMessage: (receive) => this.fromPage.add(receive) };
    page.calls.add(({ to, text }) => {
      if (to === 'shell') this.fromPage.tell(text);
      else if (to === 'engine') this.engine?.page.post(text);
      else if (to === 'active') this.active.tell();
      else void this.tellDropped();
    });
    page.crashed.add(() => this.onCrash());
    page.closing.add(() => this.onClosing());
    page.gone.add(() => this.onGone());
    void browser.ended.then(() => this.onGone());
  }

  async open(): Promise<void> {
    await this.appPage.load();
  }

  startEngine(): EngineProcess {
    return new NodeEngine(this.engineFile);
  }

  joinEngine(engine: EngineProcess | null): void {
    this.unjoin();
    if (engine !== null && !(engine instanceof NodeEngine)) throw new Error('an engine of another host');
    this.engine = engine;
    this.unjoin = engine?.page.onMessage((text) => this.appPage.deliver('engine', text)) ?? (() => {});
  }

  // The engine is plain Node here and starts its readers itself.
  startPictureReader(): null {
    return null;
  }

  async allowCamera(on: boolean): Promise<void> {
    await this.permissions.set('videoCapture', on);
  }

  async renewPage(): Promise<void> {
    await renewPage(this.cdp, this.appPage);
  }

  onDropped(fn: (file: ChosenFile) => void): Unsubscribe {
    return this.dropped.add(fn);
  }

  onActive(fn: () => void): Unsubscribe {
    return this.active.add(fn);
  }

  onClosed(fn: () => void): Unsubscribe {
    return this.closed.add(fn);
  }

  // `stay_without_window` is missing: the browser ends with its window, and the app with it.
  onWindow(): Unsubscribe {
    return () => {};
  }

  async close(): Promise<void> {
    this.closing = true;
    this.joinEngine(null);
    await this.browser.close();
  }

  private async tellDropped(): Promise<void> {
    for (const file of await droppedFiles(this.appPage).catch(() => [])) this.dropped.tell(file);
  }

  private onCrash(): void {
    if (++this.crashes >= MAX_CRASHES) return this.onGone();
    this.appPage.load().catch(() => this.onGone());
  }

  // The window stands until `close`, so that what was copied can still be taken back.
  private onClosing(): void {
    if (this.closing) return;
    this.closing = true;
    this.closed.tell();
  }

  private onGone(): void {
    if (this.closing) return;
    this.closing = true;
    this.closed.tell();
    void this.browser.close();
  }
}
