import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { blankForm } from '../support/session-world.ts';
import { onDisk } from './safety/on-disk.ts';
import { damage, FRESH, makePlace, PASSWORD, passwordOf, saveAccount } from './safety/place.ts';
import { setScene } from './safety/scene.ts';
import { SafetyWindow } from './safety/window.ts';

describe('a look into another file of the vault', { timeout: 180_000 }, () => {
  const scene = setScene(['TikTok', 'Instagram', 'Etsy']);
  const { looks } = scene;

  /** Opens the window at the backups. */
  async function atBackups(password = PASSWORD): Promise<SafetyWindow> {
    scene.window = await SafetyWindow.at(scene.place.desk, { password });
    await scene.window.settings('Backups');
    return scene.window;
  }

  /** Chooses a file in the browser's own dialog. */
  async function choose(at: SafetyWindow, file: string): Promise<void> {
    const asked = at.page.waitForEvent('filechooser');
    await at.button('Choose the file').click();
    await (await asked).setFiles(file);
  }

  it('a backup: what only it has, or has otherwise, comes in as new accounts beside what is here', async () => {
    await scene.place.elsewhere(async (engine) => {
      await engine.ask('backups.make', {});
      const { rows } = await engine.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 9 });
      const id = rows.find(({ title }) => title === 'TikTok')?.id ?? '';
      await engine.ask('accounts.save', {
        ...blankForm,
        id,
        title: 'TikTok',
        username: '@harbourbakery',
        password: 'changed since',
      });
      await saveAccount(engine, 'Later');
    });
    const at = await atBackups();
    await looks.at(at.page, 'copies-01-backups');
    await at
      .button(/^Look inside the backup of/)
      .first()
      .click();
    await at.page.getByRole('heading', { name: /^Backup of / }).waitFor();
    await at.page.getByText('password and old passwords differ').waitFor();
    await looks.at(at.page, 'copies-02-differs');
    await at.page.getByRole('radio', { name: /^All/ }).check({ force: true });
    await at.page.getByText('Instagram').waitFor();
    await at.page.getByRole('checkbox', { name: 'Bring in TikTok' }).check({ force: true });
    await looks.at(at.page, 'copies-03-ticked');
    await at.button('Bring in as new accounts').click();
    await at.said('1 account brought in.');
    await at.page.getByText('Brought in', { exact: true }).waitFor();
    await looks.at(at.page, 'copies-04-brought-in');
    await at.button('Back').click();
    const brought = async (): Promise<string[]> => (await at.titles()).filter((title) => title.startsWith('TikTok'));
    await expect
      .poll(async () => (await brought()).toSorted())
      .toEqual(['TikTok', expect.stringMatching(/^TikTok \(from backup of \d+ \w+\)$/)]);
    const { class: read, accounts } = await onDisk(scene.place.file, PASSWORD);
    expect(read).toBe('clean');
    expect(Object.values(accounts).toSorted()).toEqual(
      ['changed since', ...['TikTok', 'Instagram', 'Etsy', 'Later'].map(passwordOf)].toSorted(),
    );
  });

  it('a backup from before the vault key was renewed: it opens with the passphrase of then', async () => {
    await scene.place.elsewhere(async (engine) => {
      await engine.ask('backups.make', {});
      await engine.ask('vault.changePassword', { old: PASSWORD, fresh: FRESH, cost: 'low' });
      await engine.ask('vault.rotateKey', { password: FRESH });
    });
    const at = await atBackups(FRESH);
    await at
      .button(/^Look inside the backup of/)
      .first()
      .click();
    await at.question.waitFor();
    await looks.at(at.page, 'copies-05-locked');
    await at.confirm('Open the copy', FRESH);
    await at.question.getByText('That passphrase does not open this backup.').waitFor();
    await at.confirm('Open the copy', PASSWORD);
    await at.page.getByRole('radio', { name: 'The same 3' }).waitFor();
    await looks.at(at.page, 'copies-06-same');
    await expect.poll(() => at.page.locator('.copy-line b').allInnerTexts()).toEqual(['Etsy', 'Instagram', 'TikTok']);
  });

  it('the other copy of a fork: chosen in the dialog, brought in by going on with this one, and left as it is', async () => {
    const putBack = await scene.place.setAside();
    await scene.place.elsewhere((engine) => saveAccount(engine, 'Here'));
    const beside = path.join(scene.place.desk.documents, 'studio-voss (conflicted copy).latchkey');
    await copyFile(scene.place.file, beside);
    await putBack();
    const profile = path.join(scene.place.desk.folder, 'other-computer');
    await scene.place.elsewhere(
      async (engine) => {
        for (const title of ['There', 'There too', 'There at last']) await saveAccount(engine, title);
      },
      { profile },
    );
    const before = await readFile(beside);
    scene.window = await SafetyWindow.at(scene.place.desk);
    await scene.window.alert.filter({ hasText: 'Two copies of this vault were changed apart' }).waitFor();
    await looks.at(scene.window.page, 'copies-07-fork');
    await scene.window.button('Bring in records from the other copy').click();
    await scene.window.page.getByRole('heading', { name: 'Choose the other copy' }).waitFor();
    await looks.at(scene.window.page, 'copies-08-choose');
    await choose(scene.window, beside);
    await scene.window.page.getByRole('checkbox', { name: 'Bring in Here' }).check({ force: true });
    await looks.at(scene.window.page, 'copies-09-fork-ticked');
    await scene.window.button('Bring in as new accounts').click();
    await scene.window.question.waitFor();
    await looks.at(scene.window.page, 'copies-10-question');
    await scene.window.question.getByRole('button', { name: 'Go on and bring them in' }).click();
    await scene.window.said('1 account brought in.');
    await scene.window.alert.waitFor({ state: 'detached' });
    await scene.window.lock();
    await scene.window.unlock();
    await expect
      .poll(async () => (await scene.window?.titles())?.filter((title) => title.includes('Here')))
      .toEqual([expect.stringMatching(/^Here \(from other copy of \d+ \w+\)$/)]);
    expect(await scene.window.alert.count()).toBe(0);
    expect(Object.keys((await onDisk(scene.place.file, PASSWORD)).accounts)).toHaveLength(7);
    expect((await readFile(beside)).equals(before)).toBe(true);
  });

  it('a damaged copy says what could not be read, and one of another vault is refused', async () => {
    const copy = path.join(scene.place.desk.documents, 'a copy.latchkey');
    await scene.place.elsewhere(async (engine) => {
      for (const title of ['Shopify', 'Vimeo', 'GitHub']) await saveAccount(engine, title);
    });
    await copyFile(scene.place.file, copy);
    await damage(copy, 0.7);
    const before = await readFile(copy);
    const other = await makePlace(['Theirs']);
    const at = await atBackups();
    await at.button('Look inside another copy of this vault').click();
    await choose(at, other.file);
    await at.page.getByText('This file is of another vault, not a copy of this one.').waitFor();
    await looks.at(at.page, 'copies-11-another-vault');
    await choose(at, copy);
    await at.page.getByRole('alert').filter({ hasText: 'Part of this copy cannot be read' }).waitFor();
    await looks.at(at.page, 'copies-12-damaged');
    await at.button('Read behind the damage too').click();
    await at.page.getByText(/What still stands behind it/).waitFor();
    await looks.at(at.page, 'copies-13-behind');
    await expect.poll(() => at.page.locator('.copy-line b').count()).toBeGreaterThan(3);
    expect((await readFile(copy)).equals(before)).toBe(true);
    await other.desk.remove();
  });
});
