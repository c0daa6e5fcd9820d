import { readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppInProcess, endAppProcesses, type Home, makeHome, startAppProcess } from '../../support/app-process.ts';
import { HAS_KEYRING } from '../../support/keyring.ts';
import { type Keyring, startKeyring } from './keyring.ts';
import { startLooks } from './looks.ts';
import { onDisk } from './on-disk.ts';
import { makePlace, PASSWORD, type Place } from './place.ts';
import { SafetyWindow } from './window.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const DAY = 86_400;

// The app runs in a process of its own, as a person starts it: the keychain's library reads the bus's address once.
describe.skipIf(!HAS_KEYRING)('a device that is remembered, with a real gnome-keyring', { timeout: 240_000 }, () => {
  const looks = startLooks();
  let place: Place;
  let home: Home;
  let keyring: Keyring;
  let app: AppInProcess | null = null;

  beforeEach(async () => {
    place = await makePlace(['TikTok']);
    home = await makeHome();
    for (const name of await readdir(place.desk.profile)) {
      await rename(path.join(place.desk.profile, name), path.join(home.profile, name));
    }
    keyring = await startKeyring(path.join(place.desk.folder, 'keyring'));
  });
  afterEach(async () => {
    await app?.quit();
    app = null;
    endAppProcesses();
    await keyring.end();
    await home.remove();
    await place.desk.remove();
  });
  afterAll(() => {
    console.log(`axe: ${looks.screens} screens, light and dark, ${looks.findings.length} findings`);
    expect(looks.findings).toEqual([]);
  });

  /** Starts the app anew, so many days ahead. */
  async function restart(days = 0): Promise<SafetyWindow> {
    await app?.quit();
    app = await startAppProcess(home, ROOT, { env: keyring.env, args: ['--clock-offset', String(days * DAY)] });
    await app.page.getByRole('main').first().waitFor();
    return SafetyWindow.over(app.page);
  }

  it('opens the vault by itself until the 14 days are over, or until it is told to forget', async () => {
    let window = await restart();
    expect(await window.button('Open with this device').count()).toBe(0);
    await window.unlock();
    await window.settings('Locking');
    await window.button('Remember this device').waitFor();
    await looks.at(window.page, 'remember-01-off');
    await window.button('Remember this device').click();
    await window.question.waitFor();
    await looks.at(window.page, 'remember-02-ask', 'like');
    await window.confirm('Remember this device', 'not the passphrase at all');
    await window.question.getByText('That passphrase does not open this vault.').waitFor();
    expect((await onDisk(place.file, PASSWORD)).slots).toEqual([1, 3]);
    await window.confirm('Remember this device');
    await window.said('This device is remembered for 14 days.');
    await window.button('Forget this device').waitFor();
    await looks.at(window.page, 'remember-03-on');
    expect((await onDisk(place.file, PASSWORD)).slots).toEqual([1, 2, 3]);

    window = await restart(13);
    await window.button('Open with this device').waitFor();
    await looks.at(window.page, 'remember-04-locked');
    await window.button('Open with this device').click();
    await window.page.getByRole('navigation').first().waitFor();
    await window.shows(['TikTok']);

    window = await restart(15);
    await window.button('Open with this device').click();
    await window.page.getByText('14 days').first().waitFor();
    await looks.at(window.page, 'remember-05-over');
    await window.unlock();
    await window.settings('Locking');
    await window.button('Forget this device').click();
    await window.said('The key of this device is taken away.');
    await window.button('Remember this device').waitFor();
    expect((await onDisk(place.file, PASSWORD)).slots).toEqual([1, 3]);
    await window.lock();
    expect(await window.button('Open with this device').count()).toBe(0);
    // Nothing of it is noted any more.
    expect(JSON.parse(await readFile(path.join(home.profile, 'keychain.json'), 'utf8'))).toEqual({});
  });

  it('says what is the matter when the keyring is locked, and opens by the passphrase', async () => {
    let window = await restart();
    await window.unlock();
    await window.settings('Locking');
    await window.button('Remember this device').click();
    await window.confirm('Remember this device');
    await window.said('This device is remembered');
    await keyring.lock();
    window = await restart();
    await window.button('Open with this device').click();
    await window.page
      .getByText(/keychain/)
      .first()
      .waitFor();
    await looks.at(window.page, 'remember-06-keyring-locked', 'like');
    await window.unlock();
    await window.shows(['TikTok']);
    expect((await onDisk(place.file, PASSWORD)).slots).toEqual([1, 2, 3]);
  });
});
