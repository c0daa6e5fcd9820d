import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { onDisk, opens } from './on-disk.ts';
import { FRESH, PASSWORD, passwordOf, saveAccount } from './place.ts';
import { setScene } from './scene.ts';
import { SafetyWindow } from './window.ts';

describe('what opens a vault', { timeout: 180_000 }, () => {
  const scene = setScene(['TikTok']);
  const { looks } = scene;

  it('is another passphrase once it was changed, at the full cost of a guess', async () => {
    scene.window = await SafetyWindow.at(scene.place.desk);
    const { page } = scene.window;
    await scene.window.settings('Passphrase and sheet');
    await page.getByRole('textbox', { name: 'The passphrase now' }).fill(FRESH);
    await page.getByRole('textbox', { name: 'The new passphrase' }).fill(FRESH);
    await page.getByRole('textbox', { name: 'The new one once more' }).fill('another one');
    await scene.window.button('Change the passphrase').click();
    await page.getByText('The two are not the same yet.').waitFor();
    await page.getByRole('textbox', { name: 'The new one once more' }).fill(FRESH);
    await scene.window.button('Change the passphrase').click();
    await page.getByText('That passphrase does not open this vault.').waitFor();
    await looks.at(page, 'keys-01-wrong-old');
    expect(await opens(scene.place.file, PASSWORD)).toBe(true);
    await page.getByRole('textbox', { name: 'The passphrase now' }).fill(PASSWORD);
    await scene.window.button('Change the passphrase').click();
    await scene.window.said('The passphrase is changed.');
    await looks.at(page, 'keys-02-changed', 'like');
    expect(await opens(scene.place.file, PASSWORD)).toBe('wrong_key');
    expect(await onDisk(scene.place.file, FRESH)).toMatchObject({
      class: 'clean',
      costKib: 256 * 1024,
      accounts: { TikTok: passwordOf('TikTok') },
    });
    await scene.window.lock();
    await scene.window.tryToUnlock(PASSWORD);
    await page.getByText('That passphrase does not open this vault.').waitFor();
    await scene.window.unlock(FRESH);
    await scene.window.shows(['TikTok']);
  });

  it('is the sheet on paper: tested, renewed, and used when the passphrase is lost', async () => {
    scene.window = await SafetyWindow.at(scene.place.desk);
    const { page } = scene.window;
    await scene.window.settings('Vault health');
    await scene.window.button('Test the sheet').click();
    await scene.window.typeSheet(scene.place.sheet);
    await looks.at(page, 'keys-03-test');
    await scene.window.question.getByRole('button', { name: 'Test the sheet' }).click();
    await scene.window.said('These are the words of this vault. The sheet works.');
    await scene.window.settings('Passphrase and sheet');
    await scene.window.button('Make a new sheet').click();
    await scene.window.question.waitFor();
    await looks.at(page, 'keys-04-ask', 'like');
    await scene.window.confirm('Make a new sheet');
    await page.locator('.sheet-words li').first().waitFor();
    await looks.at(page, 'keys-05-sheet');
    await page.keyboard.press('Control+l');
    await scene.window.question.getByText('Leave before the sheet is checked?').waitFor();
    await looks.at(page, 'keys-06-leave');
    await scene.window.question.getByRole('button', { name: 'Stay here' }).click();
    const renewed = await scene.window.takeSheet();
    await looks.at(page, 'keys-07-checked', 'like');
    await scene.window.button('Done').click();
    await page.getByRole('textbox', { name: 'The passphrase now' }).waitFor();
    expect(await opens(scene.place.file, scene.place.sheet)).toBe('wrong_key');
    expect(await opens(scene.place.file, renewed)).toBe(true);
    await scene.window.lock();
    await scene.window.button('Use the recovery words').click();
    await page.getByRole('textbox', { name: 'The 24 recovery words' }).fill(scene.place.sheet.join(' '));
    await scene.window.button('Unlock').click();
    await page.getByText('These recovery words belong to another vault, or to an older sheet.').waitFor();
    await looks.at(page, 'keys-08-old-sheet');
    await page.getByRole('textbox', { name: 'The 24 recovery words' }).fill(renewed.join(' '));
    await scene.window.button('Unlock').click();
    await page.getByRole('navigation').first().waitFor();
    await scene.window.shows(['TikTok']);
    expect((await onDisk(scene.place.file, PASSWORD)).log).toEqual(
      expect.arrayContaining(['recovery-tested', 'recovery-renewed', 'vault-opened-by-recovery']),
    );
  });

  it('is another key inside, when someone may know the old passphrase', async () => {
    const old = path.join(scene.place.desk.folder, 'old copy.latchkey');
    await copyFile(scene.place.file, old);
    scene.window = await SafetyWindow.at(scene.place.desk);
    const { page } = scene.window;
    await scene.window.settings('Passphrase and sheet');
    await scene.window.button('Someone may know the old one').click();
    await scene.window.question.getByText('Seal everything under a new key?').waitFor();
    await looks.at(page, 'keys-09-rotate');
    await scene.window.confirm('Renew the vault key');
    const sheet = await scene.window.takeSheet();
    await scene.window.button('Done').click();
    await scene.window.said('Everything is sealed under a new key.');
    await looks.at(page, 'keys-10-rotated', 'like');
    await scene.window.writeAccount('After');
    await page.getByRole('option', { name: 'TikTok' }).click();
    await scene.window.button('Reveal password').click();
    await page.getByText(passwordOf('TikTok'), { exact: true }).waitFor();
    const rotated = await onDisk(scene.place.file, PASSWORD);
    expect(rotated).toMatchObject({ class: 'clean', accounts: { TikTok: passwordOf('TikTok'), After: passwordOf('After') } });
    expect(await opens(scene.place.file, scene.place.sheet)).toBe('wrong_key');
    expect(await opens(scene.place.file, sheet)).toBe(true);
    // Nothing sealed with the old key is in the file any more.
    expect((await readFile(scene.place.file)).includes((await readFile(old)).subarray(700, 764))).toBe(false);
    await scene.window.lock();
    await scene.window.unlock();
    await scene.window.shows(['After', 'TikTok']);
  });

  it('changes nothing when the file is compacted but its size', async () => {
    await scene.place.elsewhere(async (engine) => {
      const { rows } = await engine.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 1 });
      for (let n = 0; n < 40; n++) await engine.ask('accounts.reveal', { id: rows[0]?.id ?? '', field: 'password' });
      await saveAccount(engine, 'Second');
    });
    const before = await onDisk(scene.place.file, PASSWORD);
    scene.window = await SafetyWindow.at(scene.place.desk);
    await scene.window.settings('Vault health');
    await scene.window.button('Compact').click();
    await scene.window.said(/^The file went from .* to /);
    await looks.at(scene.window.page, 'keys-11-compacted', 'like');
    const after = await onDisk(scene.place.file, PASSWORD);
    expect(after.bytes).toBeLessThan(before.bytes);
    expect(after.accounts).toEqual(before.accounts);
    expect(after.epoch).toBe(before.epoch + 1);
    expect(after.log.slice(0, before.log.length)).toEqual(before.log);
    await scene.window.writeAccount('After');
    await scene.window.lock();
    await scene.window.unlock();
    await scene.window.shows(['After', 'Second', 'TikTok']);
    expect((await onDisk(scene.place.file, PASSWORD)).class).toBe('clean');
  });
});
