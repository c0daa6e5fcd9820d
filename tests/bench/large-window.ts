import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import type { Desk } from '../support/real-app.ts';
import { PASSWORD, latchkey } from './latchkey.ts';
import { makeLogins } from './logins.ts';
import { installProbe, progressTold } from './page-probe.ts';

/** A row of the list as it stands in the page. */
export interface ShownRow {
  /** From 0. */
  readonly index: number;
  /** Null while it is blank. */
  readonly title: string | null;
}

/** Puts a vault of so many invented logins on a desk, known to the app there: a copy of one made before, or a new one. */
export async function layVault(desk: Desk, count: number, made: string | null = null): Promise<void> {
  await mkdir(desk.documents, { recursive: true });
  await mkdir(desk.profile, { recursive: true, mode: 0o700 });
  const file = path.join(desk.documents, 'large.latchkey');
  if (made === null) await latchkey.make(file, makeLogins(count), true);
  else await copyFile(made, file);
  const known = [{ id: 'A'.repeat(22), path: file, lastOpened: null }];
  await writeFile(path.join(desk.profile, 'vaults.json'), JSON.stringify(known));
}

/** A window with a large vault, and a person's hands on it. */
export class LargeWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Unlocks; ms from the key to the first rows, and the parts of the opening that were told meanwhile. */
  async unlock(): Promise<{ readonly ms: number; readonly told: readonly number[] }> {
    const { page } = this;
    await installProbe(page);
    await page
      .getByLabel(/passphrase/i)
      .first()
      .fill(PASSWORD);
    const start = performance.now();
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').locator('.item b').first().waitFor();
    return { ms: performance.now() - start, told: await progressTold(page) };
  }

  /** Sorts by name, and waits for it. */
  async sortByName(first: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Sort by' }).click();
    await this.page.getByRole('option', { name: 'By name' }).click();
    await this.page.getByRole('listbox').getByText(first, { exact: true }).waitFor();
  }

  /** Turns the wheel over the list as fast as hands do. */
  async wheel(turns: number, by: number): Promise<void> {
    await this.#over();
    for (let i = 0; i < turns; i++) await this.page.mouse.wheel(0, by);
  }

  /** Moves the list from top to bottom as a dragged thumb does, a stretch with each frame; a browser without a screen draws no scrollbar. */
  async dragToEnd(): Promise<void> {
    await this.page.getByRole('listbox').evaluate(async (list) => {
      const steps = 120;
      for (let i = 0; i <= steps; i++) {
        list.scrollTop = (list.scrollHeight - list.clientHeight) * (i / steps);
        await new Promise((done) => requestAnimationFrame(done));
      }
    });
  }

  /** Types into the search field at a quick hand's pace. */
  async search(text: string): Promise<void> {
    await this.page.keyboard.press('Control+f');
    await this.page.keyboard.type(text, { delay: 60 });
  }

  /** The rows on screen, from the first to the last. */
  rows(): Promise<ShownRow[]> {
    return this.page.getByRole('listbox').evaluate((list) => {
      const { top, bottom } = list.getBoundingClientRect();
      return [...list.querySelectorAll('[role="option"]')]
        .filter((row) => {
          const box = row.getBoundingClientRect();
          return box.bottom > top && box.top < bottom;
        })
        .map((row) => ({
          index: Number(row.getAttribute('aria-posinset')) - 1,
          title: row.querySelector('b')?.textContent ?? null,
        }))
        .toSorted((a, b) => a.index - b.index);
    });
  }

  /** Waits until no row on screen is blank; ms that took. */
  async settle(): Promise<number> {
    const start = performance.now();
    for (;;) {
      const rows = await this.rows();
      if (rows.length > 0 && rows.every(({ title }) => title !== null)) return performance.now() - start;
      if (performance.now() - start > 20_000) throw new Error(`still blank: ${JSON.stringify(rows.slice(0, 3))}`);
      await this.page.waitForTimeout(10);
    }
  }

  async #box(): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await this.page.getByRole('listbox').boundingBox();
    if (box === null) throw new Error('no list');
    return box;
  }

  async #over(): Promise<void> {
    const { x, y, width, height } = await this.#box();
    await this.page.mouse.move(x + width / 2, y + height / 2);
  }
}
