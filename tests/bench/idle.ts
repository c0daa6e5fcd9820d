import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { makeDesk, startApp } from '../support/real-app.ts';
import { SharedPipe } from '../support/share-transport.ts';
import { startBare } from './bare.ts';
import { LargeWindow, layVault } from './large-window.ts';
import { cpuOfTree } from './memory.ts';

// One fresh process of the bench: what a window costs while nobody does anything, in seconds of processor time a minute. As one line of JSON.

const SECONDS = Number(process.env['BENCH_IDLE'] ?? 20);
/** Until what the start and a change of view set going has come to rest: the day's backup comes after 15 s. */
const SETTLE_MS = 5000;
const BACKUP_MS = 20_000;
const LOGINS = 10_000;
const CODES = 12;
/** High enough for so many codes in the palette. */
const HIGH = { width: 1180, height: 860 };
const [contender = ''] = process.argv.slice(2);
const figures: Record<string, number> = {};
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Processor time a minute by kind of process while something goes on. */
async function cost(name: string, act: () => Promise<unknown> = () => wait(SECONDS * 1000)): Promise<void> {
  const before = cpuOfTree(process.pid);
  const start = performance.now();
  await act();
  const minutes = (performance.now() - start) / 60_000;
  const after = cpuOfTree(process.pid);
  for (const [kind, cpu] of Object.entries(after)) figures[`${name}.${kind}`] = (cpu - (before[kind] ?? 0)) / minutes;
}

/** Turns the wheel over the list without a pause, as fast as a screen draws. */
async function scroll(page: Page): Promise<void> {
  const end = performance.now() + SECONDS * 1000;
  for (let down = true; performance.now() < end; down = !down)
    for (let i = 0; i < 60 && performance.now() < end; i++) {
      await page.mouse.wheel(0, down ? 400 : -400);
      await wait(16);
    }
}

async function bare(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-bench-idle-'));
  const window = startBare(folder, HIGH, new SharedPipe());
  await window.page();
  await wait(SETTLE_MS);
  await cost('list');
  await window.end();
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Opens the palette, and waits until the codes in it are there. */
async function showCodes(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page
    .locator('.palette .code-short')
    .nth(CODES - 1)
    .waitFor();
  await wait(SETTLE_MS);
}

/** How many codes of the palette can be seen without scrolling. */
function codesInSight(page: Page): Promise<number> {
  return page.locator('.palette-list').evaluate((list) => {
    const { top, bottom } = list.getBoundingClientRect();
    const boxes = [...list.querySelectorAll('.code-short')].map((code) => code.getBoundingClientRect());
    return boxes.filter((box) => box.height > 0 && box.top >= top && box.bottom <= bottom).length;
  });
}

/** Opens the app on a vault of so many logins and does something in its window, first while it is locked. */
async function inWindow(logins: number, locked: () => Promise<void>, act: (page: Page) => Promise<void>): Promise<void> {
  const desk = await makeDesk();
  await layVault(desk, logins);
  const app = await startApp(desk, path.resolve('.'), { size: HIGH });
  const { page } = app;
  try {
    await page
      .getByLabel(/passphrase/i)
      .first()
      .waitFor();
    await locked();
    await new LargeWindow(page).unlock();
    await wait(BACKUP_MS);
    await act(page);
  } finally {
    await app.close();
    await desk.remove();
  }
}

async function locked(): Promise<void> {
  await wait(SETTLE_MS);
  await cost('locked');
}

async function large(page: Page): Promise<void> {
  await cost('list');
  await showCodes(page);
  await cost('codes');
  await page.keyboard.press('Escape');
  const box = await page.getByRole('listbox').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 200);
  await cost('scroll', () => scroll(page));
}

async function twelve(page: Page): Promise<void> {
  await showCodes(page);
  figures['shown'] = await codesInSight(page);
  await cost('twelve');
}

async function ours(): Promise<void> {
  await inWindow(CODES, async () => undefined, twelve);
  await inWindow(LOGINS, locked, large);
}

await (contender === 'bare' ? bare() : ours());
console.log(JSON.stringify(figures));
process.exit(0);
