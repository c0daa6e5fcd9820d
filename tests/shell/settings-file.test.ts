import fc from 'fast-check';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settings as shape } from '../../shared/contracts/settings.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings.ts';
import { MAX_PROFILE_FILE } from '../../main/shell/profile-file.ts';
import { readSettings, SettingsFile } from '../../main/shell/settings-file.ts';

let profile: string;
const file = (): string => path.join(profile, 'settings.json');

beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'latchkey-settings-'));
});
afterEach(async () => {
  await chmod(profile, 0o700);
  await rm(profile, { recursive: true, force: true });
});

describe('settings', () => {
  it('are the defaults at the first start, which the contract accepts, and write nothing', async () => {
    expect(new SettingsFile(profile).value).toEqual(DEFAULT_SETTINGS);
    expect(shape.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
    expect(await readdir(profile)).toEqual([]);
  });

  it('are there again after a restart, for their owner only, with nothing left beside them', async () => {
    const settings = new SettingsFile(path.join(profile, 'new', 'folder'));
    const changed: Settings[] = [];
    settings.changed.add((value) => changed.push(value));
    const value = await settings.change({ lockMinutes: 0, clipboardSeconds: null, theme: 'dark' });
    expect(value).toEqual({ ...DEFAULT_SETTINGS, lockMinutes: 0, clipboardSeconds: null, theme: 'dark' });
    expect([settings.value, ...changed]).toEqual([value, value]);
    expect(new SettingsFile(path.join(profile, 'new', 'folder')).value).toEqual(value);
    expect(await readdir(path.join(profile, 'new', 'folder'))).toEqual(['settings.json']);
    expect((await stat(path.join(profile, 'new', 'folder', 'settings.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(profile, 'new'))).mode & 0o777).toBe(0o700);
  });

  it('changed many times at once end as the last change says', async () => {
    const settings = new SettingsFile(profile);
    await Promise.all(Array.from({ length: 20 }, (_, lockMinutes) => settings.change({ lockMinutes })));
    expect(new SettingsFile(profile).value.lockMinutes).toBe(19);
    expect(await readdir(profile)).toEqual(['settings.json']);
  });

  it('that cannot be written hold for this run, say so, and leave the old file', async () => {
    await new SettingsFile(profile).change({ lockMinutes: 3 });
    const settings = new SettingsFile(profile);
    await rm(file());
    await import('node:fs/promises').then(({ mkdir }) => mkdir(path.join(file(), 'in the way'), { recursive: true }));
    await expect(settings.change({ theme: 'dark' })).rejects.toThrow();
    expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, lockMinutes: 3, theme: 'dark' });
    expect(await readdir(profile)).toEqual(['settings.json']);
  });

  it.each([
    ['', {}],
    ['{', {}],
    ['null', {}],
    ['[5]', {}],
    ['"dark"', {}],
    ['{"theme":"pink","lockMinutes":5}', { lockMinutes: 5 }],
    ['{"lockMinutes":-1}', {}],
    ['{"lockMinutes":2.5,"lockOnSuspend":"no"}', {}],
    ['{"lockMinutes":1e9,"clipboardSeconds":45}', {}],
    ['{"clipboardSeconds":null,"from":"a newer version"}', { clipboardSeconds: null }],
    ['{"__proto__":{"lockMinutes":0},"constructor":1}', {}],
    [`{"theme":"dark","x":"${'x'.repeat(MAX_PROFILE_FILE)}"}`, {}],
  ])('read from %.50j are what is in order there', async (text, expected) => {
    await writeFile(file(), text);
    expect(new SettingsFile(profile).value).toEqual({ ...DEFAULT_SETTINGS, ...expected });
    expect(await readFile(file(), 'utf8')).toBe(text);
  });

  it('read from whatever there is are always in order', () => {
    const names = fc.constantFrom(...Object.keys(DEFAULT_SETTINGS), '__proto__', 'toString');
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(names, fc.anything())), (value) => {
        expect(shape.safeParse(readSettings(value)).success).toBe(true);
      }),
      { numRuns: process.env['SLOW'] === '1' ? 20_000 : 500 },
    );
  });
});
