import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { KnownVaults } from '../../main/engine/known-vaults.ts';
import { vaultCalls } from '../../shared/contracts/engine/vault.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder = '';
let file = '';

beforeEach(() => {
  folder = temporaryFolder('latchkey-known-');
  file = path.join(folder, 'vaults.json');
});

const loaded = async (profile = folder): Promise<KnownVaults> => {
  const known = new KnownVaults(profile);
  await known.load();
  return known;
};
const views = (known: KnownVaults) => vaultCalls['vaults.list'].result.parse({ vaults: known.views(), documents: '' }).vaults;

describe('the list of known vaults', () => {
  it('is kept over a restart, the newest first, for its owner’s eyes only', async () => {
    const known = await loaded();
    const vault = path.join(folder, 'studio.latchkey');
    writeFileSync(vault, '');
    await known.add(vault, 1_790_000_000);
    await known.add('/nowhere/else/old.latchkey', 1_780_000_000);
    expect(views(await loaded())).toMatchObject([
      { name: 'studio', folder: path.basename(folder), lastOpened: 1_790_000_000, present: true },
      { name: 'old', folder: 'else', present: false },
    ]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('names a file once, by the same id, and forgets it without touching it', async () => {
    const known = await loaded();
    const id = await known.add('/a/b.latchkey', 5);
    expect(await known.add('/a/b.latchkey', null)).toBe(id);
    expect(views(known)).toMatchObject([{ vault: id, lastOpened: 5 }]);
    await known.forget(id);
    expect(known.pathOf(id)).toBeNull();
    expect(views(await loaded())).toEqual([]);
  });

  it('never tells a page more of a place than its last folder', async () => {
    const known = await loaded();
    await known.add('/home/maren/Work/Clients/studio.latchkey', null);
    expect(JSON.stringify(known.views())).not.toMatch(/maren|Work/);
  });

  it.each([
    ['no JSON', '{'],
    ['another shape', '{"vaults":[]}'],
    ['a path that is not absolute', '[{"id":"AAAAAAAAAAAAAAAAAAAAAA","path":"../x","lastOpened":null}]'],
    ['an id of other characters', '[{"id":"<script>AAAAAAAAAAAAAA","path":"/x","lastOpened":null}]'],
    ['a time before all times', '[{"id":"AAAAAAAAAAAAAAAAAAAAAA","path":"/x","lastOpened":-5}]'],
    ['a time that is none', '[{"id":"AAAAAAAAAAAAAAAAAAAAAA","path":"/x","lastOpened":1.5}]'],
    [
      'more entries than there may be',
      JSON.stringify(Array.from({ length: 101 }, (_, i) => ({ id: 'A'.repeat(22), path: `/${i}`, lastOpened: null }))),
    ],
  ])('counts as empty when it holds %s', async (_, text) => {
    writeFileSync(file, text);
    expect(views(await loaded())).toEqual([]);
  });

  it('goes on in memory where it cannot be written: no folder, a file in its way, a folder without leave', async () => {
    const inTheWay = path.join(folder, 'file');
    writeFileSync(inTheWay, '');
    const closed = path.join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    for (const profile of [path.join(inTheWay, 'profile'), '/dev/null/profile', closed]) {
      const known = await loaded(profile);
      const id = await known.add('/a.latchkey', 1);
      expect(known.pathOf(id)).toBe('/a.latchkey');
    }
  });

  it('replaces a link in its own place, never the file behind it', async () => {
    const victim = path.join(folder, 'victim');
    writeFileSync(victim, 'precious');
    symlinkSync(victim, file);
    await (await loaded()).add('/a.latchkey', 1);
    expect(readFileSync(victim, 'utf8')).toBe('precious');
    expect(views(await loaded())).toHaveLength(1);
  });

  it('keeps the hundred newest', async () => {
    const known = await loaded();
    for (let i = 0; i < 103; i++) await known.add(`/${i}.latchkey`, null);
    expect(views(await loaded())).toHaveLength(100);
    expect(views(known).map(({ name }) => name)).not.toContain('2');
  });
});
