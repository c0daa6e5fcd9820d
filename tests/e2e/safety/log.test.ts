import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLooks } from './looks.ts';
import { makePlace, passwordOf, type Place, type SaveDialogStandIn, standInSaveDialog } from './place.ts';
import { SafetyWindow } from './window.ts';

/** More than two pages of entries. */
const SHOWN = 450;

describe('the log in its window', { timeout: 180_000 }, () => {
  const looks = startLooks();
  let place: Place;
  let dialog: SaveDialogStandIn;
  let window: SafetyWindow | null = null;

  beforeEach(async () => {
    place = await makePlace(['TikTok', 'Instagram'], { daysAgo: 2 });
    await place.elsewhere(async (engine) => {
      const { rows } = await engine.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 2 });
      const id = rows.find(({ title }) => title === 'TikTok')?.id ?? '';
      for (let i = 0; i < SHOWN; i++) await engine.ask('accounts.reveal', { id, field: 'password' });
    });
    dialog = await standInSaveDialog(place.desk.folder);
  });
  afterEach(async () => {
    await window?.close();
    window = null;
    dialog.restore();
    await place.desk.remove();
  });
  afterAll(() => {
    console.log(`axe: ${looks.screens} screens, light and dark, ${looks.findings.length} findings`);
    expect(looks.findings).toEqual([]);
  });

  it('is read to its first entry by keys, narrowed to an account, written out, and a changed copy of it is found out', async () => {
    window = await SafetyWindow.at(place.desk);
    const { page } = window;
    await window.settings('Vault health');
    await window.button('See the log').click();
    await page.getByText('every entry fits the one before').waitFor();
    await page.getByText('The vault was unlocked').first().waitFor();
    await looks.at(page, 'log-01-newest');
    await page.getByRole('region', { name: /^Entries of the log/ }).focus();
    await page.keyboard.press('End');
    await page.getByText('You made this vault').waitFor();
    await looks.at(page, 'log-02-first', 'like');

    await page.getByRole('combobox', { name: 'What' }).click();
    await page.getByRole('option', { name: 'The vault' }).click();
    await page.getByText('You made this vault').waitFor();
    await window.button('From: any day').click();
    await page.getByRole('gridcell', { name: /, today$/ }).waitFor();
    await looks.at(page, 'log-03-day');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^From: \w{3} \d/ }).waitFor();
    await looks.at(page, 'log-03-narrowed', 'like');
    await window.button('Show all').click();

    const file = path.join(place.desk.documents, 'log.json');
    await dialog.choose(file);
    await window.button('Export').click();
    await looks.at(page, 'log-04-export');
    await window.question.getByRole('button', { name: 'Export' }).click();
    await window.said(/is saved and signed/);
    expect(await dialog.suggested()).toBe('latchkey-log.json');
    const written = await readFile(file, 'utf8');
    expect(written).not.toContain(passwordOf('TikTok'));
    expect(written).not.toContain('TikTok');
    await page.getByText('You exported the log').waitFor();

    await window.answerOpenDialog(file);
    await window.button('Check a file').click();
    await window.question.getByText('It is signed with your own key.').waitFor();
    await looks.at(page, 'log-05-whole');
    await window.question.getByRole('button', { name: 'Close' }).click();

    const log = JSON.parse(written) as { records: { t: number }[] };
    const forged = log.records.map((record, at) => (at === 99 ? { ...record, t: record.t - 60 } : record));
    await writeFile(file, JSON.stringify({ ...log, records: forged }));
    await window.answerOpenDialog(file);
    await window.button('Check a file').click();
    await window.question.getByText(/^Entry 101 is the first that does not follow/).waitFor();
    await looks.at(page, 'log-06-changed');
    await window.question.getByRole('button', { name: 'Close' }).click();

    await window.goTo('Accounts');
    await page
      .getByRole('option', { name: /^TikTok/ })
      .first()
      .click();
    await looks.at(page, 'log-07-lately', 'like');
    await window.button('All of it, the log of TikTok').click();
    await page.getByText('You showed the password of TikTok').first().waitFor();
    expect(await page.getByText('The vault was unlocked').count()).toBe(0);
  });
});
