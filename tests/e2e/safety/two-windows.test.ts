import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLooks } from './looks.ts';
import { onDisk } from './on-disk.ts';
import { makePlace, PASSWORD, type Place } from './place.ts';
import { SafetyWindow } from './window.ts';

const ROUNDS = process.env['SLOW'] === '1' ? 10 : 1;

describe('two windows on one vault', { timeout: 300_000 }, () => {
  const looks = startLooks();
  const windows: SafetyWindow[] = [];
  let place: Place;

  beforeEach(async () => {
    place = await makePlace(['TikTok']);
  });
  afterEach(async () => {
    for (const window of windows.splice(0)) await window.close();
    await place.desk.remove();
  });
  afterAll(() => {
    console.log(`axe: ${looks.screens} screens, light and dark, ${looks.findings.length} findings`);
    expect(looks.findings).toEqual([]);
  });

  async function open(): Promise<SafetyWindow> {
    const window = await SafetyWindow.at(place.desk);
    windows.push(window);
    return window;
  }

  it('the second only reads, sees what the first saves, and takes over once the first is closed', async () => {
    let writer = await open();
    const titles = ['TikTok'];
    for (let round = 0; round < ROUNDS; round++) {
      const reader = await open();
      await reader.notice('Another Latchkey on this computer has this vault open for writing.').waitFor();
      expect(await reader.button('Change it here').count()).toBe(0);
      expect(await reader.button('Edit').isEnabled()).toBe(false);
      const title = `Written in window ${round + 1}`;
      await writer.writeAccount(title);
      titles.push(title);
      await reader.page.getByRole('option', { name: title }).waitFor();
      if (round === 0) await looks.at(reader.page, 'two-01-reader');
      await reader.page.getByRole('option', { name: 'TikTok' }).click();
      await reader.button('Reveal password').click();
      await reader.page.getByText('password of TikTok', { exact: true }).waitFor();
      await writer.close();
      await reader.notice('Nobody else writes to this vault any more.').waitFor();
      if (round === 0) await looks.at(reader.page, 'two-02-free');
      await reader.button('Change it here').click();
      await reader.notice('Nobody else writes').waitFor({ state: 'detached' });
      await reader.writeAccount(`Taken over ${round + 1}`);
      titles.push(`Taken over ${round + 1}`);
      writer = reader;
    }
    const { class: read, accounts } = await onDisk(place.file, PASSWORD);
    expect([read, Object.keys(accounts).toSorted()]).toEqual(['clean', titles.toSorted()]);
    expect(existsSync(`${place.file}.lock`)).toBe(true);
    await writer.close();
    expect(existsSync(`${place.file}.lock`)).toBe(false);
    console.log(`take-overs: ${ROUNDS}`);
  });

  it('one that another computer seems to hold is taken over only on the person’s word', async () => {
    const lock = { pid: 4242, host: 'till-laptop 00000000-0000-0000-0000-000000000000', start: null, token: 'a'.repeat(32) };
    await writeFile(`${place.file}.lock`, JSON.stringify(lock), { mode: 0o600 });
    const window = await open();
    await window.notice('till-laptop has this vault open for writing.').waitFor();
    await looks.at(window.page, 'two-03-elsewhere', 'like');
    await window.settings('Vault health');
    await looks.at(window.page, 'two-04-health', 'like');
    await window.button('Change it here').click();
    await window.question.getByText('Take over from the other one?').waitFor();
    await looks.at(window.page, 'two-05-question');
    await window.question.getByRole('button', { name: 'Leave it' }).click();
    expect(JSON.parse(await readFile(`${place.file}.lock`, 'utf8'))).toEqual(lock);
    await window.button('Change it here').click();
    await window.question.getByRole('button', { name: 'Nobody has it open' }).click();
    await window.notice('till-laptop').waitFor({ state: 'detached' });
    await window.writeAccount('After');
    expect(JSON.parse(await readFile(`${place.file}.lock`, 'utf8'))).not.toEqual(lock);
    expect(Object.keys((await onDisk(place.file, PASSWORD)).accounts)).toEqual(['TikTok', 'After']);
  });

  it('one whose lock file says nothing is named so', async () => {
    await writeFile(`${place.file}.lock`, 'no lock of ours', { mode: 0o600 });
    const window = await open();
    await window.notice('Something has this vault open for writing').waitFor();
    await window.button('Change it here').click();
    await window.question.getByRole('button', { name: 'Nobody has it open' }).click();
    await window.notice('Something has').waitFor({ state: 'detached' });
    await window.writeAccount('After');
    expect((await onDisk(place.file, PASSWORD)).class).toBe('clean');
  });
});
