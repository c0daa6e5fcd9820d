import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import type * as Host from '../../main/shell/chromium/main.ts';
import { startBare } from './bare.ts';
import { memoryOfTree } from './memory.ts';

// One fresh process of the bench: our app in the Chromium host, or a Chromium with one word in it. As one line of JSON.

const SETTLE_MS = 1500;
const [contender = ''] = process.argv.slice(2);
// The parent's clock counts Node's own start; what is loaded for measuring alone is taken off again.
const before = Date.now();
const { SharedPipe: Pipe } = await import('../support/share-transport.ts');
const started = Number(process.env['BENCH_START'] ?? before) + (Date.now() - before);
const headless = (process.env['DISPLAY'] ?? '') === '';
const size = { width: 1180, height: 760 };

/** When the page first painted something, in ms since the contender's start. */
async function firstContent(page: Page, from: number): Promise<number> {
  const handle = await page.waitForFunction(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    return paint === undefined ? null : performance.timeOrigin + paint.startTime;
  });
  return Number(await handle.jsonValue()) - from;
}

/** When the lock screen, or the first question, stood there: the largest thing painted once there is something to press, in ms since the start. */
async function lockScreen(page: Page, from: number): Promise<number> {
  await page.locator('input:enabled, button:enabled').first().waitFor();
  const painted = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const observer = new PerformanceObserver((list) => {
          // Told in one go, oldest first, when the observer begins.
          const last = list.getEntries().at(-1);
          if (last !== undefined) done(performance.timeOrigin + last.startTime);
        });
        observer.observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  return painted - from;
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
  const page = await pipe.page();
  const ready = await lockScreen(page, started);
  const figures = { ready, ...(await settled(page, started)) };
  await app.close();
  await app.closed;
  return figures;
}

async function bare(folder: string): Promise<Readonly<Record<string, number>>> {
  const window = startBare(folder, size, new Pipe());
  const figures = await settled(await window.page(), window.from);
  await window.end();
  // This process stands for nobody here.
  const { node = 0, all = 0 } = figures;
  return { ...figures, node: 0, all: all - node };
}

const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-bench-window-'));
try {
  console.log(JSON.stringify(contender === 'bare' ? await bare(folder) : await ours(folder)));
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
process.exit(0);
