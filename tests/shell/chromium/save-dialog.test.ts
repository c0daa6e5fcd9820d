import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askWhereToSave, findSaveDialog } from '../../../main/shell/chromium/save-dialog.ts';
import { recordProgram } from '../../support/record-program.ts';

let folder: string;
beforeEach(async () => {
  vi.stubEnv('PATH', '/usr/bin:/bin');
  folder = await mkdtemp(path.join(tmpdir(), 'latchkey-save-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function ask(name: string): Promise<unknown> {
  const dialog = findSaveDialog();
  if (dialog === null) throw new Error('no dialog found');
  return askWhereToSave(dialog, name);
}

it('has none where the desktop offers no program', () => {
  expect(findSaveDialog({ PATH: folder })).toBe(null);
  expect(findSaveDialog({})).toBe(null);
});

it.each(['zenity', 'kdialog'])('asks with %s and gives the place chosen', async (program) => {
  vi.stubEnv('PATH', folder);
  const args = await recordProgram(folder, program, '/home/me/My vault.latchkey\n');
  expect(await ask('My vault.latchkey')).toEqual({ path: '/home/me/My vault.latchkey', name: 'My vault.latchkey', size: null });
  expect(args().at(-1)).toContain(path.join(homedir(), 'My vault.latchkey'));
});

it('gives null for cancel, and for an answer that is no path', async () => {
  await recordProgram(folder, 'zenity', '', 1);
  expect(await ask('x')).toBe(null);
  await recordProgram(folder, 'zenity', 'relative');
  expect(await ask('x')).toBe(null);
});

it('lets a suggested name be neither an option, nor a command, nor another folder', async () => {
  const args = await recordProgram(folder, 'zenity', '', 1);
  await ask('--version');
  await ask('../../etc/passwd');
  await ask('$(touch /tmp/x); `y`');
  expect(args().filter((arg) => arg.startsWith('--filename'))).toEqual(
    ['--version', 'passwd', 'x); `y`'].map((name) => `--filename=${path.join(homedir(), name)}`),
  );
});
