import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUICK_SIZE } from '../../main/shell/electron/quick-bounds.ts';
import { QUICK_KEY } from '../../shared/commands.ts';
import { launchElectron, maySkipElectron, startAgain } from '../support/launch-electron.ts';

/** What the one window is like. */
interface Seen {
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly onTop: boolean;
  readonly minimised: boolean;
  readonly visible: boolean;
  readonly protected: boolean;
}

function look(app: ElectronApplication): Promise<Seen> {
  return app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    return {
      bounds: window.getNormalBounds(),
      onTop: window.isAlwaysOnTop(),
      minimised: window.isMinimized(),
      visible: window.isVisible(),
      protected: window.isContentProtected(),
    };
  });
}

// Written without an Electron to run it in: where one is found, expect to mend these before the app.
describe.skipIf(maySkipElectron)('around the window of a real Electron', () => {
  let folder: string;
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'latchkey-desktop-'));
    ({ app, page } = await launchElectron(folder));
    await expect.poll(() => page.locator('body').innerText()).not.toBe('');
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('the engine is a process of its own, with our name', async () => {
    const named = await app.evaluate(
      ({ app: main }) => main.getAppMetrics().filter((each) => each.name === 'Latchkey engine').length,
    );
    expect(named).toBe(1);
  });

  it('the tray’s pictures can be read, and are templates where macOS wants them', async () => {
    const read = await app.evaluate(({ app: main, nativeImage }) =>
      ['open', 'locked', 'openWaits', 'lockedWaits'].map((name) => {
        const image = nativeImage.createFromPath(`${main.getAppPath()}/build/tray/${name}Template.png`);
        return [image.isEmpty(), image.isTemplateImage(), image.getScaleFactors().length];
      }),
    );
    expect(read).toEqual(Array.from({ length: 4 }, () => [false, true, 2]));
  });

  it.skipIf(process.platform !== 'darwin')('the menu bar has our menus with the system’s own', async () => {
    const menus = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ role, label }) => role ?? label) ?? []);
    expect(menus).toEqual(expect.arrayContaining(['editmenu', 'windowmenu']));
    expect(menus.length).toBeGreaterThan(4);
  });

  it.skipIf(process.platform === 'linux')('the window is kept out of captures', async () => {
    expect((await look(app)).protected).toBe(true);
  });

  // Another program may have it, and Wayland may refuse it: that is told to the page, and looked at by hand.
  it.skipIf(process.platform === 'linux')('the key of quick access is ours', async () => {
    expect(await app.evaluate(({ globalShortcut }, key) => globalShortcut.isRegistered(key), QUICK_KEY)).toBe(true);
  });

  it('a second start with --quick-access makes the window small, and Escape ends that', async () => {
    const before = await look(app);
    expect(await startAgain(folder, '--quick-access')).toBe(0);
    await expect.poll(async () => (await look(app)).bounds).toMatchObject(QUICK_SIZE);
    expect((await look(app)).onTop).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await look(app)).bounds).toEqual(before.bounds);
    expect((await look(app)).onTop).toBe(false);
  });

  it('a second start with a link brings the one window to the front, opens no other and ends', async () => {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    expect(await startAgain(folder, '--', 'latchkey:go/requests')).toBe(0);
    await expect.poll(async () => (await look(app)).minimised).toBe(false);
    expect([(await look(app)).visible, app.windows().length]).toEqual([true, 1]);
  });

  it('the window opens where it stood when the app ended', async () => {
    const bounds = { x: 140, y: 120, width: 900, height: 640 };
    await app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
    await app.close();
    ({ app, page } = await launchElectron(folder));
    await expect.poll(async () => (await look(app)).visible).toBe(true);
    const seen = (await look(app)).bounds;
    expect([seen.width, seen.height]).toEqual([bounds.width, bounds.height]);
  });

  it('grants the page no permission, the camera included, unless the person asks for it', async () => {
    const camera = await page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        (error: unknown) => (error instanceof Error ? error.name : 'refused'),
      ),
    );
    expect(camera).toBe('NotAllowedError');
  });
});
