import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chooseUse } from '../support/first-run.ts';
import { launchElectron, maySkipElectron } from '../support/launch-electron.ts';

const PASSPHRASE = 'copper tunnel hazard biology';

// Written without an Electron to run it in: where one is found, expect to mend these before the app.
describe.skipIf(maySkipElectron)('the first two screens in a real Electron', () => {
  let folder: string;
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'latchkey-screens-'));
  });
  beforeEach(async () => {
    ({ app, page } = await launchElectron(folder));
  });
  afterEach(() => app.close());
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('asks for a new vault at the first start, and makes it', async () => {
    await chooseUse(page);
    await page.getByLabel('Vault name').fill('Studio');
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
    await page.getByRole('textbox', { name: 'Once more' }).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Make the vault' }).click();
    await page.locator('.sheet-words li').first().waitFor({ timeout: 30_000 });
    expect(await page.locator('.sheet-words li').count()).toBeGreaterThan(11);
  });

  it('asks for the passphrase at the next start, and opens', async () => {
    const field = page.getByLabel(/passphrase/i).first();
    await field.fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').first().waitFor({ timeout: 30_000 });
    expect(await page.getByRole('navigation').count()).toBe(1);
  });

  it('has the bridge of two functions and one window', async () => {
    expect(await page.evaluate(() => Object.keys((window as unknown as { latchkey: object }).latchkey))).toEqual([
      'post',
      'onMessage',
    ]);
    expect(app.windows()).toHaveLength(1);
  });

  it('opens no window and goes nowhere', async () => {
    const before = page.url();
    await page.evaluate(() => {
      window.open('https://example.com/');
      location.href = 'https://example.com/';
    });
    await page.waitForTimeout(500);
    expect([page.url(), app.windows().length]).toEqual([before, 1]);
  });
});
