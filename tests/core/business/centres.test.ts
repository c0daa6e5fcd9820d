import { beforeEach, describe, expect, it } from 'vitest';
import { engineContract } from '../../../shared/contracts/engine.ts';
import { addAccount, codeOf, logged, take } from '../../support/session-world.ts';
import {
  addAsset,
  addCentre,
  addMember,
  assetOf,
  blankCentre,
  type BusinessWorld,
  businessWorld,
  DAY,
  memberRow,
} from './business-world.ts';

const clock = { now: 0 };
let world: BusinessWorld;
beforeEach(async () => {
  world = await businessWorld(clock);
});

const namesOf = (more: object = {}): string[] => {
  const answer = world.owner.centres.list({ archived: false, offset: 0, limit: 50, ...more });
  return engineContract.calls['business.list'].result.parse(answer).rows.map(({ name }) => name);
};
const whole = (id: string) => engineContract.calls['business.get'].result.parse(take(world.owner.centres.get(id)));

describe('a business centre', () => {
  it('is listed by name, of a client, archived or not, a page at a time', async () => {
    const { owner } = world;
    const { id: client } = take(await owner.clients.save({ name: 'Harbour', colour: 1, notes: null, archived: false }));
    await addCentre(owner, { name: 'Orchard' });
    await addCentre(owner, { name: 'Åland', client });
    await addCentre(owner, { name: 'Zest', archived: true });
    expect(namesOf()).toEqual(['Åland', 'Orchard']);
    expect(namesOf({ client })).toEqual(['Åland']);
    expect(namesOf({ archived: true })).toEqual(['Zest']);
    expect(namesOf({ offset: 1, limit: 1 })).toEqual(['Orchard']);
    expect(owner.centres.list({ archived: false, offset: 2, limit: 10 })).toEqual({ total: 2, rows: [] });
  });

  it('is found by its name, its number and its partner, and by what and who is in it', async () => {
    const { owner, tomas } = world;
    const fennel = await addCentre(owner, { name: 'Fennel', number: '7301', owner: 'partner', contact: tomas });
    await addCentre(owner, { name: 'Orchard' });
    await addAsset(owner, fennel, { name: 'Crème pixel', number: '99-12' });
    await addMember(owner, fennel, { name: 'Ida Holm' });
    for (const query of ['fen', '7301', 'reyes', 'creme', '99-12', 'holm', 'IDA fennel', 'meta fennel'])
      expect(namesOf({ query }), query).toEqual(['Fennel']);
    expect(namesOf({ query: 'ida orchard' })).toEqual([]);
    expect(namesOf({ query: ' ' })).toEqual(['Fennel', 'Orchard']);
  });

  it('counts who is in, who waits, who is over, and the first coming last day', async () => {
    const { owner } = world;
    const id = await addCentre(owner);
    await addAsset(owner, id);
    await addMember(owner, id, { until: clock.now + 9 * DAY });
    await addMember(owner, id, { as: 'partner', until: clock.now + 3 * DAY });
    await addMember(owner, id, { state: 'invited', until: clock.now + DAY });
    await addMember(owner, id, { state: 'asked', until: clock.now + DAY });
    const counts = { assets: 1, people: 1, partners: 1, waiting: 2 };
    expect(whole(id).row).toMatchObject({ ...counts, ends: clock.now + 3 * DAY, over: 0 });
    clock.now += 3 * DAY - 1;
    // One who only asked cannot come in by themselves.
    expect(whole(id).row).toMatchObject({ ...counts, over: 1 });
    clock.now += 1;
    expect(whole(id).row).toMatchObject({ ...counts, over: 2, ends: clock.now + 6 * DAY });
    expect(owner.state().business).toBe(2);
    clock.now += 60 * DAY;
    expect(whole(id).row).toMatchObject({ ...counts, over: 3, ends: null });
    // Whose centre does not read cannot be looked at, so that nothing asks for it.
    take(await owner.book.change((draft) => (draft.del(id), {})));
    expect(owner.centres.over).toBe(0);
  });

  it('shows things by kind and name, those in before those who wait before those who are out', async () => {
    const { owner } = world;
    const id = await addCentre(owner, { notes: 'ask Ida' });
    for (const [kind, name] of [
      ['pixel', 'B'],
      ['page', 'C'],
      ['pixel', 'A'],
    ] as const)
      await addAsset(owner, id, { kind, name });
    const gone = [await addMember(owner, id, { name: 'Ann' }), await addMember(owner, id, { name: 'Ben', state: 'invited' })];
    await addMember(owner, id, { name: 'Cleo', state: 'asked' });
    await addMember(owner, id, { name: 'Zoe' });
    await addMember(owner, id, { name: 'Dan' });
    for (const member of gone) {
      clock.now += 60;
      take(await owner.centreMembers.remove(member));
    }
    const { notes, assets, members } = whole(id);
    expect([notes, ...assets.map(({ name }) => name)]).toEqual(['ask Ida', 'C', 'A', 'B']);
    expect(members.map(({ name }) => name)).toEqual(['Dan', 'Zoe', 'Cleo', 'Ben', 'Ann']);
  });

  it('belongs to a partner, or to nobody but oneself', async () => {
    const { owner, tomas } = world;
    const theirs = await addCentre(owner, { owner: 'partner', contact: tomas, number: '1', notes: 'x' });
    expect(whole(theirs).row).toMatchObject({ owner: 'partner', number: '1', person: { contact: tomas, name: 'Tomás Reyes' } });
    take(await owner.centres.save({ ...blankCentre, id: theirs, contact: tomas }));
    expect(whole(theirs)).toMatchObject({ row: { owner: 'me', person: null, number: null }, notes: null });
  });

  it('is refused for what it names and is not there, and for texts that are too long in bytes', async () => {
    const { owner } = world;
    const none = 'A'.repeat(22);
    for (const bad of [{ id: none }, { client: none }, { contact: none, owner: 'partner' as const }])
      expect(codeOf(await owner.centres.save({ ...blankCentre, ...bad }))).toBe('not_found');
    expect(await owner.centres.save({ ...blankCentre, name: 'ß'.repeat(61) })).toEqual({
      refused: 'text_too_long',
      facts: { max: 120 },
    });
    expect(codeOf(await owner.centres.save({ ...blankCentre, notes: 'ß'.repeat(2001) }))).toBe('text_too_long');
    expect(codeOf(await owner.centres.save({ ...blankCentre, number: 'a\nb' }))).toBe('text_unfit');
    expect(owner.centres.list({ archived: false, offset: 0, limit: 1 }).total).toBe(0);
    expect(codeOf(owner.centres.get(none))).toBe('not_found');
  });

  it('goes with all that stands in it once nobody is in or waits', async () => {
    const { owner } = world;
    const [id, other] = [await addCentre(owner), await addCentre(owner, { name: 'Other' })];
    const kept = [await addAsset(owner, other), await addMember(owner, other)];
    await addAsset(owner, id);
    const waits = await addMember(owner, id, { state: 'invited' });
    expect(codeOf(await owner.centres.remove(id))).toBe('centre_in_use');
    take(await owner.centreMembers.remove(waits));
    take(await owner.centres.remove(id));
    expect(codeOf(owner.centres.get(id))).toBe('not_found');
    expect([...owner.book.all('asset'), ...owner.book.all('member')].map((entry) => entry.id)).toEqual(kept);
    expect(codeOf(await owner.centres.remove(id))).toBe('not_found');
    expect(logged(owner).slice(-2)).toEqual(['member-removed', 'centre-removed']);
  });

  it('stays without a client that is removed', async () => {
    const { owner } = world;
    const { id: client } = take(await owner.clients.save({ name: 'Harbour', colour: 1, notes: null, archived: false }));
    const id = await addCentre(owner, { client });
    take(await owner.clients.remove(client));
    expect(whole(id).row.client).toBeNull();
  });
});

describe('a thing in a business centre', () => {
  it('is saved, corrected and tied to an account that is in no trash', async () => {
    const { owner } = world;
    const centre = await addCentre(owner);
    const account = await addAccount(owner, { title: 'TikTok', username: '@harbour' });
    const id = await addAsset(owner, centre, { account, number: '42' });
    expect(whole(centre).assets).toEqual([
      {
        ...{ id, kind: 'ad_account', name: 'Ads', number: '42', hold: 'owns' },
        account: { id: account, title: 'TikTok', username: '@harbour' },
      },
    ]);
    take(await owner.accounts.trash(account));
    take(await owner.centreAssets.save(assetOf(centre, { id, account, name: 'Ads 2', hold: 'may_use' })));
    expect(whole(centre).assets[0]).toMatchObject({ name: 'Ads 2', number: null, hold: 'may_use', account: { id: account } });
    expect(codeOf(await owner.centreAssets.save(assetOf(centre, { account })))).toBe('not_found');
    expect(logged(owner).filter((what) => what === 'asset-saved')).toHaveLength(2);
  });

  it('is refused in a centre that is not its own, or that is not there', async () => {
    const { owner } = world;
    const [centre, other] = [await addCentre(owner), await addCentre(owner)];
    const id = await addAsset(owner, centre);
    for (const bad of [assetOf('A'.repeat(22)), assetOf(other, { id }), assetOf(centre, { account: 'A'.repeat(22) })])
      expect(codeOf(await owner.centreAssets.save(bad))).toBe('not_found');
    expect(codeOf(await owner.centreAssets.save(assetOf(centre, { name: 'ß'.repeat(61) })))).toBe('text_too_long');
  });

  it('leaves the lists of those who could use it when it is removed', async () => {
    const { owner } = world;
    const centre = await addCentre(owner);
    const [ads, page] = [await addAsset(owner, centre), await addAsset(owner, centre, { kind: 'page', name: 'Page' })];
    const member = await addMember(owner, centre, { assets: [page, ads, page] });
    expect(memberRow(owner, centre, member)?.assets).toEqual([page, ads]);
    take(await owner.centreAssets.remove(ads));
    expect(memberRow(owner, centre, member)?.assets).toEqual([page]);
    expect(codeOf(await owner.centreAssets.remove(ads))).toBe('not_found');
    expect(logged(owner).at(-1)).toBe('asset-removed');
  });
});
