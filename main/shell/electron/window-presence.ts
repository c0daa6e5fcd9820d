import { app, type BrowserWindow, screen } from 'electron';
import { Listeners } from '../listeners.ts';
import { QUICK_SIZE, quickBounds } from './quick-bounds.ts';
import { type PlaceFile, SMALLEST, type WindowPlace } from './window-place.ts';

/** What the presence of a window depends on. */
export interface PresenceParts {
  readonly platform: NodeJS.Platform;
  readonly place: PlaceFile;
  /** Whether the app stays when the person closes the window. */
  readonly stays: () => boolean;
  /** Whether a dialog of ours is open, which takes the focus from the window without the person having gone away. */
  readonly asking: () => boolean;
}

/** How the window was before quick access, and where: closed and kept, there and not in use, or the one in use. */
interface Before {
  readonly state: 'away' | 'aside' | 'focused';
  readonly place: WindowPlace;
}

/** Whether and how the one window is on the screen: whole, small for quick access, or closed by the person and kept. */
export class WindowPresence {
  /** The person closed the window and the app stays (false), or it is there again (true). */
  readonly there = new Listeners<boolean>();
  /** The person closed the window, and nothing holds the app. */
  readonly closed = new Listeners<undefined>();
  /** The small window lost the focus, or was closed. */
  readonly blurred = new Listeners<undefined>();
  readonly #parts: PresenceParts;
  #window: BrowserWindow | null = null;
  #away = false;
  #quick: Before | null = null;
  // To be maximised when it is shown: maximising shows a window.
  #maximise = false;
  #ended = false;

  constructor(parts: PresenceParts) {
    this.#parts = parts;
  }

  /** Takes a window over, which is not shown yet. */
  take(window: BrowserWindow, maximised: boolean): void {
    this.#window = window;
    this.#maximise = maximised;
    window.once('ready-to-show', () => {
      // Closed, or taken for quick access, before its page was there.
      if (!this.#away && this.#quick === null) this.#show(window);
    });
    window.on('close', (event) => {
      // Ended when the engine is, or kept for its coming back: until then only out of sight.
      event.preventDefault();
      if (this.#quick !== null) return this.blurred.tell(undefined);
      if (this.#away) return;
      void this.#keep(window);
      this.#away = true;
      this.#hide(window);
      if (this.#parts.stays()) return this.there.tell(false);
      this.#ended = true;
      this.closed.tell(undefined);
    });
    window.on('blur', () => {
      if (this.#quick !== null && !this.#parts.asking()) this.blurred.tell(undefined);
    });
    window.on('closed', () => {
      this.#window = null;
    });
  }

  /** Shows the window again that the person closed while the app stayed; does nothing to one that was not closed. */
  reopen(): void {
    if (!this.#away || this.#ended || this.#window === null) return;
    this.#away = false;
    // Told before it is shown: a vault whose time was over is being locked when the person sees the window.
    this.there.tell(true);
    this.#show(this.#window);
  }

  /** Brings the whole window to the front, wherever it was. */
  whole(): void {
    const window = this.#window;
    if (window === null || this.#ended) return;
    const before = this.#quick;
    this.#quick = null;
    if (before !== null) {
      this.#enlarge(window, before);
      this.#show(window);
    }
    this.reopen();
    if (window.isMinimized()) window.restore();
    this.#front(window);
  }

  /** The same, asked for from outside: quick access has ended then, as by a click elsewhere. */
  come(): void {
    if (this.#quick !== null) this.blurred.tell(undefined);
    this.whole();
  }

  /** Shows the window small, over other programs, on the screen the pointer is on. */
  quick(): void {
    const window = this.#window;
    if (window === null || this.#ended) return;
    if (this.#quick === null) {
      const state = this.#away ? 'away' : window.isFocused() && !window.isMinimized() ? 'focused' : 'aside';
      this.#quick = { state, place: this.#placeOf(window) };
      this.#away = false;
      if (state === 'away') this.there.tell(true);
    }
    this.#leaveFullScreen(window, () => {
      if (this.#quick !== null) this.#shrink(window);
    });
  }

  /** Ends quick access: the window is whole where it was in use, and out of sight where another program was, which has the focus again. */
  leave(): void {
    const window = this.#window;
    const before = this.#quick;
    if (window === null || before === null) return;
    // First of all, because what follows takes the focus from the window.
    this.#quick = null;
    if (before.state === 'away') {
      // Windows leaves the focus on a window that is hidden with it (electron#10023).
      window.blur();
      window.hide();
      this.#enlarge(window, before);
      this.#away = true;
      this.there.tell(false);
    } else {
      this.#enlarge(window, before);
      if (this.#maximise) window.maximize();
      this.#maximise = false;
      if (before.state === 'aside' && !this.#isMac) window.minimize();
    }
    // macOS gives the focus to another program when the whole app is hidden, and in no other way.
    if (before.state !== 'focused' && this.#isMac) app.hide();
  }

  /** Remembers where the window stands, and shows it no more. */
  async end(): Promise<void> {
    this.#ended = true;
    if (this.#window !== null) await this.#keep(this.#window);
  }

  #keep(window: BrowserWindow): Promise<void> {
    return this.#parts.place.keep(this.#quick?.place ?? this.#placeOf(window));
  }

  get #isMac(): boolean {
    return this.#parts.platform === 'darwin';
  }

  #show(window: BrowserWindow): void {
    if (this.#maximise) window.maximize();
    this.#maximise = false;
    window.show();
  }

  #front(window: BrowserWindow): void {
    // macOS shows a window of an app that is not in front behind those of the one that is.
    if (this.#isMac) app.focus({ steal: true });
    window.focus();
  }

  #placeOf(window: BrowserWindow): WindowPlace {
    const { x, y, width, height } = window.getNormalBounds();
    return { x, y, width, height, maximised: this.#maximise || window.isMaximized() };
  }

  #shrink(window: BrowserWindow): void {
    if (window.isMinimized()) window.restore();
    if (window.isMaximized()) window.unmaximize();
    window.setMinimumSize(QUICK_SIZE.width / 2, QUICK_SIZE.height / 2);
    window.setBounds(quickBounds(screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea));
    window.setAlwaysOnTop(true);
    // Over the program of another space, or one that fills the screen, without leaving it.
    if (this.#isMac) window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
    window.show();
    this.#front(window);
  }

  #enlarge(window: BrowserWindow, { place }: Before): void {
    window.setAlwaysOnTop(false);
    if (this.#isMac) window.setVisibleOnAllWorkspaces(false, { skipTransformProcessType: true });
    window.setMinimumSize(SMALLEST, SMALLEST);
    const { x, y, width, height } = place;
    window.setBounds({ x, y, width, height });
    this.#maximise = place.maximised;
  }

  #hide(window: BrowserWindow): void {
    this.#leaveFullScreen(window, () => {
      if (this.#away) window.hide();
    });
  }

  /** Hidden or made small while it fills the screen, macOS leaves a black one behind (electron#20263). */
  #leaveFullScreen(window: BrowserWindow, then: () => void): void {
    if (!window.isFullScreen()) return then();
    window.once('leave-full-screen', then);
    window.setFullScreen(false);
  }
}
