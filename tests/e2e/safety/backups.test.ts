import { existsSync, readdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLooks } from './looks.ts';
import { onDisk, opens } from './on-disk.ts';
import { FRESH, makePlace, PASSWORD, passwordOf, type Place, saveAccount } from './place.ts';
import { SafetyWindow } from './window.ts';

describe('backups of a vault', { timeout: 180_000 }, () => {
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

  /** The files of the backups. */
  const backups = (): string[] => {
    const folder = path.join(place.desk.profile, 'backups');
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder, { recursive: true }).map(String);
    return names.filter((name) => name.endsWith('.latchkey')).map((name) => path.join(folder, name));
  };
  const kept = `studio-voss.latchkey.bak`;

  it('one is made, verified, and put back later: the vault is as it was, and what was there stays beside it', async () => {
    window = await SafetyWindow.at(place.desk);
    await window.settings('Backups');
    await window.page.getByText('No backup yet').waitFor();
    await looks.at(window.page, 'backups-01-none');
    await window.button('Make one now').click();
    await window.said('The backup is made and checked.');
    await window.button(/^Restore the backup of today/).waitFor();
    await looks.at(window.page, 'backups-02-made');
    expect(backups()).toHaveLength(1);
    expect(await onDisk(backups()[0] ?? '', PASSWORD)).toMatchObject({
      class: 'clean',
      accounts: { TikTok: passwordOf('TikTok') },
    });
    await window.writeAccount('Later');
    await window.settings('Backups');
    await window
      .button(/^Restore the backup of today/)
      .first()
      .click();
    await window.question.waitFor();
    await looks.at(window.page, 'backups-03-question');
    await window.confirm('Restore it', FRESH);
    await window.question.getByText('That passphrase does not open this backup.').waitFor();
    await looks.at(window.page, 'backups-04-wrong', 'like');
    expect(Object.keys((await onDisk(place.file, PASSWORD)).accounts)).toEqual(['TikTok', 'Later']);
    await window.confirm('Restore it');
    await window.said('The backup is in the vault’s place, and open.');
    await window.shows(['TikTok']);
    expect(await window.alert.count()).toBe(0);
    expect((await onDisk(place.file, PASSWORD)).accounts).toEqual({ TikTok: passwordOf('TikTok') });
    expect(Object.keys((await onDisk(path.join(place.desk.documents, kept), PASSWORD)).accounts)).toEqual(['TikTok', 'Later']);
    await window.writeAccount('Goes on');
    await window.lock();
    await window.unlock();
    await window.shows(['Goes on', 'TikTok']);
  });

  it('one from before the passphrase was changed opens with the passphrase of its day', async () => {
    await place.elsewhere(async (engine) => {
      await engine.ask('backups.make', {});
      await engine.ask('vault.changePassword', { old: PASSWORD, fresh: FRESH, cost: 'low' });
      await saveAccount(engine, 'Later');
    });
    window = await SafetyWindow.at(place.desk, { password: FRESH });
    await window.settings('Backups');
    await window
      .button(/^Restore the backup of today/)
      .last()
      .click();
    await window.confirm('Restore it', FRESH);
    await window.question.getByText('It opens with the passphrase the vault had then.').waitFor();
    await window.confirm('Restore it', PASSWORD);
    await window.said('The backup is in the vault’s place, and open.');
    await window.shows(['TikTok']);
    expect(await opens(place.file, FRESH)).toBe('wrong_key');
    expect(await opens(place.file, PASSWORD)).toBe(true);
    await window.lock();
    await window.unlock(PASSWORD);
    await window.shows(['TikTok']);
  });

  it('one is put back for a vault whose file is gone, and for one whose beginning is damaged', async () => {
    await place.elsewhere((engine) => engine.ask('backups.make', {}));
    await rename(place.file, `${place.file}.lost`);
    window = await SafetyWindow.at(place.desk, { password: null });
    await window.tryToUnlock(PASSWORD);
    await window.page.getByText('The vault file is not where it was.').waitFor();
    await looks.at(window.page, 'backups-05-gone', 'like');
    await window.button('Backups and rescue').click();
    await window.page.getByRole('heading', { name: 'Backups and rescue' }).waitFor();
    await looks.at(window.page, 'backups-06-rescue');
    await window.button(/^Restore the backup of today/).click();
    await window.question.waitFor();
    await looks.at(window.page, 'backups-07-ask', 'like');
    await window.confirm('Restore it', FRESH);
    await window.question.getByText('That passphrase does not open this backup.').waitFor();
    await window.confirm('Restore it');
    await window.page.getByRole('navigation').first().waitFor();
    await window.shows(['TikTok']);
    expect((await onDisk(place.file, PASSWORD)).class).toBe('clean');
    await window.lock();

    await writeFile(place.file, new Uint8Array(2000));
    await window.tryToUnlock(PASSWORD);
    await window.page.getByText('This file is not a Latchkey vault.').waitFor();
    await window.button('Backups and rescue').click();
    await window
      .button(/^Restore the backup of today/)
      .first()
      .click();
    await window.confirm('Restore it');
    await window.page.getByRole('navigation').first().waitFor();
    await window.shows(['TikTok']);
    expect((await onDisk(place.file, PASSWORD)).accounts).toEqual({ TikTok: passwordOf('TikTok') });
  });
});
