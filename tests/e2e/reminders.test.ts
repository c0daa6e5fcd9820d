import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, makeDesk, putVault, type RealApp, startApp } from '../support/real-app.ts';
import { addAccount, befriend, draftFor, lend, newWorld, WORLD_PASSWORD } from '../support/session-world.ts';
import { axeFindings } from './story/axe.ts';

const DAY = 86_400;
const clock = { now: Math.floor(Date.now() / 1000) - 20 * DAY };
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const NAMES = /Maren|Voss|Tomás|Reyes|Harbour|TikTok/;
const findings: string[] = [];
let desk: Desk;
let app: RealApp;
let page: Page;

/** A day of this computer's calendar, so many days from today. */
function day(offset: number): string {
  const at = new Date();
  return new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate() + offset)).toISOString().slice(0, 10);
}

async function unlock(): Promise<void> {
  await page
    .getByLabel(/passphrase/i)
    .first()
    .fill(WORLD_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
}

/** Locks, and gives all that the lock screen says. */
async function lockScreen(): Promise<string> {
  await page.keyboard.press('Control+l');
  await page
    .getByLabel(/passphrase/i)
    .first()
    .waitFor();
  // What it says of the digest is asked for after the field is there.
  await page.waitForTimeout(500);
  findings.push(...(await axeFindings(page)));
  return page.locator('body').innerText();
}

const bell = () => page.getByRole('button', { name: /^Reminders/ });

beforeAll(async () => {
  desk = await makeDesk();
  const { session: owner, file } = await newWorld('Maren Voss', clock);
  const contact = (await befriend(owner, (await newWorld('Tomás Reyes', clock)).session)).a;
  for (const [title, last] of [
    ['Harbour over', -2],
    ['Harbour one', 1],
    ['Harbour two', 1],
    ['Harbour three', 5],
  ] as const) {
    const account = await addAccount(owner, { title, password: `password of ${title}` });
    await lend(owner, draftFor(account, contact, day(last), { zone }));
  }
  await putVault(desk, file.bytes ?? new Uint8Array());
  app = await startApp(desk, path.resolve(import.meta.dirname, '../..'));
  ({ page } = app);
  page.setDefaultTimeout(30_000);
  await unlock();
}, 120_000);

afterAll(async () => {
  await app?.close();
  await desk.remove();
});

describe('what ends, in the real app', { timeout: 120_000 }, () => {
  it('is told by the bell, named on its page, and put off by a key', async () => {
    await page.getByRole('listbox').locator('.item b').first().waitFor();
    await expect.poll(() => bell().getAttribute('aria-label')).toMatch(/^Reminders, \d due$/);
    await bell().click();
    const lines = page.getByRole('region', { name: 'What you are reminded of' });
    await lines.getByText('Harbour over was lent to Tomás Reyes').waitFor();
    await lines.getByText('ends tomorrow').first().waitFor();
    findings.push(...(await axeFindings(page)));
    await page.getByRole('button', { name: 'Open: Harbour two is lent to Tomás Reyes' }).focus();
    await page.keyboard.press('s');
    await page.getByRole('menuitem', { name: /^In 3 days/ }).click();
    await page.getByRole('button', { name: 'Ask again now: Harbour two is lent to Tomás Reyes' }).waitFor();
    findings.push(...(await axeFindings(page)));
  });

  it('is said on the lock screen by a number and a day, without any name, and nowhere on disk', async () => {
    const text = await lockScreen();
    expect(text).toContain('1 thing is over, 1 ends tomorrow');
    expect(text).not.toMatch(NAMES);
    for (const name of ['vaults.json', 'settings.json'])
      expect(await readFile(path.join(desk.profile, name), 'utf8').catch(() => '')).not.toMatch(/ends|over/);
  });

  it('counts again what is asked again, and is not said once that was turned off', async () => {
    await unlock();
    await bell().click();
    await page.getByRole('button', { name: 'Ask again now: Harbour two is lent to Tomás Reyes' }).click();
    await page.getByRole('button', { name: 'Put off: Harbour two is lent to Tomás Reyes' }).waitFor();
    expect(await lockScreen()).toContain('1 thing is over, 2 end tomorrow');
    await unlock();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Locking' }).click();
    await page.getByRole('checkbox', { name: /how many things end/ }).click();
    const quiet = await lockScreen();
    expect(quiet).not.toMatch(/\d things? /);
    expect(quiet).toContain('studio');
  });

  it('shows no screen that axe finds fault with, in light or in dark', () => {
    expect(findings).toEqual([]);
  });
});
