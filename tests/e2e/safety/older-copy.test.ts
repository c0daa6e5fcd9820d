import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { onDisk } from './on-disk.ts';
import { FRESH, PASSWORD, passwordOf, saveAccount } from './place.ts';
import { setScene } from './scene.ts';
import { SafetyWindow } from './window.ts';

describe('a vault file that is not the one this computer last saw', { timeout: 120_000 }, () => {
  const scene = setScene(['TikTok']);
  const { looks } = scene;

  it('an older copy put back takes no change until the person goes on with it', async () => {
    const putBack = await scene.place.setAside();
    await scene.place.elsewhere((engine) => saveAccount(engine, 'Saved since'));
    await putBack();
    const before = await onDisk(scene.place.file, PASSWORD);
    scene.window = await SafetyWindow.at(scene.place.desk);
    await scene.window.alert.filter({ hasText: 'older than what this computer last saw' }).waitFor();
    await looks.at(scene.window.page, 'older-01-banner');
    await scene.window.shows(['TikTok']);
    await scene.window.settings('Vault health');
    await looks.at(scene.window.page, 'older-02-health');
    await scene.window.alert.getByRole('button', { name: 'Go on with this copy' }).click();
    await scene.window.question.getByText('Go on with this copy?').waitFor();
    await looks.at(scene.window.page, 'older-03-question');
    await scene.window.question.getByRole('button', { name: 'Not yet' }).click();
    await scene.window.alert.waitFor();
    expect(await onDisk(scene.place.file, PASSWORD)).toEqual(before);
    await scene.window.alert.getByRole('button', { name: 'Go on with this copy' }).click();
    await scene.window.question.getByRole('button', { name: 'Go on with this copy' }).click();
    await scene.window.alert.waitFor({ state: 'detached' });
    await scene.window.writeAccount('After');
    const after = await onDisk(scene.place.file, PASSWORD);
    expect(after).toMatchObject({ class: 'clean', accounts: { TikTok: passwordOf('TikTok'), After: passwordOf('After') } });
    await scene.window.lock();
    await scene.window.unlock();
    await scene.window.shows(['After', 'TikTok']);
    expect(await scene.window.alert.count()).toBe(0);
  });

  it('a copy that went another way on another computer is told apart, and one of the two is chosen', async () => {
    const putBack = await scene.place.setAside();
    await scene.place.elsewhere((engine) => saveAccount(engine, 'Here'));
    await putBack();
    // The other computer has its own profile: to it the older copy is the newest there is.
    const profile = path.join(scene.place.desk.folder, 'other-computer');
    await scene.place.elsewhere(
      async (engine) => {
        for (const title of ['There', 'There too', 'There at last']) await saveAccount(engine, title);
      },
      { profile },
    );
    scene.window = await SafetyWindow.at(scene.place.desk);
    await scene.window.alert.filter({ hasText: 'Two copies of this vault were changed apart' }).waitFor();
    await scene.window.shows(['There', 'There at last', 'There too', 'TikTok']);
    await scene.window.settings('Vault health');
    await scene.window.page.getByText('Two copies were changed apart from each other').waitFor();
    await scene.window.settings('Passphrase and sheet');
    await looks.at(scene.window.page, 'forked-01-passphrase', 'like');
    await scene.window.alert.getByRole('button', { name: 'Go on with this copy' }).click();
    await scene.window.question.getByText('What was changed in the other copy stays there').waitFor();
    await scene.window.page.keyboard.press('Escape');
    await scene.window.question.waitFor({ state: 'detached' });
    await scene.window.settings('Vault health');
    await scene.window.page.getByRole('listitem').getByRole('button', { name: 'Go on with this copy' }).click();
    await scene.window.question.getByRole('button', { name: 'Go on with this copy' }).click();
    await scene.window.alert.waitFor({ state: 'detached' });
    await scene.window.page.getByText('No older copy was put in its place').waitFor();
    await scene.window.writeAccount('After');
    await scene.window.lock();
    await scene.window.unlock();
    await expect.poll(() => scene.window?.titles()).toContain('After');
    expect(await scene.window.alert.count()).toBe(0);
    const { class: read, accounts } = await onDisk(scene.place.file, PASSWORD);
    expect([read, Object.keys(accounts).toSorted()]).toEqual(['clean', ['After', 'There', 'There at last', 'There too', 'TikTok']]);
  });

  it('a passphrase changed on another computer is noticed, and confirmed by whoever did it', async () => {
    const profile = path.join(scene.place.desk.folder, 'other-computer');
    await scene.place.elsewhere((engine) => engine.ask('vault.changePassword', { old: PASSWORD, fresh: FRESH, cost: 'low' }), {
      profile,
    });
    scene.window = await SafetyWindow.at(scene.place.desk, { password: null });
    await scene.window.tryToUnlock(PASSWORD);
    await scene.window.page.getByText('That passphrase does not open this vault.').waitFor();
    await looks.at(scene.window.page, 'changed-01-old-passphrase');
    await scene.window.unlock(FRESH);
    await scene.window.notice('A way into this vault was changed elsewhere.').waitFor();
    await looks.at(scene.window.page, 'changed-02-notice');
    await scene.window.button('Passphrase and sheet').click();
    await scene.window.page.getByRole('navigation', { name: 'Pages of the settings' }).waitFor();
    await scene.window.button('That was me').click();
    await scene.window.notice('A way into this vault was changed elsewhere.').waitFor({ state: 'detached' });
    await scene.window.lock();
    await scene.window.unlock(FRESH);
    await scene.window.page.getByRole('option', { name: /TikTok/ }).waitFor();
    expect(await scene.window.notice('changed elsewhere').count()).toBe(0);
  });
});
