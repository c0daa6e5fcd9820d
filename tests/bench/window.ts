import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Readable, Writable } from 'node:stream';
import type { Page } from 'playwright';
import type * as Host from '../../main/shell/chromium/main.ts';
import { chromiumEnvironment, findChromium } from '../../main/shell/chromium/flags.ts';
import { nulPort } from '../../main/shell/chromium/pipe.ts';
import type { SharedPipe } from '../support/share-transport.ts';
import { memoryOfTree } from './memory.ts';

// One fresh process of the bench: our app in the Chromium host, or a Chromium with one word in it. As one line of JSON.

const SETTLE_MS = 1500;
const [contender = ''] = process.argv.slice(2);
// The parent's clock counts Node's own start; what is loaded for measuring alone is taken off again.
const before = Date.now();
const { SharedPipe: Pipe } = await import('../support/share-transport.ts');
const started = Number(process.env['BENCH_START'] ?? before) + (Date.now() - before);
const headless = (process.env['DISPLAY'] ?? '') === '';
const asked = process.env['LATCHKEY_CHROMIUM'];
const size = { width: 1180, height: 760 };

/** When the page first painted something, in ms since the contender's start. */
async function firstContent(page: Page, from: number): Promise<number> {
  const handle = await page.waitForFunction(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    return paint === undefined ? null : performance.timeOrigin + paint.startTime;
  });
  return Number(await handle.jsonValue()) - from;
}

async function settled(page: Page, from: number): Promise<Readonly<Record<string, number>>> {
  const content = await firstContent(page, from);
  await new Promise((done) => setTimeout(done, SETTLE_MS));
  return { content, ...memoryOfTree(process.pid) };
}

async function ours(folder: string): Promise<Readonly<Record<string, number>>> {
  const pipe = new Pipe();
  // The built host, as `npm start` runs it.
  const { launch } = (await import(pathToFileURL(path.resolve('dist/main/chromium.js')).href)) as typeof Host;
  const { app } = await launch({ profile: folder, documents: folder, clockOffset: 0, headless, size, through: pipe.through });
  const figures = await settled(await pipe.page(), started);
  await app.close();
  await app.closed;
  return figures;
}

async function bare(folder: string): Promise<Readonly<Record<string, number>>> {
  const file = findChromium(asked, existsSync);
  if (file === null) throw new Error('no Chromium');
  const flags = [
    '--remote-debugging-pipe',
    '--app=data:text/html,<p>Latchkey',
    `--user-data-dir=${folder}`,
    `--window-size=${size.width},${size.height}`,
    '--no-first-run',
    '--password-store=basic',
    ...(headless ? ['--headless'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const from = Date.now();
  const child = spawn(file, flags, {
    env: chromiumEnvironment(process.env),
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  const pipe = new Pipe();
  pipe.through(nulPort(child.stdio[4] as Readable, child.stdio[3] as Writable));
  const figures = await settled(await firstPage(pipe), from);
  child.kill();
  await ended;
  // This process stands for nobody here.
  const { node = 0, all = 0 } = figures;
  return { ...figures, node: 0, all: all - node };
}

async function firstPage(pipe: SharedPipe): Promise<Page> {
  for (;;) {
    const page = await pipe.page().catch(() => null);
    if (page !== null) return page;
    await new Promise((done) => setTimeout(done, 20));
  }
}

const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-bench-window-'));
try {
  console.log(JSON.stringify(contender === 'bare' ? await bare(folder) : await ours(folder)));
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
process.exit(0);
