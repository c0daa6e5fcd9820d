import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAlive } from './processes.ts';

const PREFIX = 'latchkey-chromium-';

/** What the browser must not remember or offer: a vault's password is not the browser's to save. */
const PREFERENCES = {
  autofill: { credit_card_enabled: false, profile_enabled: false },
  browser: { enable_spellchecking: false },
  credentials_enable_autosignin: false,
  credentials_enable_service: false,
  // SECURITY: without this a page that goes to mailto: starts a program of the person's, with a text of the page's choosing, unasked.
  // Addresses of the web stay allowed here because the interception of requests refuses them, which leaves the page in place.
  policy: { url_blocklist: ['*'], url_allowlist: ['https://*', 'http://*', 'data:*', 'blob:*', 'about:*'] },
  profile: {
    // SECURITY: 2 is "block", and this setting stands for all a page can keep: cookies, both storages, databases, caches, its own files.
    // What a page has seen must neither be written to the disk nor wait for the page after the lock.
    default_content_setting_values: { cookies: 2 },
    password_manager_enabled: false,
    password_manager_leak_detection: false,
  },
  search: { suggest_enabled: false },
  translate: { enabled: false },
};

/** Makes a browser profile that nobody else can enter, in `parent`; its name tells whose it is. */
export function makeProfile(parent: string): string {
  // SECURITY: mkdtemp makes the folder with mode 0700 and a name nobody could have prepared.
  const folder = mkdtempSync(path.join(parent, `${PREFIX}${process.pid}-`));
  mkdirSync(path.join(folder, 'Default'), { mode: 0o700 });
  writeFileSync(path.join(folder, 'Default', 'Preferences'), JSON.stringify(PREFERENCES), { mode: 0o600 });
  // SECURITY: where Chromium would keep, for a later restart, its tabs with all that was typed into them. A file in that folder's place
  // leaves it nowhere to write.
  writeFileSync(path.join(folder, 'Default', 'Sessions'), '', { mode: 0o600 });
  return folder;
}

/** Removes a profile; a browser that is just ending may still write, hence the tries. */
export async function removeProfile(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Removes the profiles that a killed process of this person left in `parent`; tells how many. Never throws. */
export async function sweepProfiles(parent: string): Promise<number> {
  let swept = 0;
  for (const name of await readdir(parent).catch(() => [])) {
    const owner = Number(/^latchkey-chromium-(\d+)-/.exec(name)?.[1]);
    if (!Number.isInteger(owner) || isAlive(owner)) continue;
    const folder = path.join(parent, name);
    const stat = await lstat(folder).catch(() => null);
    // SECURITY: in a shared folder such as /tmp only a real folder of our own is touched, never where a link points.
    if (stat === null || !stat.isDirectory() || stat.uid !== (process.getuid?.() ?? stat.uid)) continue;
    await removeProfile(folder).then(
      () => swept++,
      () => {},
    );
  }
  return swept;
}
