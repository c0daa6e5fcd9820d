import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile, rename, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLooks } from './looks.ts';
import { onDisk } from './on-disk.ts';
import { makePlace, PASSWORD, passwordOf, type Place, type SaveDialogStandIn, standInSaveDialog } from './place.ts';
import { SafetyWindow } from './window.ts';

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

describe('a vault that cannot be saved', { timeout: 300_000 }, () => {
  const looks = startLooks();
  let place: Place;
  let dialog: SaveDialogStandIn;
  let window: SafetyWindow | null = null;

  beforeEach(async () => {
    place = await makePlace(['TikTok']);
    dialog = await standInSaveDialog(place.desk.folder);
  });
  afterEach(async () => {
    dialog.restore();
    await window?.close();
    window = null;
    await place.desk.remove();
  });
  afterAll(() => {
    console.log(`axe: ${looks.screens} screens, light and dark, ${looks.findings.length} findings`);
    expect(looks.findings).toEqual([]);
  });

  /** Sealed copies of what could not be saved. */
  const kept = (): string[] => {
    const folder = path.join(place.desk.profile, 'rescue');
    return existsSync(folder)
      ? readdirSync(folder, { recursive: true })
          .map(String)
          .filter((name) => name.endsWith('.latchkey'))
      : [];
  };
  const away = (): string => `${place.file}.away`;

  it('says so, keeps the change sealed across a lock, and gives it back', async () => {
    window = await SafetyWindow.at(place.desk);
    await rename(place.file, away());
    await window.fillAccount('Not saved');
    await window.alert.filter({ hasText: 'The vault file is not where it was.' }).waitFor();
    await window.alert.filter({ hasText: 'One change since then is kept sealed on this computer, also across a lock.' }).waitFor();
    await looks.at(window.page, 'unsaved-01-banner');
    expect(kept()).toHaveLength(1);
    await window.settings('Vault health');
    await looks.at(window.page, 'unsaved-02-health');
    await window.lock();
    await rename(away(), place.file);
    await window.unlock();
    await window.notice(/1 change from .* could not be saved before the lock\./).waitFor();
    await looks.at(window.page, 'unsaved-03-rescued');
    expect(Object.keys((await onDisk(place.file, PASSWORD)).accounts)).toEqual(['TikTok']);
    await window.button('Save it now').click();
    await window.said('What waited is saved');
    await window.page.getByRole('option', { name: 'Not saved' }).waitFor();
    await window.notice('could not be saved').waitFor({ state: 'detached' });
    const after = await onDisk(place.file, PASSWORD);
    expect(after).toMatchObject({
      class: 'clean',
      accounts: { TikTok: passwordOf('TikTok'), 'Not saved': passwordOf('Not saved') },
    });
    expect(after.log.slice(-1)).toEqual(['changes-rescued']);
    expect(kept()).toEqual([]);
  });

  it('saves what was kept, once, when the file is there again', async () => {
    window = await SafetyWindow.at(place.desk);
    await rename(place.file, away());
    await window.fillAccount('Saved once');
    await window.alert.filter({ hasText: 'One change since then' }).waitFor();
    await window.alert.getByRole('button', { name: 'Try again' }).click();
    await window.said('The vault file is not where it was.');
    await rename(away(), place.file);
    await window.alert.getByRole('button', { name: 'Try again' }).click();
    await window.said('Saving works again. What you changed is on disk.');
    await window.alert.waitFor({ state: 'detached' });
    // Whoever still sees the form would save it a second time.
    expect(await window.button('Save').count()).toBe(0);
    await window.shows(['Saved once', 'TikTok']);
    expect((await onDisk(place.file, PASSWORD)).accounts).toEqual({
      TikTok: passwordOf('TikTok'),
      'Saved once': passwordOf('Saved once'),
    });
    expect(kept()).toEqual([]);
    await window.lock();
    await window.unlock();
    await expect.poll(() => window?.titles()).toHaveLength(2);
    expect(await window.notice('could not be saved').count()).toBe(0);
  });

  it('saves a copy elsewhere with the change in it', async () => {
    window = await SafetyWindow.at(place.desk);
    await rename(place.file, away());
    await window.fillAccount('In the copy');
    await window.alert.filter({ hasText: 'One change since then' }).waitFor();
    await dialog.choose(null);
    await window.alert.getByRole('button', { name: 'Save a copy' }).click();
    expect(await dialog.suggested()).toMatch(/^studio-voss.+\.latchkey$/);
    const copy = path.join(place.desk.folder, 'on a stick.latchkey');
    await dialog.choose(copy);
    await window.alert.getByRole('button', { name: 'Save a copy' }).click();
    await window.said('A copy is saved as on a stick.latchkey');
    await looks.at(window.page, 'unsaved-04-copied', 'like');
    expect(await onDisk(copy, PASSWORD)).toMatchObject({
      class: 'clean',
      accounts: { TikTok: passwordOf('TikTok'), 'In the copy': passwordOf('In the copy') },
    });
    // A second copy under the name of the first: the dialog has asked whether to replace it.
    await window.alert.getByRole('button', { name: 'Save a copy' }).click();
    await window.said('A file with this name is already there.');
    await rename(away(), place.file);
    await window.lock();
    await window.unlock();
    await window.button('More about what waits').click();
    await dialog.choose(path.join(place.desk.folder, 'apart'));
    await window.page.getByRole('menuitem', { name: 'Save as a vault of its own' }).click();
    await window.said('What waited is saved as apart.latchkey');
    expect(Object.keys((await onDisk(path.join(place.desk.folder, 'apart.latchkey'), PASSWORD)).accounts)).toContain('In the copy');
    await window.button('More about what waits').click();
    await window.page.getByRole('menuitem', { name: 'Let go of what waits' }).click();
    await window.question.getByText('Let go of what waits, for good?').waitFor();
    await looks.at(window.page, 'unsaved-05-let-go');
    await window.question.getByRole('button', { name: 'Let go of what waits' }).click();
    await window.said('What waited is gone');
    await window.notice('could not be saved').waitFor({ state: 'detached' });
    expect(kept()).toEqual([]);
    await window.shows(['TikTok']);
  });

  it('asks before a lock that would lose what is kept in memory alone', async () => {
    // Where its folder would be stands a file: nothing can be kept there.
    await writeFile(path.join(place.desk.profile, 'rescue'), '');
    window = await SafetyWindow.at(place.desk);
    await rename(place.file, away());
    await window.fillAccount('In memory');
    await window.alert.filter({ hasText: 'kept in memory alone, and lost when you lock.' }).waitFor();
    await window.page.keyboard.press('Control+l');
    await window.question.getByText('Lock and lose one change?').waitFor();
    await looks.at(window.page, 'unsaved-06-lose');
    await window.question.getByRole('button', { name: 'Stay unlocked' }).click();
    await window.alert.waitFor();
    await window.page.keyboard.press('Control+l');
    await window.question.getByRole('button', { name: 'Lock all the same' }).click();
    await window.atLockScreen();
    await rename(away(), place.file);
    await window.unlock();
    await window.shows(['TikTok']);
    expect(await window.notice('could not be saved').count()).toBe(0);
  });

  it('keeps the change through a crash of the process that holds the vault', async () => {
    window = await SafetyWindow.at(place.desk);
    await rename(place.file, away());
    await window.fillAccount('Through a crash');
    await window.alert.filter({ hasText: 'kept sealed on this computer' }).waitFor();
    await window.killEngine();
    await window.atLockScreen();
    await rename(away(), place.file);
    await window.unlock();
    await window.button('Save it now').click();
    await window.said('What waited is saved');
    expect((await onDisk(place.file, PASSWORD)).accounts).toHaveProperty('Through a crash');
  });

  it.skipIf(!mayMount())('is on a full disk: nothing is lost, and it goes on once there is room', async () => {
    window = await SafetyWindow.at(place.desk, { password: null });
    const bytes = await readFile(place.file);
    expect(run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place.desk.documents)).toBe(true);
    try {
      await writeFile(place.file, bytes, { mode: 0o600 });
      await window.unlock();
      const filler = path.join(place.desk.documents, 'filler');
      await writeFile(filler, new Uint8Array(200_000)).catch(() => undefined);
      const titles = ['TikTok'];
      for (let n = 0; n < 20 && (await window.alert.count()) === 0; n++) {
        titles.push(`Account ${n}`);
        await window.fillAccount(`Account ${n}`);
        await window.alert
          .or(window.page.locator('.toast').filter({ hasText: `Account ${n} is saved` }))
          .first()
          .waitFor();
      }
      await window.alert.filter({ hasText: 'The disk is full, so nothing new is being saved.' }).waitFor();
      await looks.at(window.page, 'unsaved-07-full', 'like');
      await truncate(filler, 0);
      await window.alert.getByRole('button', { name: 'Try again' }).click();
      await window.said('Saving works again');
      const after = await onDisk(place.file, PASSWORD);
      expect([after.class, Object.keys(after.accounts).toSorted()]).toEqual(['clean', titles.toSorted()]);
      await window.lock();
    } finally {
      await window.close();
      expect(run('umount', place.desk.documents)).toBe(true);
    }
  });
});

/** Whether this process may mount: root in a system of its own. */
function mayMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  const at = mkdtempSync(path.join(tmpdir(), 'latchkey-mount-'));
  const done = run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at) && run('umount', at);
  rmSync(at, { recursive: true, force: true });
  return done;
}
