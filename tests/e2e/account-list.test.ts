import { describe, expect, it } from 'vitest';
import { setScene } from './safety/scene.ts';
import { SafetyWindow } from './safety/window.ts';

const TITLES = ['Etsy', 'Instagram', 'Mailchimp', 'Shopify', 'TikTok', 'YouTube'];

describe('the list of accounts, in the real app', { timeout: 120_000 }, () => {
  const scene = setScene(TITLES);
  const { looks } = scene;

  it('is chosen from, tagged, filtered, thrown away, brought back and put in order by keys alone', async () => {
    const window = (scene.window = await SafetyWindow.at(scene.place.desk));
    const { page } = window;
    const rows = page.getByRole('listbox', { name: 'Accounts' }).getByRole('option');
    const titles = (): Promise<string[]> => rows.locator('b').allInnerTexts();
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const isFocused = (title: string): Promise<void> => page.locator('[role="option"]:focus', { hasText: title }).waitFor();
    await rows.first().focus();
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    await page.getByText('3 chosen').waitFor();
    await looks.at(page, 'list-01-chosen');
    await page.getByRole('toolbar').getByRole('button', { name: 'Tags' }).focus();
    await press('Enter', 'ArrowDown');
    await page.getByRole('menuitem', { name: /^Add a tag/ }).press('Enter');
    await page.getByRole('textbox', { name: 'Tag' }).fill('spring');
    await press('Enter');
    await window.said('3 accounts tagged “spring”');
    await window.question.waitFor({ state: 'detached' });

    await press('Escape');
    await isFocused('Mailchimp');
    await window.button('Filter').focus();
    await press('Enter');
    const tag = page.getByRole('menuitemcheckbox', { name: /spring/ });
    await tag.press('Enter');
    await press('Escape');
    await tag.waitFor({ state: 'detached' });
    await expect.poll(titles).toEqual(TITLES.slice(0, 3));

    await rows.first().focus();
    await looks.at(page, 'list-02-filtered');
    await press('Control+a');
    await page.getByText('3 chosen').waitFor();
    await page.getByRole('toolbar').getByRole('button', { name: 'Put in the trash' }).press('Enter');
    await window.said('3 accounts in the trash');
    await page.getByText(/^No account here fits: tag spring/).waitFor();
    await press('Control+z');
    await window.said('Taken back.');
    await expect.poll(titles).toEqual(TITLES.slice(0, 3));
    await window.button('Take away the filter “Tag spring”').press('Enter');
    await expect.poll(titles).toEqual(TITLES);

    for (const title of ['TikTok', 'YouTube']) {
      await rows.filter({ hasText: title }).click();
      await page.getByRole('heading', { name: title, exact: true }).waitFor();
      await window.button('More actions').press('Enter');
      await page.getByRole('menuitem', { name: 'Pin to the top' }).press('Enter');
      await window.said(`${title} is pinned to the top`);
    }
    await expect.poll(titles).toEqual(['TikTok', 'YouTube', ...TITLES.slice(0, 4)]);
    await rows.filter({ hasText: 'YouTube' }).focus();
    await isFocused('YouTube');
    await press('Alt+ArrowUp');
    await expect.poll(titles).toEqual(['YouTube', 'TikTok', ...TITLES.slice(0, 4)]);
    await page.getByText('YouTube is now number 1 of 2').waitFor({ state: 'attached' });
    await looks.at(page, 'list-03-pinned');

    await rows.filter({ hasText: 'Etsy' }).click();
    await rows.filter({ hasText: 'Etsy' }).press(' ');
    await page.getByRole('toolbar').getByRole('button', { name: 'Put in the trash' }).press('Enter');
    await window.said('1 account in the trash');
    await window.button('Other lists').press('Enter');
    await page.getByRole('menuitem', { name: /^Trash/ }).press('Enter');
    await rows.filter({ hasText: 'Etsy' }).waitFor();
    await page.getByText(/^It leaves the vault for good on/).waitFor();
    // Away from the button, whose name floats beside it.
    await rows.first().focus();
    await looks.at(page, 'list-04-trash');
    await window.button('Delete for good').press('Enter');
    await window.question.getByText('Delete Etsy for good?').waitFor();
    await looks.at(page, 'list-05-for-good');
    await window.question.getByRole('button', { name: 'Delete for good' }).press('Enter');
    await page.getByText('The trash is empty.').waitFor();

    await window.lock();
    await window.unlock();
    await expect.poll(titles).toEqual(['YouTube', 'TikTok', 'Instagram', 'Mailchimp', 'Shopify']);
    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: 'Find an account' }).fill('instagarm');
    await page.getByText('Nothing is written like that. These come close.').waitFor();
    await expect.poll(titles).toEqual(['Instagram']);
  });
});
