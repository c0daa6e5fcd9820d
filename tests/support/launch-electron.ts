import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';

const root = path.resolve(import.meta.dirname, '../..');
const setup = (await import(pathToFileURL(path.join(root, 'build/setup.mjs')).href)) as { findElectron(): string | null };

/** The Electron program, found without importing `electron`, which would begin a download; null when it is not here. */
export const electronProgram = setup.findElectron();

/** Whether tests of a real Electron may be skipped: not where REQUIRE_ELECTRON=1 says that it must be here. */
export const maySkipElectron = electronProgram === null && process.env['REQUIRE_ELECTRON'] !== '1';

/** Starts the built, unpackaged app with a user data folder of its own and gives its one window. Throws without the program. */
export async function launchElectron(userData: string): Promise<{ app: ElectronApplication; page: Page }> {
  if (electronProgram === null) throw new Error('REQUIRE_ELECTRON is set and the Electron program is not here');
  const app = await _electron.launch({
    executablePath: electronProgram,
    args: [root, `--user-data-dir=${userData}`],
    // Only root runs without the sandbox: Chromium would not start otherwise.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  return { app, page: await app.firstWindow() };
}
