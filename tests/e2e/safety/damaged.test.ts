import { readdirSync } from 'node:fs';
import { readFile, truncate } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { onDisk } from './on-disk.ts';
import { damage, FRESH, PASSWORD, passwordOf } from './place.ts';
import { setScene } from './scene.ts';
import { SafetyWindow } from './window.ts';

const TITLES = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot'];

describe('a damaged vault', { timeout: 180_000 }, () => {
  const scene = setScene(TITLES);
  const { looks } = scene;

  it('opens to be read, and what is whole of it is taken into a new vault', async () => {
    await damage(scene.place.file, 0.6);
    const before = await readFile(scene.place.file);
    const window = (scene.window = await SafetyWindow.at(scene.place.desk));
    await window.alert.filter({ hasText: 'Part of this vault cannot be read.' }).waitFor();
    await looks.at(window.page, 'damaged-01-banner');
    const readable = await window.titles();
    expect(readable.length).toBeLessThan(TITLES.length);
    expect(await window.button('Edit').isEnabled()).toBe(false);
    await window.settings('Vault health');
    await looks.at(window.page, 'damaged-02-health');
    await window.alert.getByRole('button', { name: 'Restore a backup' }).click();
    await window.page.getByText('This vault is damaged').waitFor();
    await looks.at(window.page, 'damaged-03-backups');
    await window.page.getByRole('main').getByRole('button', { name: 'Lock the vault', exact: true }).click();
    await window.atLockScreen();
    await window.button('Another vault').click();
    await looks.at(window.page, 'damaged-04-choose');
    await window.button('Backups and rescue of studio-voss').click();
    await window.button('Take what can be read').click();
    await window.question.waitFor();
    await looks.at(window.page, 'damaged-05-ask');
    await window.question.getByRole('textbox', { name: 'Name of the new vault' }).fill('Studio rescued');
    await window.confirm('Read what is there', FRESH);
    await window.question.getByText('That passphrase does not open this vault.').waitFor();
    await window.confirm('Read what is there');
    await window.page.getByRole('heading', { name: 'What could be read' }).waitFor();
    await looks.at(window.page, 'damaged-06-report');
    await window.page.getByText(/1 stretch of the file, .* could not be read/).waitFor();
    expect(Buffer.compare(await readFile(scene.place.file), before)).toBe(0);
    await window.button('Open the new vault').click();
    await window.unlock();
    await expect.poll(() => window.titles()).toHaveLength(TITLES.length - 1);
    const rescued = await window.titles();
    await window.writeAccount('Goes on');
    const made = await onDisk(path.join(scene.place.desk.documents, 'studio-rescued.latchkey'), PASSWORD);
    expect(made.class).toBe('clean');
    for (const title of rescued) expect(made.accounts[title]).toBe(passwordOf(title));
    expect(made.accounts).toHaveProperty('Goes on');
    expect(Buffer.compare(await readFile(scene.place.file), before)).toBe(0);
    expect(readdirSync(scene.place.desk.documents).filter((name) => name.endsWith('.lock'))).toEqual([
      'studio-rescued.latchkey.lock',
    ]);
  });

  it('whose last save was cut short is repaired, and says so', async () => {
    const whole = await readFile(scene.place.file);
    await scene.place.forgetAnchors();
    await truncate(scene.place.file, whole.length - 40);
    const window = (scene.window = await SafetyWindow.at(scene.place.desk));
    await window.notice('The end of the file was torn, as after a power cut, and has been repaired.').waitFor();
    await looks.at(window.page, 'damaged-07-repaired');
    await expect.poll(() => window.titles()).toHaveLength(TITLES.length - 1);
    await window.button('Close this notice').click();
    await window.notice('was torn').waitFor({ state: 'detached' });
    await window.writeAccount('After');
    expect((await onDisk(scene.place.file, PASSWORD)).class).toBe('clean');
    expect(readdirSync(scene.place.desk.documents).filter((name) => name.includes('.torn-'))).toHaveLength(1);
  });
});
