import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Kdf } from '../../main/core/crypto/kdf.ts';
import { randomBytes } from '../../main/core/crypto/sodium.ts';
import { Vault } from '../../main/core/vault/vault.ts';
import type { VaultFile, Written } from '../../main/core/vault/vault-file.ts';
import { Attempts } from '../../main/engine/attempts.ts';
import { FileStore } from '../../main/engine/file-store.ts';
import { Keeper } from '../../main/engine/keeper.ts';
import { KnownVaults } from '../../main/engine/known-vaults.ts';
import { isRefused } from '../../shared/errors.ts';
import { makeVault, memoisedKdf, startEngine } from '../support/engine-world.ts';
import { codeOf, take } from '../support/session-world.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PASSWORD = 'copper tunnel hazard biology';
const form = { name: 'Studio Voss', password: PASSWORD, place: null, cost: 'low' as const };
const clock = { now: 1_790_000_000 };
let folder = '';
let derived = 0;

const counting: Kdf = {
  derive: (...input) => {
    derived++;
    return memoisedKdf.derive(...input);
  },
};

beforeEach(() => {
  folder = temporaryFolder('latchkey-keeper-');
  derived = 0;
  clock.now = 1_790_000_000;
});

interface Given {
  readonly documents?: string;
  readonly fileAt?: (file: string) => VaultFile;
  readonly profile?: string;
}

async function keeperOn({
  documents = folder,
  fileAt,
  profile = folder,
}: Given = {}): Promise<{ keeper: Keeper; known: KnownVaults }> {
  const known = new KnownVaults(profile);
  await known.load();
  const quiet = { onChanged: () => undefined, onOpen: () => undefined };
  const ports = { known, kdf: counting, clock: () => clock.now, version: '0.1.0', documents, profile, ...quiet };
  return { keeper: new Keeper({ ...ports, ...(fileAt === undefined ? {} : { fileAt }) }), known };
}

const files = () => readdirSync(folder).filter((name) => name.endsWith('.latchkey'));
const idOf = (known: KnownVaults) => known.views()[0]?.vault ?? '';

/** A file that can be made, and to which nothing can be added. */
class FullAfterwards extends FileStore {
  override async append(): Promise<Written> {
    return { ok: false, fault: 'disk_full' };
  }
}

describe('making a vault', () => {
  it('leaves nothing behind when it fails half way', async () => {
    const { keeper, known } = await keeperOn({ fileAt: (file) => new FullAfterwards(file) });
    expect(codeOf(await keeper.create(form))).toBe('disk_full');
    expect(files()).toEqual([]);
    expect(known.views()).toEqual([]);
    expect(keeper.session).toBeNull();
    expect(take(await (await keeperOn()).keeper.create(form)).file).toBe('studio-voss.latchkey');
  });

  it('gives its words although the list of vaults cannot be kept', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    const { keeper } = await keeperOn({ profile: path.join(folder, 'file', 'profile') });
    expect(take(await keeper.create(form)).words).toHaveLength(24);
    expect(keeper.session?.state().name).toBe('Studio Voss');
  });

  it('says so in words of a folder when the folder cannot be made', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    const { keeper } = await keeperOn({ documents: path.join(folder, 'file', 'Documents') });
    expect(codeOf(await keeper.create(form))).toBe('folder_read_only');
    const elsewhere = path.join(folder, 'gone', 'x.latchkey');
    expect(codeOf(await keeper.create({ ...form, place: elsewhere }))).toBe('folder_read_only');
  });

  it('makes the documents folder where there is none', async () => {
    const { keeper } = await keeperOn({ documents: path.join(folder, 'Documents', 'Latchkey') });
    take(await keeper.create(form));
    expect(existsSync(path.join(folder, 'Documents', 'Latchkey', 'studio-voss.latchkey'))).toBe(true);
  });

  it('derives one key however many names are taken, and touches none of those files', async () => {
    for (const name of ['studio-voss', 'studio-voss-2', 'studio-voss-3'])
      writeFileSync(path.join(folder, `${name}.latchkey`), name);
    const { keeper } = await keeperOn();
    expect(take(await keeper.create(form)).file).toBe('studio-voss-4.latchkey');
    expect(derived).toBe(1);
    expect(readFileSync(path.join(folder, 'studio-voss-2.latchkey'), 'utf8')).toBe('studio-voss-2');
    const { keeper: other } = await keeperOn();
    expect(codeOf(await other.create({ ...form, place: path.join(folder, 'studio-voss-2.latchkey') }))).toBe('vault_exists');
    expect(derived).toBe(1);
  });

  it('refuses a name that fits no card', async () => {
    const { keeper } = await keeperOn();
    expect(codeOf(await keeper.create({ ...form, name: 'Ж'.repeat(33) }))).toBe('text_too_long');
    expect(codeOf(await keeper.create({ ...form, name: 'two\nlines' }))).toBe('text_unfit');
    expect(derived).toBe(0);
    take(await keeper.create({ ...form, name: 'Ж'.repeat(32) }));
    expect(keeper.session?.me.view().name).toBe('Ж'.repeat(32));
  });
});

describe('opening a vault', () => {
  it('is one thing at a time', async () => {
    const { keeper, known } = await keeperOn();
    take(await keeper.create(form));
    await keeper.close();
    const again = await keeperOn();
    const vault = idOf(known);
    const both = await Promise.all([
      again.keeper.open({ vault, password: PASSWORD }),
      again.keeper.open({ vault, password: PASSWORD }),
    ]);
    expect(both.map(codeOf)).toEqual([null, 'busy']);
    expect(codeOf(await again.keeper.create(form))).toBe('busy');
  });

  it('founds one whose maker was stopped before anything was in it', async () => {
    const file = path.join(folder, 'half-made.latchkey');
    const settings = { ops: 3, memKib: 64 * 1024 };
    const entropy = randomBytes(32);
    const made = await Vault.create(
      { file: new FileStore(file), kdf: memoisedKdf, random: randomBytes },
      { password: PASSWORD, entropy, settings },
    );
    expect(made.ok).toBe(true);
    const { keeper, known } = await keeperOn();
    const vault = await known.add(file, null);
    expect(await keeper.open({ vault, password: PASSWORD })).toEqual({ read: 'clean' });
    expect(keeper.session?.me.view()).toMatchObject({ name: 'half-made' });
    expect(keeper.session?.state().name).toBe('half-made');
  });

  it('makes no second identity for a vault whose own does not read: what needs one is refused, the rest works', async () => {
    const engine = await startEngine(clock, folder);
    await makeVault(engine, 'Studio', PASSWORD);
    const { book, vault } = engine.keeper.session ?? {};
    const identity = book?.all('identity')[0]?.id ?? '';
    await vault?.commit([{ op: 'put', id: identity, type: 'identity', v: 2, data: { shape: 'of a newer version' } }]);
    await engine.keeper.close();
    const again = await startEngine(clock, folder);
    const { vaults } = await again.ask('vaults.list', {});
    await again.ask('vault.open', { vault: vaults[0]?.vault ?? '', password: PASSWORD });
    expect(await again.refusal('me.get', {})).toBe('damaged_vault');
    expect(await again.refusal('me.copyCard', {})).toBe('damaged_vault');
    expect(await again.refusal('inbox.read', { source: { text: 'LATCHKEY1.AAAA.END' } })).toBe('damaged_vault');
    expect(await again.refusal('people.list', {})).toBeNull();
    expect(again.keeper.session?.vault.records.get(identity)?.v).toBe(2);
    expect(again.bugs).toEqual([]);
  });

  it('by another program makes this one stop writing, and loses nothing', async () => {
    const { keeper: first, known } = await keeperOn();
    take(await first.create(form));
    // One that knows of no lock file.
    const other = await Vault.open(
      { file: new FileStore(path.join(folder, 'studio-voss.latchkey')), kdf: memoisedKdf, random: randomBytes },
      { password: PASSWORD },
    );
    if (!other.ok) throw new Error(other.code);
    expect((await other.vault.commit([{ op: 'del', id: 'A'.repeat(22) }])).ok).toBe(true);
    const client = { name: 'Harbour Bakery', colour: 1, notes: null, archived: false };
    expect(codeOf(await first.session?.clients.save(client))).toBe('changed_elsewhere');
    expect(first.session?.vault.unsaved.length).toBeGreaterThan(0);
    await first.close();
    const { keeper: second } = await keeperOn();
    take(await second.open({ vault: idOf(known), password: PASSWORD }));
    expect(await second.kept()).toHaveLength(1);
    take((await second.session?.clients.save(client)) ?? { refused: 'bug' });
  });

  it('waits longer after each wrong password from the third on, and tells how long', async () => {
    const { keeper, known } = await keeperOn();
    take(await keeper.create(form));
    await keeper.close();
    const { keeper: again } = await keeperOn();
    const vault = idOf(known);
    const wrong = () => again.open({ vault, password: 'copper tunnel hazard biologx' });
    expect([await wrong(), await wrong()]).toEqual([{ refused: 'wrong_password' }, { refused: 'wrong_password' }]);
    expect(await wrong()).toEqual({ refused: 'wrong_password', facts: { wait: 2 } });
    const before = derived;
    expect(await again.open({ vault, password: PASSWORD })).toEqual({ refused: 'busy', facts: { wait: 2 } });
    expect(derived).toBe(before);
    clock.now += 2;
    expect(await wrong()).toEqual({ refused: 'wrong_password', facts: { wait: 4 } });
    clock.now += 4;
    expect(isRefused(await again.open({ vault, password: PASSWORD }))).toBe(false);
  });

  it('says which recovery word is wrong, by its number', async () => {
    const { keeper, known } = await keeperOn();
    const { words } = take(await keeper.create(form));
    await keeper.close();
    const open = async (typed: string[]) => (await keeperOn()).keeper.open({ vault: idOf(known), recoveryWords: typed.join(' ') });
    expect(await open(words.slice(2))).toEqual({ refused: 'word_count', facts: { count: 22, expected: 24 } });
    expect(await open(words.map((word, i) => (i === 9 ? 'qqqq' : word)))).toEqual({ refused: 'unknown_word', facts: { at: 10 } });
    expect(await open(words)).toEqual({ read: 'clean' });
  });
});

describe('waiting', () => {
  it('doubles to a minute, and a clock put back does not lengthen it', () => {
    const attempts = new Attempts();
    const waits = Array.from({ length: 10 }, () => attempts.failed(1000));
    expect(waits).toEqual([0, 0, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(attempts.wait(1059)).toBe(1);
    expect(attempts.wait(1060)).toBe(0);
    expect(attempts.wait(0)).toBe(0);
  });
});
