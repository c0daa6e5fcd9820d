import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { buildPreload } from '../support/built-preload.ts';
import { HOST_PAGE } from '../support/electron-driver.ts';
import { control } from '../support/fake-electron/control.ts';
import { whenReady } from '../support/fake-electron/readiness.ts';
import { FakeUtilityProcess } from '../support/fake-electron/utility.ts';
import { FakeBrowserWindow } from '../support/fake-electron/windows.ts';

it('an app that is not packaged has developer tools, and the clock it is given', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-unpackaged-'));
  const preload = await buildPreload();
  await cp(HOST_PAGE, path.join(folder, 'dist/renderer'), { recursive: true });
  await cp(preload.folder, path.join(folder, 'dist/preload'), { recursive: true });
  Object.assign(control, { appPath: folder, home: folder, packaged: false });
  control.given.set('clock-offset', '86400');
  const answers: string[] = [];
  FakeUtilityProcess.program = (parent) => {
    parent.on('message', ({ data }) => answers.push(String(data)));
    parent.postMessage(JSON.stringify({ id: 1, call: 'host.ready', params: {} }));
  };
  await import('../../main/shell/electron/main.ts');
  whenReady.now();
  await vi.waitFor(() => expect(answers.join()).toContain('"clockOffset":86400'), { timeout: 10_000 });
  const [window] = FakeBrowserWindow.all;
  expect(window?.options.webPreferences?.['devTools']).toBe(true);
  expect(window?.webContents.session.lets('devtools://devtools/bundled/devtools_app.html')).toBe(true);
  expect(window?.webContents.session.lets('https://example.com/')).toBe(false);
  await rm(folder, { recursive: true, force: true });
  await rm(preload.folder, { recursive: true, force: true });
});
