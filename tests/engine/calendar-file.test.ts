import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { readCalendar } from '../core/calendar/read-calendar.ts';
import { introduce, makeVault, startEngine, type TestEngine } from '../support/engine-world.ts';
import { blankForm } from '../support/session-world.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const clock = { now: Date.UTC(2026, 10, 25, 7) / 1000 };
let folder = '';
let mine: TestEngine;
let run = '';

beforeEach(async () => {
  folder = temporaryFolder();
  mine = await startEngine(clock);
  const theirs = await startEngine(clock);
  await makeVault(mine, 'Maren Voss', 'copper tunnel hazard biology');
  await makeVault(theirs, 'Tomás Reyes', 'orbit lemon saddle harvest');
  const { a: contact } = await introduce(mine, theirs);
  const { id: account } = await mine.ask('accounts.save', { ...blankForm, password: 'Tr7&mel04-Quay' });
  ({ run } = await mine.ask('runs.start', {
    ...{ kind: 'sign_in_appointment', account, contact, from: clock.now + 86_400, minutes: 30, zone: 'Europe/Berlin' },
    ...{ place: 'Lisbon', device: 'Chrome on Windows', standsBy: null },
  }));
});

it('writes the appointment where the person chose, readable by them alone, once for a token', async () => {
  const file = path.join(folder, 'tiktok-sign-in.ics');
  const token = 'S'.repeat(22);
  mine.tokens.set(token, file);
  await mine.ask('runs.saveCalendar', { run, token });
  const text = await readFile(file, 'utf8');
  expect(readCalendar(text)[0]?.get('DTSTART')).toBe('20261126T070000Z');
  expect(text).not.toContain('Tr7');
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await mine.refusal('runs.saveCalendar', { run, token })).toBe('expired_token');
});

it('says so when the place is gone', async () => {
  mine.tokens.set('S'.repeat(22), path.join(folder, 'nowhere', 'x.ics'));
  expect(await mine.refusal('runs.saveCalendar', { run, token: 'S'.repeat(22) })).toBe('folder_read_only');
});
