import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Assets } from '../../main/shell/assets.ts';

let folder: string;
let assets: Assets;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latchkey-assets-'));
  await mkdir(path.join(folder, 'page/assets'), { recursive: true });
  await writeFile(path.join(folder, 'secret.html'), 'secret');
  await writeFile(path.join(folder, 'page/index.html'), '<p>page</p>');
  await writeFile(path.join(folder, 'page/assets/app-1a2b.js'), 'code');
  await writeFile(path.join(folder, 'page/assets/app-1a2b.js.map'), 'map');
  await symlink(path.join(folder, 'secret.html'), path.join(folder, 'page/link.html'));
  assets = await Assets.list(path.join(folder, 'page'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('reads the files of the page with their types', async () => {
  expect(await assets.read('/')).toEqual({ type: 'text/html; charset=utf-8', body: Buffer.from('<p>page</p>') });
  expect(await assets.read('/index.html')).toEqual(await assets.read('/'));
  expect((await assets.read('/assets/app-1a2b.js'))?.type).toBe('text/javascript; charset=utf-8');
});

it.each([
  '',
  '/missing.js',
  '/assets',
  '/assets/',
  '/../secret.html',
  '/assets/../../secret.html',
  '/%2e%2e/secret.html',
  '/..%2fsecret.html',
  '//secret.html',
  '/assets/..%5c..%5csecret.html',
  '/index.html\0',
  '/INDEX.HTML',
  '/link.html',
  '/assets/app-1a2b.js.map',
])('has nothing for %j', async (pathname) => {
  expect(await assets.read(pathname)).toBe(null);
});

it('refuses a folder without a page', async () => {
  await expect(Assets.list(path.join(folder, 'page/assets'))).rejects.toThrow('build it first');
});
