import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { MAX_BROUGHT_IN } from '../../../shared/limits.ts';
import { emptyAccount } from '../../../main/core/accounts/account-form.ts';
import type { OtherCopy } from '../../../main/core/vault/other-copy.ts';
import { makeVault, startEngine, type TestEngine } from '../../support/engine-world.ts';
import { blankForm } from '../../support/session-world.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const PASSWORD = 'copper tunnel hazard biology';
const FRESH = 'orbit lemon saddle harvest';
const DAY = 86_400;
const START = Date.UTC(2026, 2, 12, 7) / 1000;
const seed = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

const clock = { now: START };
let engine: TestEngine;
let file = '';

const account = (title: string) => ({ ...blankForm, title, password: `password of ${title}` });
const save = async (title: string): Promise<string> => (await engine.ask('accounts.save', account(title))).id;
const titles = async (): Promise<string[]> => {
  const page = { query: '', sort: 'title' as const, trashed: false, offset: 0, limit: 200 };
  return (await engine.ask('accounts.list', page)).rows.map(({ title }) => title);
};
const list = (copy: string, more: object = {}) =>
  engine.ask('copies.list', { copy, show: 'all', query: '', offset: 0, limit: 200, ...more });
const rows = async (copy: string) => (await list(copy)).rows.map(({ title, state }) => [title, state]);
const password = async (id: string) => (await engine.ask('accounts.reveal', { id, field: 'password' })).text;

/** A token for a file, as the shell's dialog gives one. */
function chosen(place: string): { kind: 'file'; token: string } {
  const token = `T${engine.tokens.size}`.padEnd(22, 'x');
  engine.tokens.set(token, place);
  return { kind: 'file', token };
}

async function reopen(): Promise<void> {
  await engine.keeper.close();
  engine = await startEngine(clock, engine.folder);
  const vault = (await engine.ask('vaults.list', {})).vaults[0]?.vault ?? '';
  await engine.ask('vault.open', { vault, password: PASSWORD });
}

beforeEach(async () => {
  clock.now = START;
  engine = await startEngine(clock);
  await makeVault(engine, 'Studio Voss', PASSWORD);
  file = path.join(engine.folder, 'studio-voss.latchkey');
});

describe('a look inside a backup', () => {
  it('shows what it has beside what is here, and brings in what is ticked as new accounts', async () => {
    const [kept, changed] = [await save('Etsy'), await save('TikTok')];
    const { pending } = await engine.ask('factors.read', { text: seed });
    await engine.ask('factors.confirm', { account: changed, pending, typed: null });
    const { backup } = await engine.ask('backups.make', {});
    const folder = path.join(engine.folder, 'backups');
    const files = readdirSync(folder, { recursive: true });
    const place = path.join(folder, String(files.find((name) => String(name).endsWith('.latchkey'))));
    const bytes = readFileSync(place);
    clock.now += 20 * DAY;
    await engine.ask('accounts.save', { ...account('TikTok'), id: changed, password: 'another one' });
    await save('Shopify');
    const { copy, ...view } = await engine.ask('copies.open', { source: { kind: 'backup', backup: backup.id } });
    expect(view).toEqual({
      ...{ kind: 'backup', name: null, at: START, bytes: backup.bytes, locked: false, damage: null, setAside: 0 },
    });
    expect(await rows(copy)).toEqual([
      ['TikTok', 'differs'],
      ['Etsy', 'same'],
    ]);
    expect((await list(copy)).counts).toEqual({ onlyThere: 0, differs: 1, same: 1, onlyHere: 1 });
    const before = readFileSync(file).length;
    const done = await engine.ask('copies.bringIn', { copy, ids: [changed] });
    expect(done).toEqual({ brought: 1, clients: 0, unreadable: 0, ownerless: 0, strangers: 0, mark: 'from backup of 12 Mar' });
    expect(readFileSync(file).length).toBeGreaterThan(before);
    expect(await titles()).toEqual(['Etsy', 'Shopify', 'TikTok', 'TikTok (from backup of 12 Mar)']);
    expect((await list(copy)).rows.map(({ title, brought }) => [title, brought])).toEqual([
      ['TikTok', true],
      ['Etsy', false],
    ]);
    await reopen();
    const found = { query: 'from backup', sort: 'title' as const, trashed: false, offset: 0, limit: 9 };
    const made = (await engine.ask('accounts.list', found)).rows[0]?.id ?? '';
    expect([await password(made), await password(changed), await password(kept)]).toEqual([
      ...['password of TikTok', 'another one', 'password of Etsy'],
    ]);
    const codes = [made, changed].map((id) => engine.ask('codes.live', { account: id }));
    const [one, other] = await Promise.all(codes);
    expect(one).toEqual(other);
    expect((await engine.ask('log.list', { account: made, offset: 0, limit: 9 })).rows.map(({ what }) => what)).toContain(
      'account-brought-in',
    );
    expect((await engine.ask('log.verify', {})).bad).toBeNull();
    // The backup is only ever read.
    expect(readFileSync(place).equals(bytes)).toBe(true);
    expect(readdirSync(folder, { recursive: true })).toEqual(files);
  });

  it('made before the vault key was renewed asks for the passphrase it had then', async () => {
    const id = await save('Etsy');
    const { backup } = await engine.ask('backups.make', {});
    await engine.ask('vault.changePassword', { old: PASSWORD, fresh: FRESH, cost: 'low' });
    await engine.ask('vault.rotateKey', { password: FRESH });
    await engine.ask('accounts.save', { ...account('Etsy'), id, password: 'another one' });
    const opened = await engine.ask('copies.open', { source: { kind: 'backup', backup: backup.id } });
    expect(opened).toMatchObject({ locked: true, at: START, damage: null });
    const { copy } = opened;
    expect(await engine.refusal('copies.list', { copy, show: 'all', query: '', offset: 0, limit: 9 })).toBe('not_found');
    expect(await engine.refusal('copies.bringIn', { copy, ids: [id] })).toBe('not_found');
    expect(await engine.refusal('copies.unlock', { copy, password: FRESH })).toBe('wrong_password');
    expect(await engine.ask('copies.unlock', { copy, password: PASSWORD })).toMatchObject({ copy, locked: false });
    expect(await rows(copy)).toEqual([['Etsy', 'differs']]);
    await engine.ask('copies.bringIn', { copy, ids: [id] });
    const accounts = engine.keeper.session?.book.all('account') ?? [];
    const made = accounts.find(({ data }) => data.title.includes('from backup'))?.id ?? '';
    expect(await password(made)).toBe('password of Etsy');
    await engine.keeper.close();
    engine = await startEngine(clock, engine.folder);
    const vault = (await engine.ask('vaults.list', {})).vaults[0]?.vault ?? '';
    expect(await engine.refusal('vault.open', { vault, password: PASSWORD })).toBe('wrong_password');
    await engine.ask('vault.open', { vault, password: FRESH });
    expect(await password(made)).toBe('password of Etsy');
  });

  it('waits longer and longer between wrong passphrases', async () => {
    const { backup } = await engine.ask('backups.make', {});
    await engine.ask('vault.rotateKey', { password: PASSWORD });
    const { copy } = await engine.ask('copies.open', { source: { kind: 'backup', backup: backup.id } });
    const tried: (string | null)[] = [];
    for (let n = 0; n < 4; n++) tried.push(await engine.refusal('copies.unlock', { copy, password: `${FRESH} ${n}` }));
    expect(tried).toEqual(['wrong_password', 'wrong_password', 'wrong_password', 'busy']);
    clock.now += 2;
    await engine.ask('copies.unlock', { copy, password: PASSWORD });
  });

  it('tries passphrases one after another, however many are sent at once', async () => {
    const { backup } = await engine.ask('backups.make', {});
    await engine.ask('vault.rotateKey', { password: PASSWORD });
    const { copy } = await engine.ask('copies.open', { source: { kind: 'backup', backup: backup.id } });
    const sent = [1, 2, 3, 4].map((n) => engine.refusal('copies.unlock', { copy, password: `${FRESH} ${n}` }));
    sent.push(engine.refusal('copies.unlock', { copy, password: PASSWORD }));
    expect(await Promise.all(sent)).toEqual([...Array(3).fill('wrong_password'), 'busy', 'busy']);
  });

  it('that is not there any more says so', async () => {
    expect(await engine.refusal('copies.open', { source: { kind: 'backup', backup: 'A'.repeat(22) } })).toBe('no_backup');
  });
});

describe('the other copy of a fork', () => {
  it('gives its records to the one that is kept, and stays as it is', async () => {
    await save('Both');
    await engine.keeper.close();
    // Another computer goes on with the file as it was.
    const there = await startEngine(clock, temporaryFolder('latchkey-there-'));
    const theirs = path.join(there.folder, 'studio-voss.latchkey');
    copyFileSync(file, theirs);
    there.tokens.set('V'.repeat(22), theirs);
    const { vault } = await there.ask('vaults.add', { token: 'V'.repeat(22) });
    await there.ask('vault.open', { vault, password: PASSWORD });
    await there.ask('accounts.save', account('Theirs'));
    await there.keeper.close();
    await reopen();
    const ours = await save('Ours');
    await engine.keeper.close();
    // The cloud folder keeps theirs under the name, and puts ours beside it.
    const beside = path.join(engine.folder, 'studio-voss (conflicted copy).latchkey');
    copyFileSync(file, beside);
    copyFileSync(theirs, file);
    const bytes = readFileSync(beside);
    await reopen();
    expect((await engine.ask('vault.state', {})).open).toMatchObject({ anchor: 'forked', readOnly: 'forked' });
    const before = readFileSync(file);
    const { copy, ...view } = await engine.ask('copies.open', { source: chosen(beside) });
    expect(view).toMatchObject({ kind: 'file', name: 'studio-voss (conflicted copy).latchkey', at: START, locked: false });
    expect(await rows(copy)).toEqual([
      ['Ours', 'only_there'],
      ['Both', 'same'],
    ]);
    expect((await list(copy)).counts.onlyHere).toBe(1);
    expect(await engine.refusal('copies.bringIn', { copy, ids: [ours] })).toBe('forked');
    expect(readFileSync(file).equals(before)).toBe(true);
    await engine.ask('vault.acceptState', {});
    expect(await engine.ask('copies.bringIn', { copy, ids: [ours] })).toMatchObject({
      brought: 1,
      mark: 'from other copy of 12 Mar',
    });
    expect(await titles()).toEqual(['Both', 'Ours (from other copy of 12 Mar)', 'Theirs']);
    await reopen();
    expect((await engine.ask('vault.state', {})).open).toMatchObject({ anchor: 'fits', readOnly: null });
    expect(await titles()).toEqual(['Both', 'Ours (from other copy of 12 Mar)', 'Theirs']);
    expect(readFileSync(beside).equals(bytes)).toBe(true);
  });
});

describe('a damaged copy', () => {
  it('says what could not be read, shows what was before it, and what is behind it when asked', async () => {
    await save('Before');
    const at = readFileSync(file).length;
    await save('Lost');
    const behind = await save('Behind');
    const beside = path.join(engine.folder, 'copy.latchkey');
    const bytes = readFileSync(file);
    bytes.fill(0, at + 90, at + 130);
    writeFileSync(beside, bytes);
    const { copy, damage } = await engine.ask('copies.open', { source: chosen(beside) });
    expect(damage).toEqual({ kind: 'damaged', lostBytes: bytes.length - at, gaps: 1, missingSaves: 0, isReadBehind: false });
    expect(await rows(copy)).toEqual([['Before', 'same']]);
    const more = await engine.ask('copies.readBehind', { copy });
    expect(more).toMatchObject({ copy, damage: { kind: 'damaged', gaps: 1, missingSaves: 1, isReadBehind: true } });
    expect(await rows(copy)).toEqual([
      ['Before', 'same'],
      ['Behind', 'same'],
    ]);
    expect(await engine.refusal('copies.readBehind', { copy })).toBeNull();
    await engine.ask('copies.bringIn', { copy, ids: [behind] });
    expect(readFileSync(beside).equals(bytes)).toBe(true);
    expect((await engine.ask('vault.check', {})).fault).toBeNull();
  });

  it('is refused with its own reason when not even its head can be read', async () => {
    const beside = path.join(engine.folder, 'copy.latchkey');
    const whole = readFileSync(file);
    const with_ = (change: (bytes: Buffer) => Buffer): Promise<string | null> => {
      writeFileSync(beside, change(Buffer.from(whole)));
      return engine.refusal('copies.open', { source: chosen(beside) });
    };
    expect(await with_((bytes) => bytes.subarray(0, 100))).toBe('damaged_header');
    expect(await with_((bytes) => bytes.fill(9, 8, 10))).toBe('newer_version');
    expect(await with_(() => Buffer.from('a letter'))).toBe('not_a_vault');
    // A head that was changed cannot be told from one of another key, until its passphrase is there.
    writeFileSync(beside, Buffer.from(whole).fill(7, 60, 61));
    const { copy, locked } = await engine.ask('copies.open', { source: chosen(beside) });
    expect(locked).toBe(true);
    expect(await engine.refusal('copies.unlock', { copy, password: PASSWORD })).toBe('damaged_header');
  });
});

describe('a file chosen as a copy', () => {
  it('must be one, of this vault, behind a token that was not used', async () => {
    const open = (place: string) => engine.refusal('copies.open', { source: chosen(place) });
    expect(await engine.refusal('copies.open', { source: { kind: 'file', token: 'N'.repeat(22) } })).toBe('expired_token');
    expect(await open(path.join(engine.folder, 'nowhere.latchkey'))).toBe('file_unreadable');
    mkdirSync(path.join(engine.folder, 'folder.latchkey'));
    expect(await open(path.join(engine.folder, 'folder.latchkey'))).toBe('file_unreadable');
    // A pipe nobody writes into would never end.
    if (process.platform !== 'win32') {
      const pipe = path.join(engine.folder, 'pipe.latchkey');
      execFileSync('mkfifo', [pipe]);
      expect(await open(pipe)).toBe('file_unreadable');
    }
    const other = await startEngine(clock);
    await makeVault(other, 'Studio Voss', PASSWORD);
    expect(await open(path.join(other.folder, 'studio-voss.latchkey'))).toBe('another_vault');
    const source = chosen(file);
    await engine.ask('copies.open', { source });
    expect(await engine.refusal('copies.open', { source })).toBe('expired_token');
    expect(engine.bugs).toEqual([]);
  });

  it('is forgotten when closed, when another is opened, and with the vault', async () => {
    const id = await save('Etsy');
    const gone = async (copy: string) => {
      const asked = { copy, show: 'all' as const, query: '', offset: 0, limit: 9 };
      const codes = [await engine.refusal('copies.list', asked), await engine.refusal('copies.bringIn', { copy, ids: [id] })];
      codes.push(
        await engine.refusal('copies.readBehind', { copy }),
        await engine.refusal('copies.unlock', { copy, password: PASSWORD }),
      );
      return codes.every((code) => code === 'not_found');
    };
    const vault = engine.keeper.session?.vault;
    if (vault === undefined) throw new Error('it is open');
    const opened: OtherCopy[] = [];
    const openCopy = vault.openCopy.bind(vault);
    Object.assign(vault, {
      openCopy: async (...of: Parameters<typeof openCopy>) => {
        const copy = await openCopy(...of);
        if (typeof copy !== 'string') opened.push(copy);
        return copy;
      },
    });
    const closed = (): boolean[] => opened.map(({ isClosed }) => isClosed);
    const first = (await engine.ask('copies.open', { source: chosen(file) })).copy;
    await engine.ask('copies.close', { copy: first });
    expect(await gone(first)).toBe(true);
    const second = (await engine.ask('copies.open', { source: chosen(file) })).copy;
    const third = (await engine.ask('copies.open', { source: chosen(file) })).copy;
    expect([await gone(second), await gone(third)]).toEqual([true, false]);
    expect(closed()).toEqual([true, true, false]);
    await engine.ask('copies.close', { copy: second });
    expect(await gone(third)).toBe(false);
    const { backup } = await engine.ask('backups.make', {});
    await engine.ask('backups.restore', { id: backup.id, password: PASSWORD });
    expect(await gone(third)).toBe(true);
    expect(closed()).toEqual([true, true, true]);
    expect(engine.bugs).toEqual([]);
  });
});

describe('many accounts', () => {
  it('come in pages, and are brought in at once in one save', async () => {
    const session = engine.keeper.session;
    if (session === null) throw new Error('it is open');
    const ids = Array.from({ length: 450 }, () => session.book.newId());
    await session.book.change((draft) => {
      for (const [n, id] of ids.entries())
        draft.put('account', id, {
          ...emptyAccount(START),
          title: `Account ${n}`,
          password: session.book.seal(id, 'password', 1, `p${n}`),
        });
      return {};
    });
    const { backup } = await engine.ask('backups.make', {});
    await session.book.change((draft) => {
      for (const id of ids) draft.del(id);
      return {};
    });
    const source = { kind: 'backup' as const, backup: backup.id };
    const stop = engine.client.on('progress', ({ task }) => void engine.client.call('work.cancel', { task }));
    expect(await engine.refusal('copies.open', { source })).toBe('cancelled');
    stop();
    const { copy } = await engine.ask('copies.open', { source });
    const pages = [await list(copy), await list(copy, { offset: 200 }), await list(copy, { offset: 400 })];
    expect(pages.map((page) => [page.total, page.rows.length])).toEqual([
      [450, 200],
      [450, 200],
      [450, 50],
    ]);
    const found = pages.flatMap((page) => page.rows.map(({ id }) => id));
    expect(new Set(found)).toEqual(new Set(ids));
    const { seq } = session.vault.position;
    expect(await engine.ask('copies.bringIn', { copy, ids: found })).toMatchObject({ brought: 450, unreadable: 0 });
    expect(session.vault.position.seq - seq).toBeLessThanOrEqual(2);
    expect(session.book.count('account')).toBe(450);
    const more = Array.from({ length: MAX_BROUGHT_IN + 1 }, () => ids[0] ?? '');
    expect(await engine.refusal('copies.bringIn', { copy, ids: more })).toBe('bad_params');
    expect(await engine.refusal('copies.bringIn', { copy, ids: [] })).toBe('bad_params');
    expect(await engine.refusal('copies.list', { copy, show: 'all', query: '', offset: 0, limit: 201 })).toBe('bad_params');
  });
});
