import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askQuestion, findQuestionDialog } from '../../../main/shell/chromium/question-dialog.ts';
import { questions } from '../../../shared/text/question.ts';
import { recordProgram } from '../../support/record-program.ts';

const { title, body, yes, no } = questions.manySecrets;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latchkey-question-'));
  vi.stubEnv('PATH', '/usr/bin:/bin');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function ask(signal = new AbortController().signal): Promise<boolean> {
  const dialog = findQuestionDialog();
  if (dialog === null) throw new Error('no dialog found');
  return askQuestion(dialog, questions.manySecrets, signal);
}

it('has none where the desktop offers no program', () => {
  expect(findQuestionDialog({ PATH: folder })).toBe(null);
  expect(findQuestionDialog({})).toBe(null);
});

it('asks with zenity, whose Enter means no and which reads no markup', async () => {
  const args = await recordProgram(folder, 'zenity');
  expect(await ask()).toBe(true);
  for (const arg of [
    '--question',
    '--no-markup',
    '--default-cancel',
    `--text=${body}`,
    `--ok-label=${yes}`,
    `--cancel-label=${no}`,
  ])
    expect(args()).toContain(arg);
});

it('asks with kdialog where there is no zenity', async () => {
  vi.stubEnv('PATH', folder);
  const args = await recordProgram(folder, 'kdialog');
  expect(await ask()).toBe(true);
  expect(args()).toEqual(['--title', title, '--warningyesno', body, '--yes-label', yes, '--no-label', no]);
});

it.each([1, 2, 5, 255])('takes an exit with %i for no', async (code) => {
  await recordProgram(folder, 'zenity', '', code);
  expect(await ask()).toBe(false);
});

it('takes a program that cannot be started for no', async () => {
  const dialog = { file: path.join(folder, 'gone'), args: () => [] };
  expect(await askQuestion(dialog, questions.manySecrets, new AbortController().signal)).toBe(false);
});

it('takes the dialog away when it is told to, which is no', async () => {
  const away = new AbortController();
  const started = performance.now();
  const asked = askQuestion({ file: '/bin/sleep', args: () => ['30'] }, questions.manySecrets, away.signal);
  away.abort();
  expect(await asked).toBe(false);
  expect(performance.now() - started).toBeLessThan(5000);
});
