import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { runApp } from '../app.ts';
import type { Browser } from './browser.ts';
import { shellIn } from './chromium-shell.ts';
import type { Launched, LaunchOptions } from './launched.ts';

/** Runs the app in a browser that is just starting. Throws when the window cannot be had. `here` is the folder of the host's bundle. */
export async function run(
  browser: Browser,
  options: Pick<LaunchOptions, 'profile' | 'documents' | 'clockOffset' | 'onRefused'> & { readonly here: string },
): Promise<Launched> {
  const { here, onRefused } = options;
  const shell = await shellIn(browser, {
    pageFolder: path.join(here, '../renderer'),
    engineFile: path.join(here, 'engine.js'),
    onRefused,
  });
  try {
    const app = await runApp(shell, {
      profile: options.profile,
      documents: options.documents ?? path.join(homedir(), 'Documents'),
      version: readVersion(path.join(here, '../../package.json')),
      clockOffset: options.clockOffset,
    });
    return { shell, app };
  } catch (error) {
    await shell.close();
    throw error;
  }
}

function readVersion(file: string): string {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'string'
    ? value.version
    : '0';
}
