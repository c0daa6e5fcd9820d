import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CSP, PAGE_HEADERS } from '../../shared/csp.ts';
import { stoppable } from '../support/fake-electron/windows.ts';
import { type ElectronDriver, electronDriver } from '../support/electron-driver.ts';

let driver: ElectronDriver;
beforeAll(async () => {
  driver = await electronDriver();
  await driver.shell.open();
});
afterAll(async () => {
  await driver.shell.close();
  await driver.dispose();
});

describe('the window', () => {
  it.each([
    ['sandbox', true],
    ['contextIsolation', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInSubFrames', false],
    ['nodeIntegrationInWorker', false],
    ['webSecurity', true],
    ['allowRunningInsecureContent', false],
    ['webviewTag', false],
    ['spellcheck', false],
    ['devTools', false],
    ['navigateOnDragDrop', false],
  ])('is made with %s %s', (name, value) => {
    expect(driver.window().options.webPreferences?.[name]).toBe(value);
  });

  it('uses our session, and is kept out of captures', () => {
    expect(driver.window().webContents.session).toBe(driver.session);
    expect(driver.window().contentProtection).toBe(true);
  });

  it('keeps its title whatever the page calls itself', () => {
    const event = stoppable();
    driver.window().emit('page-title-updated', event, 'Ana: TikTok');
    expect(event.defaultPrevented).toBe(true);
  });
});

describe('the session', () => {
  it.each([
    'https://example.com/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'data:text/html,x',
    'ws://example.com/',
    'app://other/',
    'app://bundle.evil/',
  ])('lets no request to %s out', (url) => {
    expect(driver.session.lets(url)).toBe(false);
  });

  it('lets the page load its own files', () => {
    expect(driver.session.lets('app://bundle/page.js')).toBe(true);
  });

  it('grants no permission, asked for or not, and no device', () => {
    const granted: boolean[] = [];
    for (const permission of ['media', 'clipboard-read', 'notifications', 'openExternal', 'hid']) {
      driver.session.permissionRequest?.({}, permission, (yes) => granted.push(yes));
    }
    expect(granted).toEqual([false, false, false, false, false]);
    expect((driver.session.permissionCheck as (() => boolean) | null)?.()).toBe(false);
    expect((driver.session.devicePermission as (() => boolean) | null)?.()).toBe(false);
  });

  it('downloads nothing and checks no spelling', () => {
    const event = stoppable();
    driver.session.emit('will-download', event, {}, {});
    expect(event.defaultPrevented).toBe(true);
    expect(driver.session.spellChecker).toBe(false);
  });
});

describe('the page', () => {
  it('comes with every security header', async () => {
    const response = await driver.session.load('app://bundle/index.html');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({ ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8' });
    expect(response.headers.get('content-security-policy')).toBe(CSP);
    expect(await response.text()).toContain('Host page');
  });

  it.each([
    'app://bundle/../package.json',
    'app://bundle/..%2fpackage.json',
    'app://bundle/..%5cpackage.json',
    'app://bundle/%2e%2e/package.json',
    'app://bundle//etc/passwd',
    'app://bundle/page.js%00.html',
    'app://bundle/nothing.html',
  ])('has no file %s, and says so under the same policy', async (url) => {
    const response = await driver.session.load(url);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toBe(CSP);
  });

  it('is read, never written to', async () => {
    expect((await driver.session.load('app://bundle/index.html', 'POST')).status).toBe(404);
  });
});

describe('closing the window', () => {
  it('by the person hides it until the app closes it, and is told once', async () => {
    let closed = 0;
    driver.shell.onClosed(() => closed++);
    driver.window().close();
    driver.window().close();
    expect([driver.window().visible, closed]).toEqual([false, 1]);
    expect(driver.window().webContents.page).not.toBe(null);
    await driver.shell.close();
    expect(() => driver.window().webContents).toThrow('destroyed');
    expect(closed).toBe(1);
  });
});
