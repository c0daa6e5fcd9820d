import { existsSync, readdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { onDisk, opens } from './on-disk.ts';
import { FRESH, PASSWORD, passwordOf, saveAccount } from './place.ts';
import { setScene } from './scene.ts';
import { SafetyWindow } from './window.ts';

describe('backups of a vault', { timeout: 180_000 }, () => {
  const scene = setScene(['TikTok']);
  const { looks } = scene;

  /** The files of the backups. */
  const backups = (): string[] => {
    const folder = path.join(scene.place.desk.profile, 'backups');
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder, { recursive: true }).map(String);
    return names.filter((name) => name.endsWith('.latchkey')).map((name) => path.join(folder, name));
  };
  const kept = `studio-voss.latchkey.bak`;

  it('one is made, verified, and put back later: the vault is as it was, and what was there stays beside it', async () => {
    scene.window = await SafetyWindow.at(scene.place.desk);
    await scene.window.settings('Backups');
    await scene.window.page.getByText('No backup yet').waitFor();
    await looks.at(scene.window.page, 'backups-01-none');
    await scene.window.button('Make one now').click();
    await scene.window.said('The backup is made and checked.');
    await scene.window.button(/^Restore the backup of today/).waitFor();
    await looks.at(scene.window.page, 'backups-02-made');
    expect(backups()).toHaveLength(1);
    expect(await onDisk(backups()[0] ?? '', PASSWORD)).toMatchObject({
      class: 'clean',
      accounts: { TikTok: passwordOf('TikTok') },
    });
    await scene.window.writeAccount('Later');
    await scene.window.settings('Backups');
    await scene.window
      .button(/^Restore the backup of today/)
      .first()
      .click();
    await scene.window.question.waitFor();
    await looks.at(scene.window.page, 'backups-03-question');
    await scene.window.confirm('Restore it', FRESH);
    await scene.window.question.getByText('That passphrase does not open this backup.').waitFor();
    await looks.at(scene.window.page, 'backups-04-wrong', 'like');
    expect(Object.keys((await onDisk(scene.place.file, PASSWORD)).accounts)).toEqual(['TikTok', 'Later']);
    await scene.window.confirm('Restore it');
    await scene.window.said('The backup is in the vault’s place, and open.');
    await scene.window.shows(['TikTok']);
    expect(await scene.window.alert.count()).toBe(0);
    expect((await onDisk(scene.place.file, PASSWORD)).accounts).toEqual({ TikTok: passwordOf('TikTok') });
    expect(Object.keys((await onDisk(path.join(scene.place.desk.documents, kept), PASSWORD)).accounts)).toEqual([
      'TikTok',
      'Later',
    ]);
    await scene.window.writeAccount('Goes on');
    await scene.window.lock();
    await scene.window.unlock();
    await scene.window.shows(['Goes on', 'TikTok']);
  });

  it('one from before the passphrase was changed opens with the passphrase of its day', async () => {
    await scene.place.elsewhere(async (engine) => {
      await engine.ask('backups.make', {});
      await engine.ask('vault.changePassword', { old: PASSWORD, fresh: FRESH, cost: 'low' });
      await saveAccount(engine, 'Later');
    });
    scene.window = await SafetyWindow.at(scene.place.desk, { password: FRESH });
    await scene.window.settings('Backups');
    await scene.window
      .button(/^Restore the backup of today/)
      .last()
      .click();
    await scene.window.confirm('Restore it', FRESH);
    await scene.window.question.getByText('It opens with the passphrase the vault had then.').waitFor();
    await scene.window.confirm('Restore it', PASSWORD);
    await scene.window.said('The backup is in the vault’s place, and open.');
    await scene.window.shows(['TikTok']);
    expect(await opens(scene.place.file, FRESH)).toBe('wrong_key');
    expect(await opens(scene.place.file, PASSWORD)).toBe(true);
    await scene.window.lock();
    await scene.window.unlock(PASSWORD);
    await scene.window.shows(['TikTok']);
  });

  it('one is put back for a vault whose file is gone, and for one whose beginning is damaged', async () => {
    await scene.place.elsewhere((engine) => engine.ask('backups.make', {}));
    await rename(scene.place.file, `${scene.place.file}.lost`);
    scene.window = await SafetyWindow.at(scene.place.desk, { password: null });
    await scene.window.tryToUnlock(PASSWORD);
    await scene.window.page.getByText('The vault file is not where it was.').waitFor();
    await looks.at(scene.window.page, 'backups-05-gone', 'like');
    await scene.window.button('Backups and rescue').click();
    await scene.window.page.getByRole('heading', { name: 'Backups and rescue' }).waitFor();
    await looks.at(scene.window.page, 'backups-06-rescue');
    await scene.window.button(/^Restore the backup of today/).click();
    await scene.window.question.waitFor();
    await looks.at(scene.window.page, 'backups-07-ask', 'like');
    await scene.window.confirm('Restore it', FRESH);
    await scene.window.question.getByText('That passphrase does not open this backup.').waitFor();
    await scene.window.confirm('Restore it');
    await scene.window.page.getByRole('navigation').first().waitFor();
    await scene.window.shows(['TikTok']);
    expect((await onDisk(scene.place.file, PASSWORD)).class).toBe('clean');
    await scene.window.lock();

    await writeFile(scene.place.file, new Uint8Array(2000));
    await scene.window.tryToUnlock(PASSWORD);
    await scene.window.page.getByText('This file is not a Latchkey vault.').waitFor();
    await scene.window.button('Backups and rescue').click();
    await scene.window
      .button(/^Restore the backup of today/)
      .first()
      .click();
    await scene.window.confirm('Restore it');
    await scene.window.page.getByRole('navigation').first().waitFor();
    await scene.window.shows(['TikTok']);
    expect((await onDisk(scene.place.file, PASSWORD)).accounts).toEqual({ TikTok: passwordOf('TikTok') });
  });
});
