import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { iconName } from '../../main/shell/electron/electron-tray.ts';
import { QUICK_SIZE } from '../../main/shell/electron/quick-bounds.ts';
import { QUICK_KEY } from '../../shared/commands.ts';
import { trayText } from '../../shared/text/tray.ts';
import { app } from '../support/fake-electron.ts';
import { buildPreload } from '../support/built-preload.ts';
import { HOST_PAGE, pageBridge } from '../support/electron-driver.ts';
import { control } from '../support/fake-electron/control.ts';
import { FakeTray, pressAnywhere } from '../support/fake-electron/desktop.ts';
import { whenReady } from '../support/fake-electron/readiness.ts';
import { fakeSession } from '../support/fake-electron/session.ts';
import { type FakeProgram, FakeUtilityProcess } from '../support/fake-electron/utility.ts';
import { FakeBrowserWindow, FakeWebContents } from '../support/fake-electron/windows.ts';

/** What the shell answered the engine that said it is ready. */
const home: unknown[] = [];

/** An engine that says it is ready and becomes quiet when told. */
const engine: FakeProgram = (parent, exit) => {
  parent.on('message', ({ data, ports }) => {
    if (ports.length > 0) return;
    const message = JSON.parse(String(data)) as { event?: string; ok?: unknown; id?: number };
    if (message.id === 1) home.push(message.ok);
    if (message.event === 'quiesce') parent.postMessage(JSON.stringify({ id: 2, call: 'host.quiesced', params: {} }));
    if (message.id === 2) exit(0);
  });
  parent.postMessage(JSON.stringify({ id: 1, call: 'host.ready', params: {} }));
};

let folder: string;
const window = (): FakeBrowserWindow => FakeBrowserWindow.all[0] ?? expect.fail('no window');

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latchkey-boot-'));
  const preload = await buildPreload();
  await mkdir(path.join(folder, 'dist'));
  await cp(HOST_PAGE, path.join(folder, 'dist/renderer'), { recursive: true });
  await rename(preload.folder, path.join(folder, 'dist/preload'));
  control.appPath = folder;
  control.home = folder;
  control.given.set('clock-offset', '86400');
  FakeUtilityProcess.program = engine;
  await import('../../main/shell/electron/main.ts');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('before Electron is ready', () => {
  it('the entry has been evaluated without waiting for it', () => {
    expect(whenReady.is).toBe(false);
    expect(FakeBrowserWindow.all).toEqual([]);
  });

  it('our scheme is standard and secure, and has no more privileges', () => {
    const privileges = { standard: true, secure: true, supportFetchAPI: true };
    expect(control.schemes).toEqual([{ scheme: 'app', privileges }]);
  });

  it('every renderer is sandboxed and no name resolves', () => {
    expect(control.sandboxed).toBe(true);
    expect(Object.fromEntries(control.switches)).toEqual({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      ...(process.platform === 'linux' ? { 'enable-features': 'GlobalShortcutsPortal' } : {}),
    });
  });
});

describe('a booted app', () => {
  beforeAll(async () => {
    whenReady.now();
    await vi.waitFor(() => expect(window().visible).toBe(true), { timeout: 10_000 });
  });

  it('has one window with our page', () => {
    expect(FakeBrowserWindow.all).toHaveLength(1);
    expect(window().webContents.page?.frame.url).toBe('app://bundle/index.html');
    expect(control.menu).toBe(process.platform === 'darwin' ? expect.anything() : null);
  });

  it('has an engine that knows the profile, which only its owner may enter', async () => {
    const profile = path.join(folder, 'userData/profile');
    expect((await stat(profile)).mode & 0o777).toBe(0o700);
    expect(FakeUtilityProcess.all[0]?.file).toBe(path.join(folder, 'dist/main/engine.js'));
    await vi.waitFor(() => expect(home).toHaveLength(1));
    // Packaged, it takes no other time than the machine's.
    expect(home[0]).toEqual({
      profile,
      documents: path.join(folder, 'documents'),
      clockOffset: 0,
      version: '0.1.0',
      language: 'en',
    });
  });

  it('answers the page', async () => {
    const { webContents } = window();
    if (webContents.page === null) return expect.fail('no page');
    const { bridge, received } = pageBridge(webContents.page);
    bridge.post('shell', JSON.stringify({ id: 1, call: 'shell.info', params: {} }));
    await vi.waitFor(() =>
      expect(received.some(([from, text]) => from === 'shell' && text.includes('"host":"electron"'))).toBe(true),
    );
    expect(received.map(([, text]) => text).join()).toContain('"state":"ready"');
  });

  it('keeps its session in memory, and hardens it and the default one', () => {
    const { session } = window().webContents;
    expect([session.partition, session.options]).toEqual(['latchkey', { cache: false }]);
    for (const each of [session, fakeSession.defaultSession]) {
      expect(each.lets('https://example.com/')).toBe(false);
      expect(each.permissionRequest).not.toBe(null);
      expect(each.spellChecker).toBe(false);
    }
  });

  it('has no developer tools when it is packaged', () => {
    expect(window().options.webPreferences?.['devTools']).toBe(false);
    expect(window().webContents.session.lets('devtools://devtools/bundled/devtools_app.html')).toBe(false);
  });

  it('hardens web contents nobody asked for', async () => {
    const other = new FakeWebContents({});
    expect(other.openHandler?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    expect(await other.navigate('app://bundle/index.html')).toBe(false);
  });

  it('comes to the front when it is started a second time', () => {
    window().focused = false;
    window().minimized = true;
    app.emit('second-instance', {}, ['latchkey']);
    expect([window().focused, window().minimized]).toEqual([true, false]);
  });

  it('has a tray, whose pictures are in the package, that says the vault is locked', async () => {
    await vi.waitFor(() => expect(FakeTray.shown).toBeDefined());
    const file = iconName({ locked: true, waits: false }, process.platform);
    expect(FakeTray.shown?.image.file).toBe(path.join(folder, 'build/tray', file));
    expect(FakeTray.shown?.menu?.rows).toContain(trayText.locked);
  });

  it('is small over other programs by its key, and whole again by the same', () => {
    const before = window().getNormalBounds();
    expect([pressAnywhere(QUICK_KEY), window().onTop]).toEqual([true, true]);
    expect(window().getNormalBounds()).toMatchObject(QUICK_SIZE);
    pressAnywhere(QUICK_KEY);
    expect([window().onTop, window().getNormalBounds()]).toEqual([false, before]);
    app.emit('second-instance', {}, ['latchkey', '--quick-access']);
    app.emit('second-instance', {}, ['latchkey', '--', 'latchkey:go/requests']);
    expect([window().onTop, window().focused, window().getNormalBounds()]).toEqual([false, true, before]);
  });

  it('is not taken for closed by a click on its icon in the Dock', () => {
    app.emit('activate');
    expect(window().visible).toBe(true);
    expect(control.exits).toEqual([]);
  });

  it('lets the engine finish before it quits', async () => {
    app.quit();
    expect(control.exits).toEqual([]);
    const contents = window().webContents;
    await vi.waitFor(() => expect(control.exits).toEqual([0]));
    expect(FakeUtilityProcess.all).toHaveLength(1);
    expect(contents.page?.frame.url).toBe('app://bundle/index.html');
    expect(() => window().webContents).toThrow('destroyed');
    expect([FakeTray.shown, pressAnywhere(QUICK_KEY)]).toEqual([undefined, false]);
  });
});
