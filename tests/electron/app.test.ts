import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchElectron, maySkipElectron } from '../support/launch-electron.ts';

// Written without an Electron to run it in: where one is found, expect to mend these before the app.
describe.skipIf(maySkipElectron)('the app in a real Electron', () => {
  let app: ElectronApplication;
  let page: Page;
  let profile: string;

  beforeAll(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'latchkey-electron-'));
    ({ app, page } = await launchElectron(profile));
  });

  afterAll(async () => {
    await app.close();
    await rm(profile, { recursive: true, force: true });
  });

  it('shows its page at the origin of the bundle', async () => {
    expect(new URL(page.url()).protocol).toBe('app:');
    await expect.poll(() => page.locator('body').innerText()).not.toBe('');
  });

  it('gives the page no Node and nothing of Electron', async () => {
    const seen = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
    );
    expect(seen).toEqual([]);
  });

  it('lets the page reach no address', async () => {
    const reached = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => true,
        () => false,
      ),
    );
    expect(reached).toBe(false);
  });

  it('runs no inline script', async () => {
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      try {
        script.textContent = 'globalThis.inlineRan = true';
        document.head.append(script);
      } catch {
        return false;
      }
      return 'inlineRan' in globalThis;
    });
    expect(ran).toBe(false);
  });

  it('has a sandboxed, isolated window', async () => {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): { sandbox?: boolean; contextIsolation?: boolean; nodeIntegration?: boolean } | null;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  });
});
