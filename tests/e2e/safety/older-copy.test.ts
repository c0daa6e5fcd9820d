import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLooks } from './looks.ts';
import { onDisk } from './on-disk.ts';
import { FRESH, makePlace, PASSWORD, passwordOf, type Place, saveAccount } from './place.ts';
import { SafetyWindow } from './window.ts';

describe('a vault file that is not the one this computer last saw', { timeout: 120_000 }, () => {
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

  it('an older copy put back takes no change until the person goes on with it', async () => {
    const putBack = await place.setAside();
    await place.elsewhere((engine) => saveAccount(engine, 'Saved since'));
    await putBack();
    const before = await onDisk(place.file, PASSWORD);
    window = await SafetyWindow.at(place.desk);
    await window.alert.filter({ hasText: 'older than what this computer last saw' }).waitFor();
    await looks.at(window.page, 'older-01-banner');
    await window.shows(['TikTok']);
    await window.settings('Vault health');
    await looks.at(window.page, 'older-02-health');
    await window.alert.getByRole('button', { name: 'Go on with this copy' }).click();
    await window.question.getByText('Go on with this copy?').waitFor();
    await looks.at(window.page, 'older-03-question');
    await window.question.getByRole('button', { name: 'Not yet' }).click();
    await window.alert.waitFor();
    expect(await onDisk(place.file, PASSWORD)).toEqual(before);
    await window.alert.getByRole('button', { name: 'Go on with this copy' }).click();
    await window.question.getByRole('button', { name: 'Go on with this copy' }).click();
    await window.alert.waitFor({ state: 'detached' });
    await window.writeAccount('After');
    const after = await onDisk(place.file, PASSWORD);
    expect(after).toMatchObject({ class: 'clean', accounts: { TikTok: passwordOf('TikTok'), After: passwordOf('After') } });
    await window.lock();
    await window.unlock();
    await window.shows(['After', 'TikTok']);
    expect(await window.alert.count()).toBe(0);
  });

  it('a copy that went another way on another computer is told apart, and one of the two is chosen', async () => {
    const putBack = await place.setAside();
    await place.elsewhere((engine) => saveAccount(engine, 'Here'));
    await putBack();
    // The other computer has its own profile: to it the older copy is the newest there is.
    const profile = path.join(place.desk.folder, 'other-computer');
    await place.elsewhere(
      async (engine) => {
        for (const title of ['There', 'There too', 'There at last']) await saveAccount(engine, title);
      },
      { profile },
    );
    window = await SafetyWindow.at(place.desk);
    await window.alert.filter({ hasText: 'Two copies of this vault were changed apart' }).waitFor();
    await window.shows(['There', 'There at last', 'There too', 'TikTok']);
    await window.settings('Vault health');
    await window.page.getByText('Two copies were changed apart from each other').waitFor();
    await window.settings('Passphrase and sheet');
    await looks.at(window.page, 'forked-01-passphrase', 'like');
    await window.alert.getByRole('button', { name: 'Go on with this copy' }).click();
    await window.question.getByText('What was changed in the other copy stays there').waitFor();
    await window.page.keyboard.press('Escape');
    await window.question.waitFor({ state: 'detached' });
    await window.settings('Vault health');
    await window.page.getByRole('listitem').getByRole('button', { name: 'Go on with this copy' }).click();
    await window.question.getByRole('button', { name: 'Go on with this copy' }).click();
    await window.alert.waitFor({ state: 'detached' });
    await window.page.getByText('No older copy was put in its place').waitFor();
    await window.writeAccount('After');
    await window.lock();
    await window.unlock();
    expect(await window.titles()).toContain('After');
    expect(await window.alert.count()).toBe(0);
    const { class: read, accounts } = await onDisk(place.file, PASSWORD);
    expect([read, Object.keys(accounts).toSorted()]).toEqual(['clean', ['After', 'There', 'There at last', 'There too', 'TikTok']]);
  });

  it('a passphrase changed on another computer is noticed, and confirmed by whoever did it', async () => {
    const profile = path.join(place.desk.folder, 'other-computer');
    await place.elsewhere((engine) => engine.ask('vault.changePassword', { old: PASSWORD, fresh: FRESH, cost: 'low' }), {
      profile,
    });
    window = await SafetyWindow.at(place.desk, { password: null });
    await window.tryToUnlock(PASSWORD);
    await window.page.getByText('That passphrase does not open this vault.').waitFor();
    await looks.at(window.page, 'changed-01-old-passphrase');
    await window.unlock(FRESH);
    await window.notice('A way into this vault was changed elsewhere.').waitFor();
    await looks.at(window.page, 'changed-02-notice');
    await window.button('Passphrase and sheet').click();
    await window.page.getByRole('navigation', { name: 'Pages of the settings' }).waitFor();
    await window.button('That was me').click();
    await window.notice('A way into this vault was changed elsewhere.').waitFor({ state: 'detached' });
    await window.lock();
    await window.unlock(FRESH);
    await window.page.getByRole('option', { name: /TikTok/ }).waitFor();
    expect(await window.notice('changed elsewhere').count()).toBe(0);
  });
});
