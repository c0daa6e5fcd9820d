import { EventEmitter } from 'node:events';
import { whenReady } from './readiness.ts';

type Rectangle = Electron.Rectangle;

/** Page "BrowserWindow", the part that says where a window is and whether it is seen. */
export class FakeWindowState
  extends EventEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'show'
      | 'hide'
      | 'focus'
      | 'blur'
      | 'restore'
      | 'minimize'
      | 'maximize'
      | 'unmaximize'
      | 'isMinimized'
      | 'isMaximized'
      | 'isFocused'
      | 'isFullScreen'
      | 'setFullScreen'
      | 'getNormalBounds'
      | 'setBounds'
      | 'setMinimumSize'
      | 'setAlwaysOnTop'
      | 'setVisibleOnAllWorkspaces'
    >
{
  visible = false;
  focused = false;
  minimized = false;
  maximized = false;
  fullScreen = false;
  onTop = false;
  everywhere = false;
  /** Hidden while it filled the screen, which on macOS leaves a black screen (electron#20263). */
  black = false;
  #normal: Rectangle;
  #least: { readonly width: number; readonly height: number };

  constructor({
    x = 100,
    y = 100,
    width = 800,
    height = 600,
    minWidth = 0,
    minHeight = 0,
  }: Electron.BrowserWindowConstructorOptions) {
    super();
    whenReady.must('BrowserWindow');
    this.#normal = { x, y, width, height };
    this.#least = { width: minWidth, height: minHeight };
  }

  // "Shows and gives focus to the window."
  show(): void {
    this.visible = true;
    this.focus();
  }

  hide(): void {
    this.black = this.fullScreen;
    this.visible = false;
    this.blur();
  }

  focus(): void {
    if (this.focused) return;
    this.focused = true;
    this.emit('focus');
  }

  blur(): void {
    if (!this.focused) return;
    this.focused = false;
    this.emit('blur');
  }

  minimize(): void {
    this.minimized = true;
    this.blur();
  }

  // "Restores the window from minimized state to its previous state."
  restore(): void {
    if (!this.minimized) return;
    this.minimized = false;
    this.show();
  }

  // "This will also show (but not focus) the window if it isn't being displayed already."
  maximize(): void {
    this.maximized = true;
    this.visible = true;
  }

  unmaximize(): void {
    this.maximized = false;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  isFocused(): boolean {
    return this.focused;
  }

  isFullScreen(): boolean {
    return this.fullScreen;
  }

  // Page "BrowserWindow", setFullScreen: on macOS takes place asynchronously; leave-full-screen tells when.
  setFullScreen(flag: boolean): void {
    setImmediate(() => {
      this.fullScreen = flag;
      this.emit(flag ? 'enter-full-screen' : 'leave-full-screen');
    });
  }

  // "Whatever the current state of the window (maximized, minimized or in fullscreen), … the position and size of the window in normal state."
  getNormalBounds(): Rectangle {
    return { ...this.#normal };
  }

  // "Any properties that are not supplied will default to their current values"; a size below the minimum snaps to it.
  setBounds(bounds: Partial<Rectangle>): void {
    const next = { ...this.#normal, ...bounds };
    this.#normal = {
      ...next,
      width: Math.max(next.width, this.#least.width),
      height: Math.max(next.height, this.#least.height),
    };
  }

  setMinimumSize(width: number, height: number): void {
    this.#least = { width, height };
  }

  setAlwaysOnTop(flag: boolean): void {
    this.onTop = flag;
  }

  setVisibleOnAllWorkspaces(visible: boolean): void {
    this.everywhere = visible;
  }
}
