import type { App } from '../app.ts';
import type { Arguments } from './arguments.ts';
import type { BrowserOptions } from './browser.ts';
import type { ChromiumShell } from './chromium-shell.ts';
import type { OnRefused } from './refusals.ts';

/** What a test adds to the command line. */
export interface LaunchOptions extends Arguments, Omit<BrowserOptions, 'headless' | 'size'> {
  /** Absolute path of the folder where a person keeps files; `Documents` at home when not given. */
  readonly documents?: string | undefined;
  readonly onRefused?: OnRefused | undefined;
}

/** The app, running. */
export interface Launched {
  readonly shell: ChromiumShell;
  readonly app: App;
}
