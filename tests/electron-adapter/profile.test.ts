import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { boot, prepare, takeProfile } from '../../main/shell/electron/boot.ts';
import { listenOutside } from '../../main/shell/electron/outside.ts';
import { control } from '../support/fake-electron/control.ts';
import { whenReady } from '../support/fake-electron/readiness.ts';

it('nobody but root runs the app without a sandbox', () => {
  control.given.set('no-sandbox', '');
  const user = vi.spyOn(process, 'getuid').mockReturnValue(1000);
  expect(prepare).toThrow('--no-sandbox');
  expect([control.sandboxed, control.schemes]).toEqual([false, []]);
  user.mockRestore();
  control.given.clear();
});

it('the profile is in Electron’s own folder unless one is named', () => {
  control.home = '/home/ana/.config';
  expect(takeProfile()).toBe('/home/ana/.config/userData/profile');
  expect(control.paths.size).toBe(0);
});

it('a switch without a folder opens no other profile instead', () => {
  control.given.set('profile', '');
  expect(takeProfile).toThrow('--profile=FOLDER');
  expect(control.paths.size).toBe(0);
});

it('a named profile is that folder, with Electron’s own things below it, and a lock of its own', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-profile-'));
  const named = path.relative(process.cwd(), path.join(folder, 'ana'));
  control.given.set('profile', named);
  control.first = false;
  await import('../../main/shell/electron/main.ts');
  expect(control.paths.get('userData')).toBe(path.join(folder, 'ana/electron'));
  expect(control.lockedIn).toEqual([path.join(folder, 'ana/electron')]);
  // The page is missing here; the folder is made before it is looked for.
  whenReady.now();
  control.appPath = folder;
  await expect(boot(path.join(folder, 'ana'), listenOutside([]))).rejects.toThrow();
  expect((await stat(path.join(folder, 'ana'))).mode & 0o777).toBe(0o700);
  expect(takeProfile).toThrow('before the app is ready');
  await rm(folder, { recursive: true, force: true });
});
