import { beforeEach, describe, expect, it } from 'vitest';
import type { Bulk, BulkDone } from '../../../shared/contracts/engine/account-list.ts';
import { accountListCalls } from '../../../shared/contracts/engine/account-list.ts';
import type { Session } from '../../../main/engine/session.ts';
import { addAccount, codeOf, logged, newWorld, take, type World } from '../../support/session-world.ts';

const clock = { now: 1_790_000_000 };
let world: World;
let session: Session;

beforeEach(async () => {
  world = await newWorld('Maren', clock);
  session = world.session;
});

const tagsOf = (id: string): string => take(session.details.get(id)).tags.join();
const run = async (bulk: Bulk): Promise<BulkDone> =>
  accountListCalls['accounts.bulk'].result.parse(take(await session.bulks.run(bulk)));
const takeBack = async ({ back }: BulkDone): Promise<void> => {
  for (const one of back) await run(one);
};

describe('one act on many accounts', () => {
  it('is one save and one entry of the log for each it changes, and can be taken back for exactly those', async () => {
    const [a, b] = [await addAccount(session, { tags: ['old'] }), await addAccount(session, { tags: ['old', 'new'] })];
    const before = session.vault.position.seq;
    const log = logged(session).length;
    const done = await run({ ids: [a, b, b, session.book.newId()], act: { kind: 'tag', tag: 'new' } });
    expect(done).toEqual({ changed: 1, back: [{ ids: [a], act: { kind: 'untag', tag: 'new' } }] });
    expect(session.vault.position.seq - before).toBe(1);
    expect(logged(session).slice(log)).toEqual(['account-changed']);
    expect([tagsOf(a), tagsOf(b)]).toEqual(['old,new', 'old,new']);
    await takeBack(done);
    expect([tagsOf(a), tagsOf(b)]).toEqual(['old', 'old,new']);
  });

  it('moves accounts to a client and back to whom each belonged before', async () => {
    const form = { colour: 1, notes: null, archived: false };
    const [one, two] = [
      take(await session.clients.save({ ...form, name: 'One' })).id,
      take(await session.clients.save({ ...form, name: 'Two' })).id,
    ];
    const ids = [await addAccount(session, { client: one }), await addAccount(session), await addAccount(session, { client: two })];
    const clientsOf = () => ids.map((id) => take(session.details.get(id)).client);
    const done = await run({ ids, act: { kind: 'move', client: two } });
    expect(done.changed).toBe(2);
    expect(clientsOf()).toEqual([two, two, two]);
    await takeBack(done);
    expect(clientsOf()).toEqual([one, null, two]);
    expect(codeOf(await session.bulks.run({ ids, act: { kind: 'move', client: session.book.newId() } }))).toBe('not_found');
  });

  it('puts accounts in the trash and takes them out, each once', async () => {
    const ids = [await addAccount(session), await addAccount(session)];
    const done = await run({ ids, act: { kind: 'trash' } });
    expect(done).toEqual({ changed: 2, back: [{ ids, act: { kind: 'restore' } }] });
    expect((await run({ ids, act: { kind: 'trash' } })).changed).toBe(0);
    await takeBack(done);
    expect(ids.map((id) => take(session.details.get(id)).trashed)).toEqual([null, null]);
  });

  it('leaves out an account that has as many tags as one can have', async () => {
    const id = await addAccount(session, { tags: Array.from({ length: 32 }, (_, n) => `t${n}`) });
    expect((await run({ ids: [id], act: { kind: 'tag', tag: 'more' } })).changed).toBe(0);
  });
});

describe('a tag', () => {
  it('is written otherwise everywhere, becomes one with another, and comes apart again', async () => {
    const many = await Promise.all(Array.from({ length: 3 }, () => addAccount(session, { tags: ['Shop'] })));
    const both = await addAccount(session, { tags: ['Shop', 'Store'] });
    const store = await addAccount(session, { tags: ['Store'] });
    take(await session.accounts.trash(many[2] ?? ''));
    expect([...session.accounts.tags()]).toEqual([
      ['Shop', 3],
      ['Store', 2],
    ]);
    const done = take(await session.bulks.rename({ tag: 'Shop', to: 'Store' }));
    expect(done.changed).toBe(4);
    expect([...many, both, store].map(tagsOf)).toEqual(['Store', 'Store', 'Store', 'Store', 'Store']);
    await takeBack(done);
    expect([...many, both, store].map(tagsOf)).toEqual(['Shop', 'Shop', 'Shop', 'Store,Shop', 'Store']);
    expect(codeOf(await session.bulks.rename({ tag: 'None', to: 'Store' }))).toBe('not_found');
    const gone = take(await session.bulks.rename({ tag: 'Shop', to: null }));
    expect([...many, both].map(tagsOf)).toEqual(['', '', '', 'Store']);
    await takeBack(gone);
    expect(tagsOf(both)).toBe('Store,Shop');
  });

  it('is written otherwise on more accounts than one save takes', async () => {
    for (let n = 0; n < 205; n++) await addAccount(session, { tags: ['x'] });
    const done = take(await session.bulks.rename({ tag: 'x', to: 'y' }));
    expect(done.changed).toBe(205);
    expect(done.back.map(({ ids }) => ids.length)).toEqual([200, 5]);
    expect([...session.accounts.tags()]).toEqual([['y', 205]]);
  });
});
