import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LargeWindow, layVault } from '../bench/large-window.ts';
import { FOUND, makeLogins, NEEDLE } from '../bench/logins.ts';
import { memoryOfTree } from '../bench/memory.ts';
import { heapBytes, type Smoothness, smoothness } from '../bench/page-probe.ts';
import { type Desk, makeDesk, type RealApp, startApp } from '../support/real-app.ts';

/** Fifty thousand take half a minute to make. */
const COUNT = process.env['SLOW'] === '1' ? 50_000 : 20_000;
const { compare } = new Intl.Collator();
const titles = makeLogins(COUNT)
  .map(({ title }) => title)
  .toSorted(compare);

let desk: Desk;
let app: RealApp;
let window: LargeWindow;

beforeAll(async () => {
  desk = await makeDesk();
  await layVault(desk, COUNT);
  app = await startApp(desk, path.resolve(import.meta.dirname, '../..'));
  app.page.setDefaultTimeout(30_000);
  await app.page.getByRole('main').first().waitFor();
  window = new LargeWindow(app.page);
}, 180_000);

afterAll(async () => {
  await app?.close();
  await desk.remove();
});

function tell(what: string, { frames, usual, slowest, longTasks, longest, input, lists }: Smoothness, more = ''): void {
  console.log(
    `${what}: ${frames} frames, ${usual} ms apart, slowest ${slowest}; ${longTasks} long tasks, longest ${longest}; input ${input}; ${lists} lists${more}`,
  );
}

/** Every row on screen is the account that belongs there. */
async function expectRightRows(): Promise<number> {
  const rows = await window.rows();
  expect(rows.map(({ title }) => title)).toEqual(rows.map(({ index }) => titles[index]));
  return rows.at(-1)?.index ?? -1;
}

describe(`a vault of ${COUNT} accounts in a real window`, () => {
  it('tells of its opening and shows its first rows', async () => {
    const { ms, told } = await window.unlock();
    console.log(`first rows after ${Math.round(ms)} ms; told ${told.length} times: ${told.join(' ')}`);
    expect(told.length).toBeGreaterThan(1);
    await window.sortByName(titles[0] ?? '');
    await window.settle();
    await expectRightRows();
    await memory('after opening');
  });

  it('fills every row after the wheel was turned fast', async () => {
    tell(
      'wheel',
      await smoothness(app.page, () => window.wheel(120, 1500)),
      `; settled in ${Math.round(await window.settle())} ms`,
    );
    expect(await expectRightRows()).toBeGreaterThan(1000);
  });

  it('keeps the keyboard at the chosen account while the wheel is elsewhere', async () => {
    const list = app.page.getByRole('listbox');
    await list.evaluate((element) => element.scrollTo(0, 0));
    await list.locator('[aria-selected="true"]').click();
    await window.wheel(20, 1500);
    await window.settle();
    await app.page.keyboard.press('ArrowDown');
    await app.page.getByRole('heading', { name: titles[1] ?? '', exact: true }).waitFor();
    await app.page.keyboard.press('Home');
    await app.page.getByRole('heading', { name: titles[0] ?? '', exact: true }).waitFor();
    expect(await window.rows()).toContainEqual({ index: 0, title: titles[0] });
  });

  it('reaches the last account by the scrollbar', async () => {
    tell('scrollbar', await smoothness(app.page, () => window.dragToEnd()), `; settled in ${Math.round(await window.settle())} ms`);
    expect(await expectRightRows()).toBe(COUNT - 1);
    await memory('after scrolling to the end');
  });

  it('finds while letters are typed, wherever the list was', async () => {
    let ms = 0;
    const cost = await smoothness(app.page, async () => {
      await window.search(NEEDLE);
      const typed = performance.now();
      await app.page.getByText(`${FOUND} found`).waitFor();
      ms = performance.now() - typed;
      await window.settle();
    });
    tell('search', cost, `; found ${Math.round(ms)} ms after the last letter`);
    expect(await window.rows()).toHaveLength(FOUND);
    const cleared = await smoothness(app.page, async () => {
      await app.page.keyboard.press('Escape');
      await app.page.getByText(`${COUNT} accounts`).waitFor();
      await window.settle();
    });
    tell('search cleared', cleared);
    await expectRightRows();
  });

  it('goes to the last account and back to the first by End and Home', async () => {
    const list = app.page.getByRole('listbox');
    await list.locator('[aria-selected="true"]').click();
    const cost = await smoothness(app.page, async () => {
      await app.page.keyboard.press('End');
      await app.page.getByRole('heading', { name: titles.at(-1) ?? '', exact: true }).waitFor();
      await app.page.keyboard.press('Home');
      await app.page.getByRole('heading', { name: titles[0] ?? '', exact: true }).waitFor();
    });
    tell('End and Home', cost);
    await window.settle();
    await expectRightRows();
  });

  it('shows the account the arrows come to', async () => {
    await app.page.getByRole('listbox').locator('[aria-selected="true"]').click();
    const cost = await smoothness(app.page, async () => {
      for (let i = 0; i < 30; i++) await app.page.keyboard.press('ArrowDown', { delay: 20 });
      await app.page.getByRole('heading', { name: titles[30] ?? '', exact: true }).waitFor();
    });
    tell('arrows', cost);
    await expect
      .poll(() => app.page.getByRole('listbox').locator('[aria-selected="true"]').getAttribute('aria-posinset'))
      .toBe('31');
    await memory('at the end');
  });
});

async function memory(when: string): Promise<void> {
  const heap = (await heapBytes(app.page)) / 2 ** 20;
  const { renderer = 0 } = memoryOfTree(process.pid);
  console.log(`${when}: page heap ${heap.toFixed(1)} MiB, page process ${renderer.toFixed(0)} MiB (PSS)`);
}
