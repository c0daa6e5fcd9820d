import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeProfile, removeProfile, sweepProfiles } from '../../../main/shell/chromium/profile-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latchkey-profiles-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const deadPid = (): number => spawnSync('true').pid;

it('makes a folder for its owner alone, named after this process', async () => {
  const profile = makeProfile(folder);
  expect(path.basename(profile)).toMatch(new RegExp(`^latchkey-chromium-${process.pid}-`));
  expect((await stat(profile)).mode & 0o777).toBe(0o700);
  await removeProfile(profile);
  await removeProfile(profile);
  expect(await readdir(folder)).toEqual([]);
});

it('tells the browser to save and offer nothing', async () => {
  const profile = makeProfile(folder);
  expect(JSON.parse(await readFile(path.join(profile, 'Default/Preferences'), 'utf8'))).toMatchObject({
    credentials_enable_service: false,
    profile: { password_manager_enabled: false },
    autofill: { profile_enabled: false },
  });
});

it("sweeps what a dead process left, and neither a living one's nor anything else", async () => {
  const other = path.join(folder, 'other');
  await mkdir(other);
  await writeFile(path.join(other, 'file'), 'x');
  const dead = deadPid();
  await mkdir(path.join(folder, `latchkey-chromium-${dead}-abc`));
  await writeFile(path.join(folder, `latchkey-chromium-${dead}-abc/file`), 'x');
  await writeFile(path.join(folder, `latchkey-chromium-${dead}-file`), 'x');
  await symlink(other, path.join(folder, `latchkey-chromium-${dead}-link`));
  await mkdir(path.join(folder, 'latchkey-chromium-x-abc'));
  const mine = path.basename(makeProfile(folder));
  expect(await sweepProfiles(folder)).toBe(1);
  expect((await readdir(folder)).toSorted()).toEqual(
    [`latchkey-chromium-${dead}-file`, `latchkey-chromium-${dead}-link`, 'latchkey-chromium-x-abc', mine, 'other'].toSorted(),
  );
  expect(await readdir(other)).toEqual(['file']);
});

it('sweeps a folder that is not there', async () => {
  expect(await sweepProfiles(path.join(folder, 'missing'))).toBe(0);
});
