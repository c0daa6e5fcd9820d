import { beforeEach, describe, expect, it } from 'vitest';
import { engineContract } from '../../../shared/contracts/engine.ts';
import { codeOf, logged, take } from '../../support/session-world.ts';
import { addAsset, addCentre, addMember, type BusinessWorld, businessWorld } from './business-world.ts';

const clock = { now: 0 };
let world: BusinessWorld;
beforeEach(async () => {
  world = await businessWorld(clock);
});

const listed = (query?: string) => {
  const answer = world.owner.numbers.list({ ...(query === undefined ? {} : { query }), offset: 0, limit: 50 });
  return engineContract.calls['business.numbers'].result.parse(answer).rows;
};
const valuesOf = (query?: string): string[] => listed(query).map(({ value }) => value);

describe('the book of numbers', () => {
  it('has those of centres, of what and who is in them, and of people, by platform and owner', async () => {
    const { owner, tomas } = world;
    const centre = await addCentre(owner, { name: 'Harbour', number: '730-112' });
    const asset = await addAsset(owner, centre, { name: 'Ads', number: '55' });
    const member = await addMember(owner, centre, { name: 'Fennel Media', as: 'partner', number: '880' });
    const gone = await addMember(owner, centre, { name: 'Gone', number: '881' });
    take(await owner.centreMembers.remove(gone));
    await addAsset(owner, centre, { name: 'Without' });
    take(
      await owner.numbers.save({ contact: tomas, numbers: [{ platform: 'google_ads', name: 'Customer ID', value: '123-456' }] }),
    );
    expect(listed()).toEqual([
      {
        of: tomas,
        whose: 'person',
        kind: null,
        centre: null,
        platform: 'google_ads',
        owner: 'Tomás Reyes',
        name: 'Customer ID',
        value: '123-456',
      },
      { of: asset, whose: 'asset', kind: 'ad_account', centre, platform: 'meta_business', owner: 'Ads', name: null, value: '55' },
      {
        of: member,
        whose: 'member',
        kind: null,
        centre,
        platform: 'meta_business',
        owner: 'Fennel Media',
        name: null,
        value: '880',
      },
      {
        of: centre,
        whose: 'centre',
        kind: null,
        centre,
        platform: 'meta_business',
        owner: 'Harbour',
        name: null,
        value: '730-112',
      },
    ]);
  });

  it('is searched by owner, platform, what it is called, and the number with or without its gaps', async () => {
    const { owner, tomas } = world;
    await addCentre(owner, { name: 'Harbour', number: '7301 1256' });
    take(
      await owner.numbers.save({
        contact: tomas,
        numbers: [{ platform: 'google_ads', name: 'Customer ID', value: '123-456-7890' }],
      }),
    );
    for (const query of ['tomas', 'customer', 'google reyes', '1234567890', '123-456', '345 6', '(123) 456'])
      expect(valuesOf(query), query).toEqual(['123-456-7890']);
    for (const query of ['73011256', '7301-1256', 'harbour']) expect(valuesOf(query), query).toEqual(['7301 1256']);
    expect(valuesOf('--')).toEqual([]);
    expect(owner.numbers.list({ offset: 1, limit: 1 })).toMatchObject({ total: 2, rows: [{ value: '7301 1256' }] });
  });

  it('keeps a person’s numbers as they are written down, one written twice once, and takes them away again', async () => {
    const { owner, tomas } = world;
    const one = { platform: 'tiktok', name: 'Business Center ID', value: '12' };
    const two = { platform: 'meta_business', name: 'Business ID', value: '12' };
    take(await owner.numbers.save({ contact: tomas, numbers: [one, two, one] }));
    expect(owner.numbers.of(tomas)).toEqual({ numbers: [one, two] });
    expect(owner.log.list({ offset: 0, limit: 1 }).rows[0]).toMatchObject({ what: 'ids-saved', who: { contact: tomas } });
    take(await owner.contacts.save({ id: tomas, organisation: null, role: null, zone: null }));
    expect(owner.numbers.of(tomas)).toEqual({ numbers: [one, two] });
    take(await owner.numbers.save({ contact: tomas, numbers: [] }));
    expect(owner.book.get('contact', tomas)).not.toHaveProperty('ids');
    expect(owner.contacts.ref(tomas).verified).toBe(true);
  });

  it('knows a number as that of the record which bears it, and of no other', async () => {
    const { owner } = world;
    const [one, two] = [await addCentre(owner, { number: '12' }), await addCentre(owner, { number: '34' })];
    expect([owner.numbers.has(one, '12'), owner.numbers.has(two, '34')]).toEqual([true, true]);
    expect([owner.numbers.has(two, '12'), owner.numbers.has(one, '1')]).toEqual([false, false]);
  });

  it('refuses numbers of nobody, and texts that do not fit', async () => {
    const { owner, tomas } = world;
    const one = { platform: 'tiktok', name: 'ID', value: '12' };
    expect(codeOf(await owner.numbers.save({ contact: 'A'.repeat(22), numbers: [one] }))).toBe('not_found');
    expect(codeOf(owner.numbers.of('A'.repeat(22)))).toBe('not_found');
    for (const bad of [{ name: 'ß'.repeat(33) }, { value: 'ß'.repeat(128) }])
      expect(codeOf(await owner.numbers.save({ contact: tomas, numbers: [one, { ...one, ...bad }] }))).toBe('text_too_long');
    expect(codeOf(await owner.numbers.save({ contact: tomas, numbers: [{ ...one, value: 'a\u2028b' }] }))).toBe('text_unfit');
    expect(logged(owner)).not.toContain('ids-saved');
  });
});
