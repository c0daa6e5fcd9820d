import { expect, it } from 'vitest';
import { control } from '../support/fake-electron/control.ts';
import { whenReady } from '../support/fake-electron/readiness.ts';
import { FakeBrowserWindow } from '../support/fake-electron/windows.ts';

it('a second app on the same profile opens nothing and quits', async () => {
  control.first = false;
  await import('../../main/shell/electron/main.ts');
  whenReady.now();
  await new Promise((done) => setTimeout(done, 50));
  expect(control.quits).toBe(1);
  expect(FakeBrowserWindow.all).toEqual([]);
});
