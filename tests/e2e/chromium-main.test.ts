import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type * as Main from '../../main/shell/chromium/main.ts';
import { bundleProgram } from '../support/bundle.ts';
import { ECHO_ENGINE, HOST_PAGE, makeTestFolder } from '../support/chromium-host.ts';
import { SharedPipe } from '../support/share-transport.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const size = { width: 900, height: 700 };
let folder: string;
let program: string;

// The program as it is built, with the test page and the echoing engine in the places of the real ones.
beforeAll(async () => {
  folder = await makeTestFolder();
  await cp(HOST_PAGE, path.join(folder, 'dist/renderer'), { recursive: true });
  await mkdir(path.join(folder, 'dist/main'));
  await copyFile(ECHO_ENGINE, path.join(folder, 'dist/main/engine.js'));
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ version: '1.2.3', type: 'module' }));
  program = await bundleProgram(path.join(ROOT, 'main/shell/chromium/main.ts'), path.join(folder, 'dist/main'), 'chromium.js');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(
  args: string[],
  env: NodeJS.ProcessEnv = {},
): { child: ChildProcess; ended: Promise<{ code: number | null; stderr: string }> } {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, XDG_RUNTIME_DIR: folder, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  return { child, ended: new Promise((done) => child.once('exit', (code) => done({ code, stderr }))) };
}

const profiles = async (): Promise<string[]> => (await readdir(folder)).filter((name) => name.startsWith('latchkey-chromium-'));

it('offers the app to a test that imports it, which may share its pipe', async () => {
  const { launch } = (await import(program)) as typeof Main;
  const pipe = new SharedPipe();
  const profile = path.join(folder, 'profile');
  const runtime = { runtimeFolder: folder, through: pipe.through };
  const { app, shell } = await launch({ headless: true, size, profile, documents: folder, clockOffset: 0, ...runtime });
  const page = await pipe.page();
  await page.evaluate(() => hostPage.bridge?.post('shell', '{"id":7,"call":"shell.info","params":{}}'));
  await vi.waitFor(async () => {
    const texts = await page.evaluate(() => hostPage.received.map(([, text]) => text));
    const answer = texts.map((text) => JSON.parse(text) as { id?: number; ok?: object }).find(({ id }) => id === 7);
    expect(answer?.ok).toMatchObject({
      host: 'chromium',
      version: '1.2.3',
      missing: expect.arrayContaining(['suspend_event', 'own_title_bar']),
    });
  });
  expect(shell.host).toBe('chromium');
  await app.close();
  await app.closed;
  expect(await profiles()).toEqual([]);
});

it('runs from the command line until it is told to end', async () => {
  const { child, ended } = run(['--headless', '--profile', path.join(folder, 'profile'), '--window-size', '800,600']);
  await vi.waitFor(async () => expect(await profiles()).toHaveLength(1), { timeout: 10_000 });
  await new Promise((done) => setTimeout(done, 1500));
  child.kill('SIGTERM');
  expect((await ended).code).toBe(143);
  expect(await profiles()).toEqual([]);
});

it('runs twice at once, for two vaults', async () => {
  const two = ['one', 'two'].map((name) => run(['--headless', '--profile', path.join(folder, name)]));
  await vi.waitFor(async () => expect(await profiles()).toHaveLength(2), { timeout: 10_000 });
  await new Promise((done) => setTimeout(done, 1500));
  for (const { child } of two) child.kill('SIGTERM');
  for (const { ended } of two) expect((await ended).code).toBe(143);
});

it('says what is wrong with its command line', async () => {
  const { code, stderr } = await run(['--port=1']).ended;
  expect(code).toBe(2);
  expect(stderr).toContain('--profile FOLDER');
});

it('says how to get a browser when there is none', async () => {
  const { code, stderr } = await run(['--headless'], { LATCHKEY_CHROMIUM: '/nowhere/chromium' }).ended;
  expect(code).toBe(1);
  expect(stderr).toBe('No Chromium found. Debian: apt-get install chromium, or name one in LATCHKEY_CHROMIUM.\n');
});

it('says what the browser complains of when it ends at once', async () => {
  const { code, stderr } = await run(['--headless'], { LATCHKEY_CHROMIUM: '/bin/false' }).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Chromium did not open its window: /);
  expect(await profiles()).toEqual([]);
});

// It takes the 25 seconds the host allows.
if (process.env['SLOW'] === '1') {
  it('gives up on a browser that does not answer', async () => {
    const silent = path.join(folder, 'silent');
    await writeFile(silent, '#!/bin/sh\nexec sleep 100\n', { mode: 0o755 });
    const { code, stderr } = await run(['--headless'], { LATCHKEY_CHROMIUM: silent }).ended;
    expect(code).toBe(1);
    expect(stderr).toBe('Chromium did not open its window: it did not answer.\n');
  });
}
