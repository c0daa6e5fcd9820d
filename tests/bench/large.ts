import { existsSync } from 'node:fs';
import path from 'node:path';
import { makeDesk, startApp } from '../support/real-app.ts';
import { LargeWindow, layVault } from './large-window.ts';
import { FOUND, makeLogins, NEEDLE } from './logins.ts';
import { memoryOfTree } from './memory.ts';
import { heapBytes, type Smoothness, slowestAnswer, smoothness } from './page-probe.ts';

// One fresh process of the bench: a person with a large vault in a real window. As one line of JSON, times in ms, sizes in MiB.

/** Long enough for the first look at what the file needs, which makes the day's backup. */
const BACKGROUND_MS = 20_000;
const MiB = 1 << 20;
const [count = '50000', made = ''] = process.argv.slice(2);
const logins = Number(count);
const titles = makeLogins(logins)
  .map(({ title }) => title)
  .toSorted(new Intl.Collator().compare);

const desk = await makeDesk();
await layVault(desk, logins, existsSync(made) ? made : null);
const app = await startApp(desk, path.resolve('.'));
const { page } = app;
const figures: Record<string, number> = {};

/** Three figures of how the page kept up, under a name, and when the list was whole again. */
async function keep(name: string, act: () => Promise<unknown>): Promise<Smoothness> {
  const kept = await smoothness(page, act);
  Object.assign(figures, { [`${name}Frame`]: kept.slowest, [`${name}Task`]: kept.longest, [`${name}Input`]: kept.input });
  return kept;
}

try {
  await page.getByRole('main').first().waitFor();
  const window = new LargeWindow(page);
  const { ms, told } = await window.unlock();
  Object.assign(figures, { open: ms, told: told.length, heap: (await heapBytes(page)) / MiB });
  await window.sortByName(titles[0] ?? '');
  await keep('wheel', () => window.wheel(120, 1500));
  figures['wheelSettled'] = await window.settle();
  figures['thumbLists'] = (await keep('thumb', () => window.dragToEnd())).lists;
  figures['thumbSettled'] = await window.settle();
  if ((await window.rows()).at(-1)?.title !== titles.at(-1)) throw new Error('the last account is not at the end');
  await keep('search', async () => {
    await window.search(NEEDLE);
    const typed = performance.now();
    await page.getByText(`${FOUND} found`).waitFor();
    figures['found'] = performance.now() - typed;
  });
  await page.keyboard.press('Escape');
  await page.getByText(`${logins} accounts`).waitFor();
  await window.settle();
  await page.getByRole('listbox').locator('[aria-selected="true"]').click();
  await keep('arrows', async () => {
    for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowDown', { delay: 20 });
    await page.getByRole('heading', { name: titles[30] ?? '', exact: true }).waitFor();
  });
  figures['answer'] = await slowestAnswer(page, BACKGROUND_MS);
  figures['heapAfter'] = (await heapBytes(page)) / MiB;
  const { renderer = 0 } = memoryOfTree(process.pid);
  figures['renderer'] = renderer;
  console.log(JSON.stringify(figures));
} finally {
  await app.close();
  await desk.remove();
}
process.exit(0);
