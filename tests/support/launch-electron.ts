import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';

const root = path.resolve(import.meta.dirname, '../..');
const setup = (await import(pathToFileURL(path.join(root, 'build/setup.mjs')).href)) as { findElectron(): string | null };

/** The Electron program, found without importing `electron`, which would begin a download; null when it is not here. */
export const electronProgram = setup.findElectron();

/** Whether tests of a real Electron may be skipped: not where REQUIRE_ELECTRON=1 says that it must be here. */
export const maySkipElectron = electronProgram === null && process.env['REQUIRE_ELECTRON'] !== '1';

/** How the app is started by hand: the arguments of Electron's program. */
export function electronArguments(userData: string, ...more: readonly string[]): string[] {
  return [root, `--user-data-dir=${userData}`, ...more];
}

/** Starts the app a second time beside one that runs, and gives the second one's exit code when it has ended. Throws without the program. */
export async function startAgain(userData: string, ...more: readonly string[]): Promise<number | null> {
  // As root, Chromium ends at once without this switch.
  const args = electronArguments(userData, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...more);
  const again = spawn(electronProgram ?? '', args, { stdio: 'ignore' });
  const [code] = (await once(again, 'exit')) as [number | null];
  return code;
}

/** Starts the built, unpackaged app with a user data folder of its own and gives its one window. Throws without the program. */
export async function launchElectron(userData: string): Promise<{ app: ElectronApplication; page: Page }> {
  if (electronProgram === null) throw new Error('REQUIRE_ELECTRON is set and the Electron program is not here');
  const app = await _electron.launch({
    executablePath: electronProgram,
    args: electronArguments(userData),
    // Only root runs without the sandbox: Chromium would not start otherwise.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  return { app, page: await app.firstWindow() };
}
