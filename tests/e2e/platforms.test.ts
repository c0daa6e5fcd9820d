import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePlatforms } from '../../shared/platforms/read-platforms.ts';
import type { Platform } from '../../shared/platforms/platform.ts';
import { freshShop } from '../shared/platforms/platform-sample.ts';
import { setScene } from './safety/scene.ts';
import { SafetyWindow } from './safety/window.ts';

describe('platforms from a file, in the real app', { timeout: 180_000 }, () => {
  const scene = setScene(['TikTok']);
  const { looks } = scene;

  const fileWith = async (name: string, text: string): Promise<string> => {
    const file = path.join(scene.place.desk.documents, name);
    await writeFile(file, text);
    return file;
  };

  it('are added after a look at what is in it, can be chosen and are led to, and stay over a lock', async () => {
    const own = { ...freshShop(), id: 'tiktok', name: 'TikTok anew', checked: '2026-01' } as unknown as Platform;
    const good = await fileWith('mine.json', writePlatforms([freshShop() as unknown as Platform, own]));
    const bad = await fileWith('bad.json', '{"latchkey":"platforms","version":1,"platforms":[{"id":"Shop!"}]}');
    const window = (scene.window = await SafetyWindow.at(scene.place.desk));
    const { page } = window;
    await window.settings('Platforms');
    await looks.at(page, 'platforms-01-none');

    await window.answerOpenDialog(bad);
    await window.button('Add from a file').click();
    await window.question.getByText('This file was not taken').waitFor();
    await looks.at(page, 'platforms-02-refused');
    await window.question.getByRole('button', { name: 'Close' }).click();
    await window.question.waitFor({ state: 'detached' });

    await window.answerOpenDialog(good);
    await window.button('Add from a file').click();
    await window.question.getByText('Add 2 platforms?').waitFor();
    await looks.at(page, 'platforms-03-dry-run');
    await window.question.getByRole('button', { name: 'Add', exact: true }).click();
    await window.said('2 platforms are added.');
    await window.button('Remove Corner Shop').waitFor();
    await looks.at(page, 'platforms-04-added');

    await window.goTo('Accounts');
    await window
      .button(/^(Add an account|New account)/)
      .first()
      .click();
    await page.getByRole('combobox', { name: 'Platform' }).click();
    await page.getByRole('option', { name: 'Corner Shop' }).click();
    await expect.poll(() => page.getByRole('textbox', { name: 'Sign-in address' }).inputValue()).toMatch(/corner-shop\.example/);
    await window.button('Save').click();
    await window.said('Corner Shop is saved');

    await window.lock();
    await window.unlock();
    await window.settings('Platforms');
    await window.button('Remove TikTok anew').click();
    await window.question.getByRole('button', { name: 'Remove', exact: true }).click();
    await window.said('TikTok anew is removed.');
    await window.button('Remove TikTok anew').waitFor({ state: 'detached' });
    await window.button('Remove Corner Shop').waitFor();
  });

  it('are corrected for one account in a run, where the note is shown and led to', async () => {
    await scene.place.elsewhere(async (engine) => {
      const { rows } = await engine.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 1 });
      const { pending } = await engine.ask('factors.read', { text: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' });
      await engine.ask('factors.confirm', { account: rows[0]?.id ?? '', pending, typed: null });
    });
    const window = (scene.window = await SafetyWindow.at(scene.place.desk));
    const { page } = window;
    await window.goTo('Runs');
    await window.button('Start a run').first().click();
    await page.getByRole('combobox', { name: 'What it is about' }).click();
    await page.getByRole('option', { name: 'Before a handoff' }).click();
    await window.question.getByRole('button', { name: 'Start', exact: true }).click();
    await window.button('Not right? Note where it is').click();
    await window.question.getByRole('textbox', { name: 'Menu words' }).fill('Menu > Safety > Second step');
    await window.question.getByRole('textbox', { name: 'Page' }).fill('https://safe.example/second');
    await looks.at(page, 'platforms-05-own-step');
    await window.button('Save the note').click();
    await page.getByText('Noted by you.').waitFor();
    await page.getByText('Second step', { exact: true }).waitFor();
    await window.button(/^Open safe\.example/).waitFor();
    await looks.at(page, 'platforms-06-noted');

    await window.goTo('Accounts');
    await page.getByRole('option', { name: /TikTok/ }).click();
    await page.getByText('Where its settings are').waitFor();
    const outside = page.getByRole('checkbox', { name: 'The key was also given to someone outside Latchkey' });
    await outside.click({ force: true });
    await expect.poll(() => outside.isChecked()).toBe(true);
    await looks.at(page, 'platforms-07-outside');
  });
});
