import { readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type App, runApp } from '../app.ts';
import { emptyCoreDumps } from '../core-dumps.ts';
import { endProcess } from '../end-process.ts';
import { type Arguments, readArguments, USAGE } from './arguments.ts';
import type { BrowserOptions } from './browser.ts';
import { type ChromiumShell, startChromiumShell } from './chromium-shell.ts';
import type { OnRefused } from './refusals.ts';
import { endOnSignals } from './signals.ts';

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

/** Starts the app in a window of a system Chromium. Throws when Chromium is missing or does not start. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const shell = await startChromiumShell({
    ...options,
    chromium: options.chromium ?? process.env['LATCHKEY_CHROMIUM'],
    pageFolder: path.join(here, '../renderer'),
    engineFile: path.join(here, 'engine.js'),
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

async function main(): Promise<void> {
  const args = readArguments(process.argv.slice(2));
  if (typeof args === 'string') {
    process.stderr.write(`${args}\n${USAGE}\n`);
    process.exit(2);
  }
  emptyCoreDumps();
  const launching = launch(args);
  let hanging = (): boolean => false;
  endOnSignals(
    () =>
      launching.then(
        ({ app }) => app.close(),
        () => {},
      ),
    () => hanging(),
  );
  const { app } = await launching;
  hanging = () => app.hanging;
  await app.closed;
  // With the code of a signal, if it was one.
  endProcess(hanging(), () => process.exit());
}

// Imported by a test, this module only offers `launch`.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}
