import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';

/** Where the pictures of the README's tour are kept; none are taken unless they are asked for. */
const FOLDER = process.env['TOUR'] === '1' ? path.resolve(import.meta.dirname, '../../../docs/tour') : null;

/** Keeps a picture of the tour, of the top of a window's page: when no message that comes and goes is there, and with no secret revealed. */
export async function tourPicture(page: Page, name: string, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  if (FOLDER === null) return;
  mkdirSync(FOLDER, { recursive: true });
  if ((await page.getByRole('button', { name: /^Conceal/ }).count()) > 0) throw new Error(`${name} would show a secret`);
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.mouse.move(600, 755);
  await page.locator('.toast').waitFor({ state: 'detached' });
  for (const part of await page.locator('main .scroll').all()) await part.evaluate((element) => element.scrollTo(0, 0));
  await page.waitForTimeout(300);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
