import { beforeEach, describe, expect, it } from 'vitest';
import { engineContract } from '../../../shared/contracts/engine.ts';
import { MOST_IN_CENTRE } from '../../../shared/contracts/engine/business.ts';
import { codeOf, logged, take } from '../../support/session-world.ts';
import {
  addAsset,
  addCentre,
  addMember,
  assetOf,
  type BusinessWorld,
  businessWorld,
  DAY,
  memberOf,
  memberRow,
} from './business-world.ts';

const clock = { now: 0 };
let world: BusinessWorld;
let centre = '';
beforeEach(async () => {
  world = await businessWorld(clock);
  centre = await addCentre(world.owner);
});

describe('someone in a business centre', () => {
  it('is noted with all there is to say of them, and comes in when they do', async () => {
    const { owner, tomas } = world;
    const asset = await addAsset(owner, centre);
    const until = clock.now + 30 * DAY;
    const form = { contact: tomas, name: 'Tomás', number: '12', level: 'Analyst', assets: [asset], until, note: 'for May' };
    const id = await addMember(owner, centre, { ...form, state: 'invited' });
    const shown = { ...form, id, as: 'person', lowest: true, over: false, removed: null };
    const person = { contact: tomas, name: 'Tomás Reyes', verified: true };
    const { contact: _c, ...row } = { ...shown, person, state: 'invited', since: null };
    expect(memberRow(owner, centre, id)).toEqual(row);
    clock.now += DAY;
    take(await owner.centreMembers.save(memberOf(centre, { ...form, id })));
    expect(memberRow(owner, centre, id)).toEqual({ ...row, state: 'active', since: clock.now });
    const since = clock.now;
    clock.now += DAY;
    take(await owner.centreMembers.save(memberOf(centre, { ...form, id, lowest: false, level: 'Admin', until: null, note: null })));
    expect(memberRow(owner, centre, id)).toMatchObject({ since, level: 'Admin', lowest: false, until: null, note: null });
    expect(logged(owner).filter((what) => what === 'member-saved')).toHaveLength(3);
  });

  it('may have any level, any last day and any state: nothing is forced', async () => {
    const id = await addMember(world.owner, centre, { level: 'Admin', lowest: false, until: clock.now - DAY });
    expect(memberRow(world.owner, centre, id)).toMatchObject({ over: true, state: 'active' });
  });

  it('stays in the book once they are out, and cannot be changed any more', async () => {
    const { owner, tomas } = world;
    const id = await addMember(owner, centre, { contact: tomas, level: 'Admin', until: clock.now - DAY, note: 'was late' });
    take(await owner.centreMembers.remove(id));
    expect(memberRow(owner, centre, id)).toMatchObject({
      ...{ state: 'removed', removed: clock.now, over: false, level: 'Admin', note: 'was late', until: clock.now - DAY },
    });
    expect(owner.state().business).toBe(0);
    expect(codeOf(await owner.centreMembers.save(memberOf(centre, { id })))).toBe('member_removed');
    expect(codeOf(await owner.centreMembers.remove(id))).toBe('member_removed');
    expect(codeOf(await owner.centreMembers.remove('A'.repeat(22)))).toBe('not_found');
    expect(owner.log.list({ offset: 0, limit: 1 }).rows[0]).toMatchObject({
      ...{ what: 'member-removed', about: 'Harbour Bakery', who: { contact: tomas } },
    });
  });

  it('is refused for a centre, a person or a thing that is not there, or of another centre', async () => {
    const { owner } = world;
    const other = await addCentre(owner, { name: 'Other' });
    const theirs = await addAsset(owner, other);
    const id = await addMember(owner, other);
    const none = 'A'.repeat(22);
    for (const bad of [{ centre: none }, { contact: none }, { assets: [theirs] }, { assets: [none] }, { id }, { id: none }])
      expect(codeOf(await owner.centreMembers.save(memberOf(centre, bad))), JSON.stringify(bad)).toBe('not_found');
    for (const bad of [{ name: 'ß'.repeat(61) }, { level: 'ß'.repeat(61) }, { number: 'ß'.repeat(128) }, { note: 'ß'.repeat(251) }])
      expect(codeOf(await owner.centreMembers.save(memberOf(centre, bad)))).toBe('text_too_long');
    expect(take(owner.centres.get(centre)).members).toEqual([]);
  });

  it('keeps a person of theirs from being forgotten until they are out, and then keeps their name', async () => {
    const { owner, nora } = world;
    await addCentre(owner, { name: 'Hers', owner: 'partner', contact: nora });
    const id = await addMember(owner, centre, { contact: nora, name: 'Nora', state: 'asked' });
    expect(await owner.contacts.remove(nora)).toEqual({ refused: 'contact_in_use', facts: { why: 'centre' } });
    take(await owner.centreMembers.remove(id));
    take(await owner.contacts.remove(nora));
    expect(memberRow(owner, centre, id)).toMatchObject({ name: 'Nora', person: null, state: 'removed' });
    expect(owner.centres.list({ archived: false, query: 'hers', offset: 0, limit: 1 }).rows[0]).toMatchObject({ person: null });
  });
});

describe('a full business centre', () => {
  /** As many people as are wanted, put down in one go. */
  async function crowd(count: number, more: object): Promise<string[]> {
    const { owner } = world;
    const ids = Array.from({ length: count }, () => owner.book.newId());
    take(
      await owner.book.change((draft) => {
        for (const [n, id] of ids.entries()) {
          const made = { ...{ centre, as: 'person' as const, name: `P ${n}`, level: 'Low', lowest: true, assets: [] }, made: 1 };
          draft.put('member', id, { ...made, state: 'active', ...more });
        }
        return {};
      }),
    );
    return ids;
  }

  it('takes no more people than it can show, and those who are out take nobody’s place', async () => {
    const { owner } = world;
    await crowd(40, { state: 'removed', removed: 5 });
    await crowd(MOST_IN_CENTRE - 1, {});
    await addMember(owner, centre);
    expect(await owner.centreMembers.save(memberOf(centre))).toEqual({ refused: 'too_many', facts: { max: MOST_IN_CENTRE } });
    const { members } = engineContract.calls['business.get'].result.parse(take(owner.centres.get(centre)));
    expect(members).toHaveLength(MOST_IN_CENTRE);
    expect(members.some(({ state }) => state === 'removed')).toBe(false);
  });

  it('that a removal taken back made fuller than it can show is shown as far as there is room', async () => {
    const { owner } = world;
    await crowd(MOST_IN_CENTRE + 1, { contact: world.nora });
    const firm = (await crowd(1, { as: 'partner', contact: world.nora }))[0] ?? '';
    const { people } = engineContract.calls['business.stays'].result.parse(take(owner.centreMembers.stays(firm)));
    expect(people).toHaveLength(MOST_IN_CENTRE);
    const text = 'ß'.repeat(60);
    take(
      await owner.book.change((draft) => {
        for (let n = 0; n <= MOST_IN_CENTRE; n++) {
          const data = { centre, kind: 'page' as const, name: text, number: text.repeat(2), hold: 'owns' as const, made: 1 };
          draft.put('asset', owner.book.newId(), data);
        }
        return {};
      }),
    );
    const shown = engineContract.calls['business.get'].result.parse(take(owner.centres.get(centre)));
    expect([shown.assets.length, shown.members.length]).toEqual([MOST_IN_CENTRE, MOST_IN_CENTRE]);
    await crowd(400, {
      note: text.repeat(4),
      number: text.repeat(2),
      assets: Array.from({ length: 100 }, () => owner.book.newId()),
    });
    expect(new TextEncoder().encode(JSON.stringify(take(owner.centres.get(centre)))).length).toBeLessThan(1_000_000);
  });

  it('refuses what would make it too large for one answer, and leaves out the oldest of those who are out', async () => {
    const { owner } = world;
    const assets: string[] = [];
    for (let n = 0; n < 100; n++) assets.push(await addAsset(owner, centre));
    await crowd(250, { assets });
    await crowd(200, { assets, state: 'removed', removed: 5 });
    const { members } = take(owner.centres.get(centre));
    expect(members.length).toBeGreaterThan(250);
    expect(members.length).toBeLessThan(350);
    expect(JSON.stringify(take(owner.centres.get(centre))).length).toBeLessThan(1_000_000);
    await crowd(60, { assets });
    expect(codeOf(await owner.centreMembers.save(memberOf(centre, { assets })))).toBe('too_large');
    expect(codeOf(await owner.centreAssets.save(assetOf(centre)))).toBe('too_large');
    expect(take(owner.centres.get(centre)).assets).toHaveLength(100);
  });
});
