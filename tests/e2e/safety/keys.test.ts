import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLooks } from './looks.ts';
import { onDisk, opens } from './on-disk.ts';
import { FRESH, makePlace, PASSWORD, passwordOf, type Place, saveAccount } from './place.ts';
import { SafetyWindow } from './window.ts';

describe('what opens a vault', { timeout: 180_000 }, () => {
  const looks = startLooks();
  let place: Place;
  let window: SafetyWindow | null = null;

  beforeEach(async () => {
    place = await makePlace(['TikTok']);
  });
  afterEach(async () => {
    await window?.close();
    window = null;
    await place.desk.remove();
  });
  afterAll(() => {
    console.log(`axe: ${looks.screens} screens, light and dark, ${looks.findings.length} findings`);
    expect(looks.findings).toEqual([]);
  });

  it('is another passphrase once it was changed, at the full cost of a guess', async () => {
    window = await SafetyWindow.at(place.desk);
    const { page } = window;
    await window.settings('Passphrase and sheet');
    await page.getByRole('textbox', { name: 'The passphrase now' }).fill(FRESH);
    await page.getByRole('textbox', { name: 'The new passphrase' }).fill(FRESH);
    await page.getByRole('textbox', { name: 'The new one once more' }).fill('another one');
    await window.button('Change the passphrase').click();
    await page.getByText('The two are not the same yet.').waitFor();
    await page.getByRole('textbox', { name: 'The new one once more' }).fill(FRESH);
    await window.button('Change the passphrase').click();
    await page.getByText('That passphrase does not open this vault.').waitFor();
    await looks.at(page, 'keys-01-wrong-old');
    expect(await opens(place.file, PASSWORD)).toBe(true);
    await page.getByRole('textbox', { name: 'The passphrase now' }).fill(PASSWORD);
    await window.button('Change the passphrase').click();
    await window.said('The passphrase is changed.');
    await looks.at(page, 'keys-02-changed', 'like');
    expect(await opens(place.file, PASSWORD)).toBe('wrong_key');
    expect(await onDisk(place.file, FRESH)).toMatchObject({
      class: 'clean',
      costKib: 256 * 1024,
      accounts: { TikTok: passwordOf('TikTok') },
    });
    await window.lock();
    await window.tryToUnlock(PASSWORD);
    await page.getByText('That passphrase does not open this vault.').waitFor();
    await window.unlock(FRESH);
    await window.shows(['TikTok']);
  });

  it('is the sheet on paper: tested, renewed, and used when the passphrase is lost', async () => {
    window = await SafetyWindow.at(place.desk);
    const { page } = window;
    await window.settings('Vault health');
    await window.button('Test the sheet').click();
    await window.typeSheet(place.sheet);
    await looks.at(page, 'keys-03-test');
    await window.question.getByRole('button', { name: 'Test the sheet' }).click();
    await window.said('These are the words of this vault. The sheet works.');
    await window.settings('Passphrase and sheet');
    await window.button('Make a new sheet').click();
    await window.question.waitFor();
    await looks.at(page, 'keys-04-ask', 'like');
    await window.confirm('Make a new sheet');
    await page.locator('.sheet-words li').first().waitFor();
    await looks.at(page, 'keys-05-sheet');
    await page.keyboard.press('Control+l');
    await window.question.getByText('Leave before the sheet is checked?').waitFor();
    await looks.at(page, 'keys-06-leave');
    await window.question.getByRole('button', { name: 'Stay here' }).click();
    const renewed = await window.takeSheet();
    await looks.at(page, 'keys-07-checked', 'like');
    await window.button('Done').click();
    await page.getByRole('textbox', { name: 'The passphrase now' }).waitFor();
    expect(await opens(place.file, place.sheet)).toBe('wrong_key');
    expect(await opens(place.file, renewed)).toBe(true);
    await window.lock();
    await window.button('Use the recovery words').click();
    await page.getByRole('textbox', { name: 'The 24 recovery words' }).fill(place.sheet.join(' '));
    await window.button('Unlock').click();
    await page.getByText('These recovery words belong to another vault, or to an older sheet.').waitFor();
    await looks.at(page, 'keys-08-old-sheet');
    await page.getByRole('textbox', { name: 'The 24 recovery words' }).fill(renewed.join(' '));
    await window.button('Unlock').click();
    await page.getByRole('navigation').first().waitFor();
    await window.shows(['TikTok']);
    expect((await onDisk(place.file, PASSWORD)).log).toEqual(
      expect.arrayContaining(['recovery-tested', 'recovery-renewed', 'vault-opened-by-recovery']),
    );
  });

  it('is another key inside, when someone may know the old passphrase', async () => {
    const old = path.join(place.desk.folder, 'old copy.latchkey');
    await copyFile(place.file, old);
    window = await SafetyWindow.at(place.desk);
    const { page } = window;
    await window.settings('Passphrase and sheet');
    await window.button('Someone may know the old one').click();
    await window.question.getByText('Seal everything under a new key?').waitFor();
    await looks.at(page, 'keys-09-rotate');
    await window.confirm('Renew the vault key');
    const sheet = await window.takeSheet();
    await window.button('Done').click();
    await window.said('Everything is sealed under a new key.');
    await looks.at(page, 'keys-10-rotated', 'like');
    await window.writeAccount('After');
    await page.getByRole('option', { name: 'TikTok' }).click();
    await window.button('Reveal password').click();
    await page.getByText(passwordOf('TikTok'), { exact: true }).waitFor();
    const rotated = await onDisk(place.file, PASSWORD);
    expect(rotated).toMatchObject({ class: 'clean', accounts: { TikTok: passwordOf('TikTok'), After: passwordOf('After') } });
    expect(await opens(place.file, place.sheet)).toBe('wrong_key');
    expect(await opens(place.file, sheet)).toBe(true);
    // Nothing sealed with the old key is in the file any more.
    expect((await readFile(place.file)).includes((await readFile(old)).subarray(700, 764))).toBe(false);
    await window.lock();
    await window.unlock();
    await window.shows(['After', 'TikTok']);
  });

  it('changes nothing when the file is compacted but its size', async () => {
    await place.elsewhere(async (engine) => {
      const { rows } = await engine.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 1 });
      for (let n = 0; n < 40; n++) await engine.ask('accounts.reveal', { id: rows[0]?.id ?? '', field: 'password' });
      await saveAccount(engine, 'Second');
    });
    const before = await onDisk(place.file, PASSWORD);
    window = await SafetyWindow.at(place.desk);
    await window.settings('Vault health');
    await window.button('Compact').click();
    await window.said(/^The file went from .* to /);
    await looks.at(window.page, 'keys-11-compacted', 'like');
    const after = await onDisk(place.file, PASSWORD);
    expect(after.bytes).toBeLessThan(before.bytes);
    expect(after.accounts).toEqual(before.accounts);
    expect(after.epoch).toBe(before.epoch + 1);
    expect(after.log.slice(0, before.log.length)).toEqual(before.log);
    await window.writeAccount('After');
    await window.lock();
    await window.unlock();
    await window.shows(['After', 'Second', 'TikTok']);
    expect((await onDisk(place.file, PASSWORD)).class).toBe('clean');
  });
});
