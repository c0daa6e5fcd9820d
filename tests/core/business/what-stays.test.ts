import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { engineContract } from '../../../shared/contracts/engine.ts';
import { addAccount, codeOf, take } from '../../support/session-world.ts';
import {
  addAdCode,
  addAsset,
  addCentre,
  addMember,
  type BusinessWorld,
  businessWorld,
  DAY,
  inFirm,
  memberOf,
  staysOf,
} from './business-world.ts';

const clock = { now: 0 };
let world: BusinessWorld;
let centre = '';
beforeEach(async () => {
  world = await businessWorld(clock);
  centre = await addCentre(world.owner);
});

describe('what a removal leaves as it is', () => {
  it('parts what a partner used into what was only lent and what comes back', async () => {
    const { owner, tomas } = world;
    const own = await addAsset(owner, centre, { name: 'Own' });
    const lent = await addAsset(owner, centre, { name: 'Lent', hold: 'may_use' });
    await addAsset(owner, centre, { name: 'Unused', hold: 'may_use' });
    const partner = await addMember(owner, centre, { as: 'partner', contact: tomas, assets: [own, lent] });
    expect(staysOf(owner, partner)).toEqual({ theirs: ['Lent'], back: ['Own'], people: [], adCodes: 0 });
    engineContract.calls['business.stays'].result.parse(owner.centreMembers.stays(partner));
    expect(codeOf(owner.centreMembers.stays('A'.repeat(22)))).toBe('not_found');
  });

  it('finds the people of a partner’s firm who were added one by one, by its name or its person’s organisation', async () => {
    const { owner, tomas, nora } = world;
    await inFirm(owner, nora, ' FENNEL media ');
    const partner = await addMember(owner, centre, { as: 'partner', contact: tomas, name: 'The agency' });
    await addMember(owner, centre, { contact: tomas, name: 'Tomás' });
    const theirs = await addMember(owner, centre, { contact: nora, name: 'Nora', state: 'invited' });
    await addMember(owner, centre, { name: 'Nobody’s' });
    const elsewhere = await addCentre(owner, { name: 'Elsewhere' });
    await addMember(owner, elsewhere, { contact: nora, name: 'Not here' });
    expect(staysOf(owner, partner).people).toEqual(['Nora', 'Tomás']);
    take(await owner.centreMembers.remove(theirs));
    expect(staysOf(owner, partner).people).toEqual(['Tomás']);
    const named = await addMember(owner, centre, { as: 'partner', name: 'fennel MEDIA' });
    expect(staysOf(owner, named).people).toEqual(['Tomás']);
    await inFirm(owner, tomas, 'Other');
    expect(staysOf(owner, named).people).toEqual([]);
    // Their own person stays whatever firm is noted.
    expect(staysOf(owner, partner).people).toEqual(['Tomás']);
  });

  it('takes nobody without a firm for one of a firm without a name', async () => {
    const { owner, nora } = world;
    const partner = await addMember(owner, centre, { as: 'partner', name: ' ' });
    await addMember(owner, centre, { contact: nora });
    expect(staysOf(owner, partner).people).toEqual([]);
  });

  it('leaves a colleague out of what stays of a single person, who may be there twice', async () => {
    const { owner, tomas, nora } = world;
    await inFirm(owner, nora, 'Fennel Media');
    const person = await addMember(owner, centre, { contact: tomas });
    await addMember(owner, centre, { contact: nora, name: 'Nora' });
    await addMember(owner, centre, { contact: tomas, name: 'Tomás again' });
    expect(staysOf(owner, person).people).toEqual(['Tomás again']);
  });

  it('counts the ad codes that they, or a partner’s people, still hold', async () => {
    const { owner, tomas, nora } = world;
    const account = await addAccount(owner);
    await inFirm(owner, nora, 'Fennel Media');
    const partner = await addMember(owner, centre, { as: 'partner', contact: tomas });
    const person = await addMember(owner, centre, { contact: tomas });
    await addAdCode(owner, account, { contact: tomas });
    await addAdCode(owner, account, { contact: nora });
    await addAdCode(owner, account);
    const ended = await addAdCode(owner, account, { contact: tomas });
    take(await owner.adCodes.end(ended));
    expect([staysOf(owner, partner).adCodes, staysOf(owner, person).adCodes]).toEqual([2, 1]);
    clock.now += 30 * DAY;
    expect(staysOf(owner, partner).adCodes).toBe(0);
  });

  it('parts the things anyone used without a rest, and changes nothing', async () => {
    const { owner, tomas, nora } = world;
    const ids: { id: string; name: string; hold: 'owns' | 'may_use' }[] = [];
    for (let n = 0; n < 8; n++) {
      const thing = { name: `T${n}`, hold: n % 3 === 0 ? ('may_use' as const) : ('owns' as const) };
      ids.push({ ...thing, id: await addAsset(owner, centre, thing) });
    }
    const member = await addMember(owner, centre);
    const form = fc.record({
      assets: fc.subarray(ids),
      as: fc.constantFrom('person' as const, 'partner' as const),
      contact: fc.constantFrom(null, tomas, nora),
      state: fc.constantFrom('asked' as const, 'invited' as const, 'active' as const),
    });
    const runs = process.env['SLOW'] === '1' ? 1000 : 60;
    await fc.assert(
      fc.asyncProperty(form, async ({ assets, ...more }) => {
        const used = assets.map(({ id }) => id);
        take(await owner.centreMembers.save(memberOf(centre, { ...more, id: member, assets: used })));
        const before = owner.book.logHead;
        const { theirs, back } = staysOf(owner, member);
        expect([...theirs, ...back].toSorted()).toEqual(assets.map(({ name }) => name).toSorted());
        expect(theirs).toEqual(assets.filter(({ hold }) => hold === 'may_use').map(({ name }) => name));
        expect(owner.book.logHead).toEqual(before);
      }),
      { numRuns: runs },
    );
    console.log(`what stays: ${runs} members`);
  });
});
