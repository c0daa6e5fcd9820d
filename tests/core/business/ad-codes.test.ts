import { beforeEach, describe, expect, it } from 'vitest';
import { engineContract } from '../../../shared/contracts/engine.ts';
import { addAccount, codeOf, draftFor, lend, logged, take } from '../../support/session-world.ts';
import { addAdCode, adCodeOf, type BusinessWorld, businessWorld, DAY } from './business-world.ts';

const clock = { now: 0 };
let world: BusinessWorld;
let account = '';
beforeEach(async () => {
  world = await businessWorld(clock);
  account = await addAccount(world.owner, { title: 'TikTok', username: '@harbour' });
});

const rowsOf = (only: 'live' | 'all', more: object = {}) => {
  const answer = world.owner.adCodes.list({ only, offset: 0, limit: 50, ...more });
  return engineContract.calls['business.adCodes'].result.parse(answer).rows;
};
const aboutOf = (only: 'live' | 'all', more: object = {}): string[] => rowsOf(only, more).map(({ about }) => about);

describe('an ad code', () => {
  it('runs for its days from its first moment, and is over at its last one', async () => {
    const { owner, tomas } = world;
    const id = await addAdCode(owner, account, { contact: tomas, days: 7 });
    const row = {
      ...{
        id,
        about: 'Spring reel',
        kept: false,
        days: 7,
        from: clock.now,
        until: clock.now + 7 * DAY,
        ended: null,
        state: 'live',
      },
      account: { id: account, platform: 'tiktok', title: 'TikTok', username: '@harbour' },
      person: { contact: tomas, name: 'Tomás Reyes', verified: true },
    };
    expect(rowsOf('live')).toEqual([row]);
    clock.now += 7 * DAY - 1;
    expect(aboutOf('live')).toHaveLength(1);
    clock.now += 1;
    expect(rowsOf('live')).toEqual([]);
    expect(rowsOf('all')).toEqual([{ ...row, state: 'over' }]);
  });

  it('is listed by what ends first, then by what ended last, of one account or of all', async () => {
    const { owner } = world;
    const other = await addAccount(owner, { title: 'Other' });
    await addAdCode(owner, account, { about: 'year', days: 365 });
    await addAdCode(owner, other, { about: 'week', days: 7 });
    await addAdCode(owner, account, { about: 'old', days: 30, from: clock.now - 60 * DAY });
    take(await owner.adCodes.end(await addAdCode(owner, account, { about: 'withdrawn' })));
    expect(aboutOf('live')).toEqual(['week', 'year']);
    expect(aboutOf('all')).toEqual(['week', 'year', 'withdrawn', 'old']);
    expect(aboutOf('all', { account })).toEqual(['year', 'withdrawn', 'old']);
    expect(aboutOf('all', { offset: 1, limit: 2 })).toEqual(['year', 'withdrawn']);
    // Withdrawn early counts from then, one that ran out from its last day, withdrawn after it or not.
    clock.now += 20 * DAY;
    expect(aboutOf('all')).toEqual(['year', 'week', 'withdrawn', 'old']);
  });

  it('is sealed as every secret is, replaced by a new version, kept when nothing new is said, and noted when copied', async () => {
    const { owner } = world;
    const secret = '#7Kq/\t é-very-odd';
    const id = await addAdCode(owner, account, { code: secret });
    expect(rowsOf('all')[0]?.kept).toBe(true);
    expect(JSON.stringify(owner.book.get('ad_code', id))).not.toContain('7Kq');
    expect(take(await owner.adCodes.text(id))).toBe(secret);
    expect(owner.log.list({ offset: 0, limit: 1 }).rows[0]).toMatchObject({ what: 'secret-copied', about: 'TikTok (@harbour)' });
    take(await owner.adCodes.save(adCodeOf(owner, account, { id, about: 'Autumn reel' })));
    expect(take(await owner.adCodes.text(id))).toBe(secret);
    take(await owner.adCodes.save(adCodeOf(owner, account, { id, code: 'second' })));
    expect(owner.book.get('ad_code', id)?.code?.ver).toBe(2);
    expect(take(await owner.adCodes.text(id))).toBe('second');
    expect(codeOf(await owner.adCodes.text(await addAdCode(owner, account)))).toBe('not_found');
  });

  it('is withdrawn once, stays so when it is corrected, and is logged at its account', async () => {
    const { owner, tomas } = world;
    const id = await addAdCode(owner, account, { contact: tomas });
    const ended = clock.now;
    take(await owner.adCodes.end(id));
    const before = logged(owner).length;
    clock.now += DAY;
    take(await owner.adCodes.end(id));
    expect(logged(owner)).toHaveLength(before);
    take(await owner.adCodes.save(adCodeOf(owner, account, { id, about: 'Corrected' })));
    expect(rowsOf('all')).toMatchObject([{ about: 'Corrected', ended, state: 'withdrawn' }]);
    const { rows } = owner.log.list({ account, offset: 0, limit: 3 });
    expect(rows.map(({ what }) => what)).toEqual(['ad-code-saved', 'ad-code-ended', 'ad-code-saved']);
    expect(rows[1]).toMatchObject({ about: 'TikTok', who: { contact: tomas } });
    expect(codeOf(await owner.adCodes.end('A'.repeat(22)))).toBe('not_found');
  });

  it('is of an account that is there, in no trash, for a person who is there, in texts that fit', async () => {
    const { owner } = world;
    const none = 'A'.repeat(22);
    const id = await addAdCode(owner, account);
    const trashed = await addAccount(owner, { title: 'Trashed' });
    take(await owner.accounts.trash(trashed));
    for (const bad of [{ account: none }, { account: trashed }, { contact: none }, { id: none }])
      expect(codeOf(await owner.adCodes.save(adCodeOf(owner, account, bad)))).toBe('not_found');
    for (const bad of [{ about: 'ß'.repeat(128) }, { code: 'ß'.repeat(257) }])
      expect(codeOf(await owner.adCodes.save(adCodeOf(owner, account, bad)))).toBe('text_too_long');
    expect(codeOf(await owner.adCodes.save(adCodeOf(owner, account, { code: 'a\0b' })))).toBe('text_unfit');
    expect(rowsOf('all').map((row) => row.id)).toEqual([id]);
  });

  it('still shows and can be corrected and withdrawn when its account has gone to the trash', async () => {
    const { owner } = world;
    const id = await addAdCode(owner, account);
    take(await owner.accounts.trash(account));
    take(await owner.adCodes.save(adCodeOf(owner, account, { id, about: 'Corrected' })));
    take(await owner.adCodes.end(id));
    expect(rowsOf('all')).toMatchObject([{ about: 'Corrected', state: 'withdrawn' }]);
  });

  it('of an account whose record is gone breaks no list', async () => {
    const { owner } = world;
    await addAdCode(owner, account);
    take(await owner.book.change((draft) => draft.del(account) ?? {}));
    expect(owner.adCodes.list({ only: 'all', offset: 0, limit: 10 })).toEqual({ total: 0, rows: [] });
  });

  it('keeps the person who holds it from being forgotten while it runs', async () => {
    const { owner, nora } = world;
    const id = await addAdCode(owner, account, { contact: nora });
    expect(await owner.contacts.remove(nora)).toEqual({ refused: 'contact_in_use', facts: { why: 'ad_code' } });
    take(await owner.adCodes.end(id));
    take(await owner.contacts.remove(nora));
    expect(rowsOf('all')).toMatchObject([{ id, person: null }]);
  });

  it('of somebody else is left out where one person’s access ends', async () => {
    const { owner, tomas, nora } = world;
    const lent = await addAccount(owner, { title: 'Lent', password: 'a password' });
    const { grant } = await lend(owner, draftFor(lent, tomas, '2026-11-30'));
    for (const contact of [tomas, nora, null]) await addAdCode(owner, lent, { contact });
    clock.now += 10 * DAY;
    const { run } = take(await owner.runs.start({ kind: 'end_of_access', grant }));
    expect(take(owner.runs.get(run)).adCodes).toBe(2);
  });

  it('counts in the runs that end an access, by its account and by who leaves', async () => {
    const { owner, tomas, nora } = world;
    await addAdCode(owner, account, { contact: tomas });
    await addAdCode(owner, account, { contact: nora });
    await addAdCode(owner, await addAccount(owner, { title: 'Other' }), { contact: tomas });
    const leaver = take(await owner.runs.start({ kind: 'leaver', contact: tomas })).run;
    expect(take(owner.runs.get(leaver)).still).toMatchObject({ adCodes: 2 });
    const run = take(await owner.runs.start({ kind: 'account_recovery', account })).run;
    expect(take(owner.runs.get(run)).adCodes).toBe(2);
    clock.now += 30 * DAY;
    expect(take(owner.runs.get(run)).adCodes).toBe(0);
    expect(take(owner.runs.get(leaver)).still).toMatchObject({ adCodes: 0 });
  });
});
