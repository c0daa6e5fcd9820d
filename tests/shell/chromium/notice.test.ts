import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findNotifier, showNotice } from '../../../main/shell/chromium/notice.ts';
import { notices } from '../../../shared/text/notice.ts';
import { recordProgram } from '../../support/record-program.ts';

const { title, body } = notices.codeSent;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latchkey-notice-'));
  vi.stubEnv('PATH', '/usr/bin:/bin');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function show(): Promise<void> {
  const notifier = findNotifier();
  if (notifier === null) throw new Error('no program found');
  await showNotice(notifier, notices.codeSent);
}

it('has nothing to show it by where the desktop offers no program', () => {
  expect(findNotifier({ PATH: folder })).toBe(null);
});

it('is given to notify-send as two texts, neither of which can be a switch', async () => {
  const args = await recordProgram(folder, 'notify-send');
  await show();
  expect(args()).toEqual(['--app-name=Latchkey', '--', title, body]);
});

it('says when the desktop did not take it', async () => {
  await recordProgram(folder, 'notify-send', '', 1);
  await expect(show()).rejects.toThrow('no notice');
  await expect(showNotice(path.join(folder, 'gone'), notices.codeSent)).rejects.toThrow('ENOENT');
});
