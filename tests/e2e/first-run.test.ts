import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Canary, Finder, type Hits, tellHits } from '../support/needles.ts';
import { type Desk, makeDesk, type RealApp, startApp } from '../support/real-app.ts';
import { scanFolder } from './canary/disk.ts';
import { axeFindings } from './story/axe.ts';

const PASSPHRASE = 'copper tunnel hazard biology motion';
const findings: string[] = [];
/** What the window has shown of the sandbox; a page's own words, which its script holds, are no sign of it. */
const canaries: Canary[] = [
  { name: 'owner', texts: ['Maren Voss'] },
  { name: 'freelancer', texts: ['Tomás Reyes'] },
  { name: 'account', texts: ['Harbour Instagram'] },
  { name: 'username', texts: ['@harbour.bakery'] },
];
const began = Date.now();
let desk: Desk;
let app: RealApp;
let page: Page;

const bar = () => page.getByRole('region', { name: 'Sandbox' });
/** The panel that shows the other side. */
const beside = (name: string) => page.getByRole('complementary', { name: `${name}’s side` });

async function goTo(place: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('button', { name: new RegExp(`^${place}`) })
    .click();
}

async function reveal(): Promise<string> {
  await page.getByRole('button', { name: 'Reveal password', exact: true }).click();
  const shown = page.locator('.secret[translate="no"]').first();
  await shown.waitFor();
  return (await shown.innerText()).replace(/\s/g, '');
}

/** Everything that lies at the desk or was written beside it, looked through. */
async function onDisk(): Promise<string[]> {
  const hits: Hits = new Map();
  const finder = new Finder(canaries);
  const looked = await Promise.all([
    scanFolder(desk.folder, finder, hits),
    scanFolder('/dev/shm', finder, hits, began),
    scanFolder('/var/tmp', finder, hits, began),
  ]);
  const files = looked.reduce((sum, one) => sum + one.files, 0);
  console.log(`sandbox: ${canaries.length} canaries in ${finder.spellings} spellings, ${files} files`);
  return tellHits(hits);
}

/** Names of vault files, backups, anchors and lists of vaults anywhere at the desk. */
async function vaultFiles(): Promise<string[]> {
  const names = await readdir(desk.folder, { recursive: true });
  return names.filter((name) => /\.latchkey|vaults\.json|anchors?\b|backups?\b|rescues?\b/.test(path.basename(name)));
}

beforeAll(async () => {
  desk = await makeDesk();
  const runtimeFolder = path.join(desk.folder, 'run');
  await mkdir(runtimeFolder, { mode: 0o700 });
  app = await startApp(desk, path.resolve(import.meta.dirname, '../..'), { runtimeFolder });
  ({ page } = app);
  page.setDefaultTimeout(30_000);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await rm(desk.folder, { recursive: true, force: true });
});

describe('a first run', () => {
  it('tries both sides of a handoff in the sandbox, from lending to the end of the loan', { timeout: 120_000 }, async () => {
    await page.getByRole('heading', { name: 'What do you want to do with it?' }).waitFor();
    findings.push(...(await axeFindings(page)));
    await page.getByRole('button', { name: /^Try it/ }).click();
    await bar().getByText('You are Maren Voss, the owner.').waitFor();
    await beside('Tomás').getByText('Nothing waits.').waitFor();
    await page.getByRole('option', { name: /Harbour TikTok/ }).click();
    await page.getByRole('heading', { name: 'Harbour TikTok' }).first().waitFor();
    const password = await reveal();
    canaries.push({ name: 'password', texts: [password] });
    findings.push(...(await axeFindings(page)));

    await page.getByRole('button', { name: 'Hand off' }).click();
    await page.getByRole('button', { name: 'Choose a person', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('option', { name: /Tomás Reyes/ }).click();
    await dialog.getByRole('button', { name: 'Choose', exact: true }).click();
    await page.getByRole('button', { name: /^Seal/ }).click();
    await beside('Tomás').getByText('Handoff of Harbour TikTok').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Give it to Tomás' }).click();
    await bar().getByText('2 of 5 tried').waitFor();
    await beside('Tomás').getByRole('button', { name: 'Open it there' }).waitFor();
    expect(await beside('Tomás').innerText()).not.toContain(password);
    findings.push(...(await axeFindings(page)));
    await page.keyboard.press('F8');

    await bar().getByText('You are Tomás Reyes, the freelancer.').waitFor();
    await page.getByRole('button', { name: 'Take it up' }).click();
    await beside('Maren').getByText('Receipt for Harbour TikTok').waitFor();
    await beside('Maren').getByRole('button', { name: 'Give it to Maren' }).click();
    await bar().getByText('4 of 5 tried').waitFor();
    await goTo('Lent to me');
    await page.getByRole('option', { name: /Harbour TikTok/ }).click();
    await page.getByRole('heading', { name: 'Harbour TikTok' }).first().waitFor();
    expect(await reveal()).toBe(password);

    await beside('Maren').getByRole('button', { name: 'Go to Maren’s side' }).click();
    await bar().getByText('You are Maren Voss, the owner.').waitFor();
    await goTo('Ledger');
    await page.getByRole('row', { name: /Harbour TikTok/ }).click();
    findings.push(...(await axeFindings(page)));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'End now' }).click();
    await page.getByRole('button', { name: 'End it' }).click();
    await bar().getByText('5 of 5 tried').waitFor();
    await beside('Tomás').getByText('End of Harbour TikTok').waitFor();
    expect(await onDisk()).toEqual([]);
    expect(await vaultFiles()).toEqual([]);
  });

  it('ends it without a trace', { timeout: 60_000 }, async () => {
    await page.getByRole('button', { name: 'End the sandbox' }).click();
    page = await app.pipe.page();
    page.setDefaultTimeout(30_000);
    await page.getByRole('heading', { name: 'What do you want to do with it?' }).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/Maren|Tomás|Harbour/);
    expect(await onDisk()).toEqual([]);
    expect(await vaultFiles()).toEqual([]);
  });

  it('asks three things, shows the sheet, and ends with the first account', { timeout: 120_000 }, async () => {
    await page.getByRole('button', { name: /^Work in accounts of others/ }).click();
    await page.getByLabel('Vault name').fill('Kite Studio');
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
    await page.getByRole('textbox', { name: 'Once more' }).fill(PASSPHRASE);
    findings.push(...(await axeFindings(page)));
    await page.getByRole('button', { name: 'Make the vault' }).click();
    const words = page.locator('.sheet-words li');
    await words.first().waitFor();
    findings.push(...(await axeFindings(page)));
    const sheet = (await words.allInnerTexts()).map((word) => word.replace(/[^a-z]/g, ''));
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole('button', { name: 'Print' }).click();
    const paper = (await page.locator('.print-sheet').textContent()) ?? '';
    for (const word of sheet) expect(paper).toContain(word);
    expect(paper).toContain('Kite Studio');
    expect(paper).not.toContain(PASSPHRASE);
    for (const [index, word] of sheet.entries()) {
      const box = page.getByRole('textbox', { name: `word ${index + 1}`, exact: true });
      if ((await box.count()) > 0) await box.fill(word);
    }
    await page.getByRole('button', { name: 'Continue' }).click();
    // Nothing is lent yet: who works for others begins with the accounts too.
    await page.getByRole('heading', { name: 'Accounts', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Add an account' }).first().click();
    await page.getByRole('textbox', { name: 'Username' }).fill('@kite');
    await page.getByRole('textbox', { name: 'Password' }).fill('a password of mine');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('@kite').first().waitFor();
    expect(await vaultFiles()).not.toEqual([]);
    expect(findings).toEqual([]);
  });
});
