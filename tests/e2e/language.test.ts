import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import path from 'node:path';
import type { Page } from 'playwright';
import { type Desk, makeDesk, putVault, type RealApp, startApp } from '../support/real-app.ts';
import { addAccount, befriend, draftFor, lend, newWorld, WORLD_PASSWORD } from '../support/session-world.ts';
import { startLooks } from './safety/looks.ts';

const DAY = 86_400;
const clock = { now: Math.floor(Date.now() / 1000) - 3 * DAY };
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const looks = startLooks();
let desk: Desk;
let app: RealApp;
let page: Page;

const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });

async function go(place: string, title = place): Promise<void> {
  await page.setViewportSize({ width: 1180, height: 760 });
  await page.getByRole('navigation', { name: 'Bereiche' }).getByText(place, { exact: true }).click();
  await heading(title).waitFor();
}

beforeAll(async () => {
  desk = await makeDesk();
  const { session: owner, file } = await newWorld('Maren Voss', clock);
  const contact = (await befriend(owner, (await newWorld('Tomás Reyes', clock)).session)).a;
  const account = await addAccount(owner, { title: 'Harbour Bakery', password: 'salt and flour' });
  const lastDay = new Date((clock.now + 9 * DAY) * 1000).toISOString().slice(0, 10);
  await lend(owner, draftFor(account, contact, lastDay, { zone }));
  await putVault(desk, file.bytes ?? new Uint8Array());
  app = await startApp(desk, path.resolve(import.meta.dirname, '../..'));
  page = app.page;
  page.setDefaultTimeout(20_000);
  await page.getByLabel('Passphrase').first().fill(WORLD_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
});

afterAll(async () => {
  await app?.close();
  await desk?.remove();
});

describe('a person who reads German', () => {
  it('chooses it in the settings, and everything is said in it at once', async () => {
    await page.keyboard.press('Control+,');
    await page.getByRole('navigation', { name: 'Pages of the settings' }).getByText('General').click();
    await looks.at(page, 'general-en');
    await page.getByRole('combobox', { name: 'Language' }).click();
    await page.getByRole('option', { name: 'Deutsch' }).click();
    await heading('Einstellungen').waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('de');
    await looks.at(page, 'general');
    for (const name of ['Aussehen', 'Sperren', 'Tasten']) {
      await page.getByRole('navigation', { name: 'Seiten der Einstellungen' }).getByText(name, { exact: true }).click();
      await looks.at(page, `settings-${name.toLowerCase()}`);
    }
  });

  it('finds places, loans and dates in German', async () => {
    await go('Konten');
    await looks.at(page, 'accounts');
    await go('Leihbuch');
    await expect
      .poll(() => page.getByRole('row').filter({ hasText: 'Tomás Reyes' }).innerText())
      .toMatch(/zurück (Mo|Di|Mi|Do|Fr|Sa|So) \d+\. [A-Z]/);
    await looks.at(page, 'ledger');
    await go('Personen');
    await looks.at(page, 'people', 'like');
  });

  it('sends sealed texts with a German sentence above, which the process of the vault puts together', async () => {
    await go('Leihbuch');
    await page.getByRole('row').filter({ hasText: 'Tomás Reyes' }).getByText('Harbour Bakery').click();
    await page.getByRole('button', { name: 'Jetzt beenden' }).click();
    await page.getByRole('button', { name: 'Beenden', exact: true }).click();
    await page.getByRole('heading', { name: 'Beendet für Tomás' }).waitFor();
    const text = await page.locator('body').innerText();
    expect(text).toContain('Von Maren Voss, für Tomás Reyes: das Ende von');
    expect(text).toContain('Nur Tomás kann das öffnen.');
    await looks.at(page, 'ended');
  });

  it('meets a lock screen in German, with nothing of English on it', async () => {
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: 'Entsperren' }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('de');
    expect(await page.locator('body').innerText()).not.toMatch(/\b(the|vault|passphrase is|locked)\b/);
    await looks.at(page, 'locked');
  });

  it('meets nothing that axe complains of', () => {
    expect(looks.findings).toEqual([]);
    expect(looks.screens).toBeGreaterThanOrEqual(8);
  });
});
