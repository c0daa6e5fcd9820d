import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { onDisk } from './on-disk.ts';
import { PASSWORD } from './place.ts';
import { setScene } from './scene.ts';
import { SafetyWindow } from './window.ts';

describe('the vaults this computer has seen', { timeout: 180_000 }, () => {
  const scene = setScene(['TikTok']);
  const { looks } = scene;
  let stick = '';
  beforeEach(async () => {
    stick = path.join(scene.place.desk.folder, 'stick', 'copy of mine.latchkey');
    await mkdir(path.dirname(stick));
    await copyFile(scene.place.file, stick);
  });

  it('a file from elsewhere is opened where it is, and the first one is still there', async () => {
    const window = (scene.window = await SafetyWindow.at(scene.place.desk, { password: null }));
    const before = await readFile(scene.place.file);
    await window.button('Another vault').click();
    await window.answerOpenDialog(stick);
    await window.button('Open a vault file').click();
    await window.page.getByRole('heading', { name: 'copy of mine' }).waitFor();
    await window.unlock();
    await window.writeAccount('On the stick');
    expect(Object.keys((await onDisk(stick, PASSWORD)).accounts)).toEqual(['TikTok', 'On the stick']);
    expect(Buffer.compare(await readFile(scene.place.file), before)).toBe(0);
    await window.lock();
    await window.button('Another vault').click();
    await window.button(/^studio-voss/).waitFor();
    await looks.at(window.page, 'which-01-list');
    await window.button('Take copy of mine off this list').click();
    await window.said('copy of mine is off the list. The file stays where it is.');
    await window.button(/^copy of mine/).waitFor({ state: 'detached' });
    await window.button(/^studio-voss/).click();
    await window.page.getByRole('heading', { name: 'studio-voss' }).waitFor();
    expect((await onDisk(stick, PASSWORD)).class).toBe('clean');
  });

  it('on a computer that has seen none, a file is opened in place of the first run', async () => {
    const desk = { ...scene.place.desk, profile: path.join(scene.place.desk.folder, 'new-computer') };
    const window = (scene.window = await SafetyWindow.at(desk, { password: null }));
    await window.answerOpenDialog(stick);
    await window.button(/^Open a vault I have/).click();
    await window.page.getByRole('heading', { name: 'copy of mine' }).waitFor();
    await window.unlock();
    await window.shows(['TikTok']);
    await window.settings('Vault health');
    await window.page.getByText('This computer had not seen this vault before').waitFor();
    expect((await onDisk(stick, PASSWORD)).log.at(-1)).toBe('vault-opened');
  });
});
