import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyCoreDumps } from '../core-dumps.ts';
import { endProcess } from '../end-process.ts';
import { readArguments, USAGE } from './arguments.ts';
import { startBrowser } from './browser.ts';
import type { Launched, LaunchOptions } from './launched.ts';
import { endOnSignals } from './signals.ts';

/** Starts the app in a window of a system Chromium. Throws when Chromium is missing or does not start. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const browser = startBrowser({ ...options, chromium: options.chromium ?? process.env['LATCHKEY_CHROMIUM'] });
  // Loaded while it starts. An engine started now as well would only keep Chromium waiting, where there are two processors.
  const { run } = await import('./run.ts');
  return run(browser, { ...options, here });
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
