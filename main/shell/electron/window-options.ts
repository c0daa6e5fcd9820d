import type { BrowserWindowConstructorOptions, Session } from 'electron';
import { SMALLEST } from './window-place.ts';

/** How the one window is made, but for where. `devTools` only where the app is not packaged. */
export function windowOptions(preload: string, session: Session, devTools: boolean): BrowserWindowConstructorOptions {
  return {
    minWidth: SMALLEST,
    minHeight: SMALLEST,
    // Shown when it has something to show.
    show: false,
    title: 'Latchkey',
    webPreferences: {
      preload,
      session,
      // SECURITY: the renderer runs in the operating system's sandbox.
      sandbox: true,
      // SECURITY: the preload's world and the page's share no JavaScript.
      contextIsolation: true,
      // SECURITY: no Node in the page, nor in its frames and workers.
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      // SECURITY: same-origin rules and refusal of mixed content stay on.
      webSecurity: true,
      allowRunningInsecureContent: false,
      // SECURITY: no browser inside the page.
      webviewTag: false,
      // SECURITY: what is typed is not handed to a checker.
      spellcheck: false,
      // SECURITY: developer tools read everything the page holds.
      devTools,
      // SECURITY: a file dropped beside the page's own drop area must not become the page.
      navigateOnDragDrop: false,
      // Codes and countdowns must be right when the window comes back.
      backgroundThrottling: false,
    },
  };
}
