import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../../main/core/bytes.ts';
import { Comparison } from '../../../main/core/copies/comparison.ts';
import { sealField } from '../../../main/core/crypto/field.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { readHeader } from '../../../main/core/vault/header.ts';
import { OtherCopy } from '../../../main/core/vault/other-copy.ts';
import { addAccount, addSeed, blankForm, codeOf, newWorld, reopened, take } from '../../support/session-world.ts';
import { bring, bytesOf, copyBeside, listed, PASSWORD } from './support.ts';

const DAY = 86_400;
const clock = { now: Date.UTC(2026, 10, 25, 7) / 1000 };
const seed = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

async function studio() {
  const world = await newWorld('Maren', clock);
  const ids: Record<string, string> = {};
  for (const title of ['Etsy', 'TikTok', 'Shopify', 'YouTube'])
    ids[title] = await addAccount(world.session, {
      title,
      username: `@${title.toLowerCase()}`,
      password: `password of ${title}`,
      notes: 'n',
    });
  const id = (title: string): string => ids[title] ?? '';
  return { ...world, world, id };
}

describe('a copy beside its vault', () => {
  it('is the same where nothing happened, and looking changes nothing', async () => {
    const { session, world } = await studio();
    const copy = await copyBeside(session, bytesOf(world));
    const before = bytesOf(world);
    const first = listed(session, copy);
    expect(first.counts).toEqual({ onlyThere: 0, differs: 0, same: 4, onlyHere: 0 });
    expect(first.rows.map(({ title, state, parts }) => [title, state, parts])).toEqual([
      ['Etsy', 'same', []],
      ['Shopify', 'same', []],
      ['TikTok', 'same', []],
      ['YouTube', 'same', []],
    ]);
    expect(listed(session, copy)).toEqual(first);
    expect(bytesOf(world)).toEqual(before);
  });

  it('tells what differs, what is only there and what only here', async () => {
    const { session, world, id } = await studio();
    const bytes = bytesOf(world);
    clock.now += DAY;
    const edit = { ...blankForm, title: 'TikTok', username: '@tiktok' };
    take(await session.accounts.save({ ...edit, id: id('TikTok'), password: 'another', tags: ['shop'] }));
    await addSeed(session, id('Etsy'), seed);
    take(await session.accounts.trash(id('YouTube')));
    await session.book.change((draft) => (draft.del(id('Shopify')), {}));
    await addAccount(session, { title: 'New' });
    const copy = await copyBeside(session, bytes);
    const { counts, rows } = listed(session, copy);
    expect(counts).toEqual({ onlyThere: 1, differs: 3, same: 0, onlyHere: 1 });
    expect(rows.map(({ title, state, parts }) => [title, state, parts])).toEqual([
      ['Shopify', 'only_there', []],
      ['Etsy', 'differs', ['codes']],
      ['TikTok', 'differs', ['password', 'history', 'other']],
      ['YouTube', 'differs', ['trash']],
    ]);
    expect(rows[0]).toMatchObject({ username: '@shopify', client: null, platform: 'tiktok', here: null, trashed: false });
    expect(rows[2]).toMatchObject({ changed: clock.now - DAY, here: { changed: clock.now, trashed: false } });
    expect(JSON.stringify(rows)).not.toContain('password of');
  });

  it('counts use and a password written down again as no difference', async () => {
    const { session, world, id } = await studio();
    const bytes = bytesOf(world);
    clock.now += DAY;
    take(await session.accounts.secret(id('Etsy'), 'password', 'revealed'));
    take(
      await session.accounts.save({
        ...blankForm,
        title: 'TikTok',
        username: '@tiktok',
        id: id('TikTok'),
        password: 'password of TikTok',
      }),
    );
    const copy = await copyBeside(session, bytes);
    expect(listed(session, copy).counts).toEqual({ onlyThere: 0, differs: 0, same: 4, onlyHere: 0 });
  });

  it('compares secrets by what they hold, whatever key they are sealed with', async () => {
    const { session, world, id } = await studio();
    const bytes = bytesOf(world);
    const access = { password: PASSWORD, entropy: null, device: null, settings: session.vault.kdf };
    expect((await session.vault.rotateKey(access)).ok).toBe(true);
    const { session: later, file } = await reopened(world, clock);
    expect(file.bytes).not.toEqual(bytes);
    take(await later.accounts.save({ ...blankForm, title: 'Etsy', username: '@etsy', id: id('Etsy'), notes: 'another' }));
    const copy = await copyBeside(later, bytes, PASSWORD);
    const { counts, rows } = listed(later, copy);
    expect(counts).toEqual({ onlyThere: 0, differs: 1, same: 3, onlyHere: 0 });
    expect(rows[0]?.parts).toEqual(['notes']);
    const made = take(await bring(later, copy, [id('Etsy')])).ids[0] ?? '';
    expect(await later.accounts.secret(made, 'notes', 'revealed')).toBe('n');
  });

  it('differs where a secret does not open, since nothing is known of it', async () => {
    const { session, world, id } = await studio();
    const account = session.book.get('account', id('Etsy'));
    if (account === null) throw new Error('it is there');
    const bytes = bytesOf(world);
    const foreign = sealField(randomBytes(32), id('Etsy'), 'notes', 1, randomBytes(3), randomBytes);
    await session.book.change((draft) => (draft.put('account', id('Etsy'), { ...account, notes: foreign }), {}));
    const copy = await copyBeside(session, bytes);
    expect(listed(session, copy).rows[0]).toMatchObject({ title: 'Etsy', state: 'differs', parts: ['notes'] });
  });

  it('leaves out the accounts that do not fit, which are counted', async () => {
    const { session, world, id } = await studio();
    const data = { ...session.vault.records.get(id('Etsy'))?.data, colour: 'red' };
    expect((await session.vault.commit([{ op: 'put', id: id('Etsy'), type: 'account', v: 1, data }])).ok).toBe(true);
    const copy = await copyBeside(session, bytesOf(world));
    expect([copy.setAside, copy.lastSaved]).toEqual([1, clock.now]);
    expect(listed(session, copy).total).toBe(3);
    expect(codeOf(await bring(session, copy, [id('Etsy')]))).toBe('not_found');
  });

  it('is listed in pages, by state and by what is searched, and follows what changes here', async () => {
    const { session, world, id } = await studio();
    const copy = await copyBeside(session, bytesOf(world));
    const comparison = new Comparison(copy);
    expect(await comparison.prepare(session.book, () => false)).toBe(false);
    expect(await comparison.prepare(session.book, () => true)).toBe(true);
    const ask = (more: object) =>
      comparison.list(session.book, { show: 'all', query: '', offset: 0, limit: 200, ...more }, new Set([id('Shopify')]));
    const titles = (more: object): string[] => ask(more).rows.map(({ title }) => title);
    expect([titles({ limit: 3 }), titles({ offset: 3, limit: 3 })]).toEqual([['Etsy', 'Shopify', 'TikTok'], ['YouTube']]);
    expect(ask({ query: '@shop' })).toMatchObject({ total: 1, counts: { same: 4 }, rows: [{ title: 'Shopify', brought: true }] });
    expect(ask({ show: 'only_there' })).toMatchObject({ total: 0, rows: [] });
    await session.book.change((draft) => (draft.del(id('TikTok')), {}));
    expect(titles({ show: 'only_there' })).toEqual(['TikTok']);
    take(await session.accounts.trash(id('Etsy')));
    expect(titles({ show: 'differs' })).toEqual(['Etsy']);
  });
});

describe('another file beside a vault', () => {
  it('is not opened when it is of another vault, whatever opens it', async () => {
    const { session } = await studio();
    const stranger = await newWorld('Tomás', clock);
    const bytes = bytesOf(stranger);
    for (const credential of [null, { password: PASSWORD }])
      expect(await session.vault.openCopy(bytes, credential)).toBe('another_vault');
    // With our id written over its own: the slot is bound to the id it was made for.
    bytes.set(session.vault.vaultId, 16);
    expect(await session.vault.openCopy(bytes, null)).toBe('other_keys');
    expect(await session.vault.openCopy(bytes, { password: PASSWORD })).toBe('damaged_slot');
  });

  it('asks for the passphrase of its own day after the vault key was renewed, and opens by no other', async () => {
    const { session, world } = await studio();
    const bytes = bytesOf(world);
    const access = { password: 'orbit lemon saddle harvest', entropy: null, device: null, settings: session.vault.kdf };
    expect((await session.vault.rotateKey(access)).ok).toBe(true);
    expect(await session.vault.openCopy(bytes, null)).toBe('other_keys');
    expect(await session.vault.openCopy(bytes, { password: access.password })).toBe('wrong_key');
    const copy = await copyBeside(session, bytes, PASSWORD);
    expect(listed(session, copy).counts.same).toBe(4);
  });

  it('is read up to its damage, and behind it when asked', async () => {
    const { session, world, id } = await studio();
    const at = session.vault.position.end;
    await addAccount(session, { title: 'Lost' });
    await addAccount(session, { title: 'Behind' });
    const bytes = bytesOf(world);
    bytes.fill(0, at + 100, at + 140);
    const copy = await session.vault.openCopy(bytes, null);
    if (typeof copy === 'string') throw new Error(copy);
    expect(copy.damage).toEqual({ kind: 'damaged', lostBytes: bytes.length - at, gaps: 1, missingSaves: 0, isReadBehind: false });
    expect(copy.records.has(id('Etsy'))).toBe(true);
    const known = copy.records.size;
    expect(await copy.readBehind(() => true)).toBe(true);
    expect(copy.damage).toMatchObject({ kind: 'damaged', gaps: 1, missingSaves: 1, isReadBehind: true });
    expect(copy.damage?.lostBytes).toBeLessThan(bytes.length - at);
    expect(copy.records.size).toBeGreaterThan(known);
    const titles = [...copy.records.values()].map(({ data }) => data['title']);
    expect([titles.includes('Lost'), titles.includes('Behind')]).toEqual([false, true]);
  });

  it('whose last save is not all there says so, and has everything before it', async () => {
    const { session, world } = await studio();
    const at = session.vault.position.end;
    await addAccount(session, { title: 'Half' });
    const copy = await session.vault.openCopy(bytesOf(world).slice(0, at + 200), null);
    if (typeof copy === 'string') throw new Error(copy);
    expect(copy.damage).toEqual({ kind: 'unfinished', lostBytes: 200, gaps: 1, missingSaves: 0, isReadBehind: false });
    expect(await copy.readBehind(() => true)).toBe(false);
  });

  it('forgets everything when it is closed, and when the vault is', async () => {
    const { session, world, id } = await studio();
    const bytes = bytesOf(world);
    const opened = [await session.vault.openCopy(bytes, null), await session.vault.openCopy(bytes, null)];
    const [one, other] = opened;
    if (typeof one !== 'object' || typeof other !== 'object') throw new Error('both open');
    const account = session.book.get('account', id('Etsy'));
    if (account?.password === undefined) throw new Error('it has a password');
    expect(one.openField(id('Etsy'), 'password', account.password)).not.toBeNull();
    one.close();
    expect([one.isClosed, one.records.size, one.openField(id('Etsy'), 'password', account.password)]).toEqual([true, 0, null]);
    expect(other.isClosed).toBe(false);
    // The open vault has keys of its own.
    expect(await session.accounts.secret(id('Etsy'), 'password', 'revealed')).toBe('password of Etsy');
    await session.vault.close();
    expect([other.isClosed, other.records.size, other.openField(id('Etsy'), 'password', account.password)]).toEqual([
      true,
      0,
      null,
    ]);
  });

  it('wipes its copies of the keys when it is closed', async () => {
    const { world } = await studio();
    const bytes = bytesOf(world);
    const header = readHeader(bytes);
    if (typeof header === 'string') throw new Error(header);
    const fields = { vaultId: header.vaultId, epoch: 1, baseSeq: 0, baseChain: header.baseChain };
    const taken: Bytes[] = [];
    const key = (): Bytes => {
      const own = randomBytes(32);
      taken.push(own);
      return Object.assign(randomBytes(32), { slice: () => own });
    };
    const keys = { vault: key(), frames: key(), header: key(), anchor: key(), fields: key() };
    const zeros = (): boolean[] => [taken[1], taken[4]].map((own) => own?.every((byte) => byte === 0) === true);
    const copy = await OtherCopy.read(bytes, header.bytes.length, fields, keys, () => true);
    expect([copy?.damage?.kind, ...zeros()]).toEqual(['damaged', false, false]);
    copy?.close();
    expect(zeros()).toEqual([true, true]);
  });

  it('is not opened when the reading is given up', async () => {
    const { session, world } = await studio();
    const data = { text: 'long '.repeat(60_000) };
    const put = (n: number) => ({ op: 'put' as const, id: session.book.newId(), type: 'later', v: n, data });
    for (const n of [1, 2, 3, 4, 5]) expect((await session.vault.commit([put(n)])).ok).toBe(true);
    expect(await session.vault.openCopy(bytesOf(world), null, () => false)).toBe('cancelled');
  });

  it('whose reading is under way when the vault closes is closed with it', async () => {
    const { session, world } = await studio();
    const bytes = bytesOf(world);
    const reading = session.vault.openCopy(bytes, null);
    await session.vault.close();
    expect(await reading).toBe('cancelled');
  });

  it('keeps its keys while the vault’s are renewed', async () => {
    const { session, world, id } = await studio();
    const copy = await copyBeside(session, bytesOf(world));
    expect(
      (await session.vault.rotateKey({ password: PASSWORD, entropy: null, device: null, settings: session.vault.kdf })).ok,
    ).toBe(true);
    const made = take(await bring(session, copy, [id('Etsy')])).ids[0] ?? '';
    expect(await session.accounts.secret(made, 'password', 'revealed')).toBe('password of Etsy');
    copy.close();
    expect(codeOf(await bring(session, copy, [id('Etsy')]))).toBe('not_found');
  });
});
