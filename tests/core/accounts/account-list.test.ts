import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountFilter } from '../../../shared/contracts/engine/account-list.ts';
import { accountListCalls } from '../../../shared/contracts/engine/account-list.ts';
import type { Session } from '../../../main/engine/session.ts';
import {
  addAccount,
  addSeed,
  befriend,
  codeOf,
  draftFor,
  lend,
  newWorld,
  reopened,
  take,
  type World,
} from '../../support/session-world.ts';

const clock = { now: 1_790_000_000 };
let world: World;
let session: Session;

beforeEach(async () => {
  clock.now = 1_790_000_000;
  world = await newWorld('Maren', clock);
  session = world.session;
});

const all = { query: '', sort: 'title', trashed: false, offset: 0, limit: 200 } as const;
const titles = (filter: AccountFilter = {}, query = ''): string[] =>
  session.accounts.list({ ...all, query, filter }).rows.map(({ title }) => title);
const facets = () => accountListCalls['accounts.facets'].result.parse(session.accounts.facets({ trashed: false }));

describe('a filtered list', () => {
  it('narrows by tag, platform, code and owner, and counts what each filter would leave', async () => {
    const ana = (await newWorld('Ana', clock)).session;
    const { a: owner } = await befriend(session, ana);
    const shop = await addAccount(session, { title: 'Shop', platform: 'shopify', tags: ['Shop', 'Lisbon'] });
    await addSeed(session, shop, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
    await addAccount(session, { title: 'Tok', tags: ['Lisbon'], owner });
    take(await session.accounts.trash(await addAccount(session, { title: 'Gone', tags: ['Lisbon'] })));
    expect(titles({ tag: 'Lisbon' })).toEqual(['Shop', 'Tok']);
    expect(titles({ tag: 'Shop' })).toEqual(['Shop']);
    expect(titles({ platform: 'tiktok' })).toEqual(['Tok']);
    expect(titles({ hasCode: true })).toEqual(['Shop']);
    expect(titles({ hasCode: false, tag: 'Lisbon' })).toEqual(['Tok']);
    expect(titles({ owner: 'others' })).toEqual(['Tok']);
    expect(titles({ owner: 'mine' }, 'lisbon')).toEqual(['Shop']);
    expect(facets()).toEqual({
      ...{
        states: { lent: 0, ending: 0, exposed: 0 },
        codes: { with: 1, without: 1 },
        owners: { mine: 1, others: 1 },
        quality: null,
      },
      tags: [
        { tag: 'Lisbon', accounts: 2 },
        { tag: 'Shop', accounts: 1 },
      ],
      platforms: [
        { platform: 'shopify', accounts: 1 },
        { platform: 'tiktok', accounts: 1 },
      ],
    });
  });

  it('narrows by where its loans stand as time passes', async () => {
    const ana = (await newWorld('Ana', clock)).session;
    const { a: contact } = await befriend(session, ana);
    const id = await addAccount(session, { title: 'Lent', password: 'given away' });
    await addAccount(session, { title: 'Kept' });
    const day = (days: number): string => new Date((clock.now + days * 86_400) * 1000).toISOString().slice(0, 10);
    await lend(session, draftFor(id, contact, day(10)));
    const states = () => (['lent', 'ending', 'exposed'] as const).map((state) => titles({ state }).join());
    expect(states()).toEqual(['Lent', '', '']);
    clock.now += 9 * 86_400;
    expect(states()).toEqual(['Lent', 'Lent', '']);
    expect(facets().states).toEqual({ lent: 1, ending: 1, exposed: 0 });
    clock.now += 5 * 86_400;
    expect(states()).toEqual(['', '', 'Lent']);
  });

  it('narrows by weak and reused passwords once somebody judges them', async () => {
    const weak = await addAccount(session, { title: 'Weak' });
    await addAccount(session, { title: 'None' });
    expect(titles({ quality: 'weak' })).toEqual([]);
    session.accounts.judgeBy((id) => (id === weak ? { weak: true, reused: false } : null));
    expect(titles({ quality: 'weak' })).toEqual(['Weak']);
    expect(titles({ quality: 'reused' })).toEqual([]);
    expect(facets().quality).toEqual({ weak: 1, reused: 0 });
  });

  it('finds what was meant when nothing is written as it was typed, and says that it does', async () => {
    await addAccount(session, { title: 'Instagram', username: '@harbourbakery' });
    await addAccount(session, { title: 'Bäckerei' });
    const search = (query: string) => {
      const { rows, near } = session.accounts.list({ ...all, query });
      return [rows.map(({ title }) => title).join(), near];
    };
    expect(search('bakcerei')).toEqual(['Bäckerei', true]);
    expect(search('instgram harbour')).toEqual(['Instagram', true]);
    expect(search('insta')).toEqual(['Instagram', false]);
    expect(search('facebook')).toEqual(['', false]);
    await addAccount(session, { title: 'Instgram' });
    expect(search('instgram')).toEqual(['Instgram', false]);
  });

  it('knows accounts like one that is about to be saved', async () => {
    const id = await addAccount(session, { title: 'TikTok', username: '@Häfen' });
    const bare = await addAccount(session, { title: 'Second', username: null });
    const like = (more: object) =>
      session.accounts
        .similar({ client: null, platform: 'tiktok', title: '', username: '', ...more })
        .accounts.map((one) => one.id);
    expect(like({ username: 'hafen' })).toEqual([id]);
    expect(like({ username: 'hafen', id })).toEqual([]);
    expect(like({ username: 'hafen', platform: 'instagram' })).toEqual([]);
    expect(like({ username: 'haf' })).toEqual([]);
    expect(like({ title: 'tiktok', username: '@other' })).toEqual([]);
    expect(like({ title: 'tiktok' })).toEqual([id]);
    expect(like({ title: 'SECOND', username: '@other' })).toEqual([bare]);
    expect(like({ title: 'Second', client: session.book.newId() })).toEqual([]);
    expect(like({})).toEqual([]);
  });
});

describe('pinned accounts', () => {
  it('stand on top in the order they were given, also after the vault was read again, but not in a search', async () => {
    const [a, b, c] = [
      await addAccount(session, { title: 'a' }),
      await addAccount(session, { title: 'b' }),
      await addAccount(session, { title: 'c' }),
    ];
    take(await session.pins.pin({ id: c, before: null }));
    take(await session.pins.pin({ id: b, before: c }));
    expect(titles()).toEqual(['b', 'c', 'a']);
    take(await session.pins.pin({ id: c, before: b }));
    expect(titles()).toEqual(['c', 'b', 'a']);
    expect(session.pins.list().map(({ id }) => id)).toEqual([c, b]);
    expect(session.accounts.list({ ...all, query: 'tiktok' }).rows.map(({ title }) => title)).toEqual(['a', 'b', 'c']);
    const { session: again } = await reopened(world, clock);
    expect(again.accounts.list(all).rows.map(({ title, pinned }) => `${title}${pinned}`)).toEqual(['ctrue', 'btrue', 'afalse']);
    take(await session.accounts.trash(c));
    expect(session.pins.list().map(({ id }) => id)).toEqual([b]);
    expect(take(await session.pins.unpin(b))).toEqual({ before: null });
    expect(codeOf(await session.pins.unpin(b))).toBe('not_found');
    expect(codeOf(await session.pins.pin({ id: a, before: b }))).toBe('not_found');
    expect(codeOf(await session.pins.pin({ id: c, before: null }))).toBe('not_found');
    expect(titles()).toEqual(['a', 'b']);
  });

  it('stand in one order for the list and for what moves them, also when some come back from the trash to a place that was taken', async () => {
    const ids: string[] = [];
    for (const title of 'fbdaec') {
      const id = await addAccount(session, { title });
      take(await session.pins.pin({ id, before: null }));
      take(await session.accounts.trash(id));
      ids.push(id);
    }
    for (const id of ids) take(await session.accounts.restore(id));
    const listed = () => session.accounts.list(all).rows.map(({ id }) => id);
    expect(titles().join('')).toBe('abcdef');
    expect(session.pins.list().map(({ id }) => id)).toEqual(listed());
    const last = listed().at(-1) ?? '';
    take(await session.pins.pin({ id: last, before: listed()[1] ?? '' }));
    expect(titles().join('')).toBe('afbcde');
  });

  it('are fifty at most', async () => {
    for (let n = 0; n < 50; n++) take(await session.pins.pin({ id: await addAccount(session), before: null }));
    expect(await session.pins.pin({ id: await addAccount(session), before: null })).toEqual({
      refused: 'too_many',
      facts: { max: 50 },
    });
  });
});
