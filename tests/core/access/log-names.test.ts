import { beforeEach, describe, expect, it } from 'vitest';
import { engineContract } from '../../../shared/contracts/engine.ts';
import { logSentence } from '../../../shared/text/log.ts';
import type { LogQuery } from '../../../shared/contracts/engine/log.ts';
import {
  addAdCode,
  addAsset,
  addCentre,
  addMember,
  assetOf,
  type BusinessWorld,
  businessWorld,
  DAY,
  memberOf,
} from '../business/business-world.ts';
import { addAccount, draftFor, lend, take } from '../../support/session-world.ts';

const clock = { now: 0 };
let world: BusinessWorld;
let account = '';

beforeEach(async () => {
  world = await businessWorld(clock);
  account = await addAccount(world.owner, { username: '@harbourbakery', password: 'Tr7&mel04-Quay' });
});

const everything: LogQuery = { account: null, person: null, group: null, from: null, until: null, offset: 0, limit: 100 };

/** The sentences of what fits, oldest first; what the engine may not answer throws. */
function said(query: Partial<LogQuery> = {}): string[] {
  const found = engineContract.calls['log.search'].result.parse(world.owner.log.search({ ...everything, ...query }));
  return found.rows.map((event) => logSentence(event)).toReversed();
}

/** Lends the account, and lets its last day pass. */
async function lentAndOver(): Promise<string> {
  const { grant } = await lend(world.owner, draftFor(account, world.tomas, '2026-11-30'));
  clock.now += 10 * DAY;
  await world.owner.sweep();
  return grant;
}

const TIKTOK = 'TikTok (@harbourbakery)';

describe('the log of business access', () => {
  it('names the centre, who is in it with or without a card, and what belongs to it', async () => {
    const { owner, tomas } = world;
    const centre = await addCentre(owner, { name: 'Harbour Bakery ads' });
    clock.now += DAY;
    await addMember(owner, centre, { contact: tomas, name: 'Tomás' });
    clock.now += DAY;
    const jonas = await addMember(owner, centre, { name: 'Jonas of the agency' });
    clock.now += DAY;
    await addAsset(owner, centre, { name: 'The page' });
    clock.now += DAY;
    take(await owner.centreMembers.remove(jonas));
    expect(said({ group: 'business' })).toEqual([
      'You saved the business centre Harbour Bakery ads',
      'You noted what Tomás may do at Harbour Bakery ads',
      'You noted what Jonas of the agency may do at Harbour Bakery ads',
      'You saved The page at Harbour Bakery ads',
      'You noted that Jonas of the agency is no longer at Harbour Bakery ads',
    ]);
  });

  it('leaves open who without a card was meant where it may have been another, and names the only one', async () => {
    const { owner } = world;
    const centre = await addCentre(owner, { name: 'Fennel ads' });
    const first = await addMember(owner, centre, { name: 'Ana' });
    clock.now += DAY;
    take(await owner.centreMembers.save(memberOf(centre, { id: first, name: 'Ana', level: 'Admin' })));
    clock.now += DAY;
    await addMember(owner, centre, { name: 'Bo' });
    clock.now += DAY;
    take(await owner.centreMembers.save(memberOf(centre, { id: first, name: 'Ana' })));
    expect(said({ group: 'business' }).slice(1)).toEqual([
      'You noted what Ana may do at Fennel ads',
      'You noted what Ana may do at Fennel ads',
      'You noted what Bo may do at Fennel ads',
      'You noted what someone may do at Fennel ads',
    ]);
  });

  it('names nothing by its time where two things were saved at one, as while the clock is behind', async () => {
    const { owner } = world;
    const centre = await addCentre(owner, { name: 'Fennel ads' });
    const older = await addAsset(owner, centre, { name: 'Older page' });
    clock.now += DAY;
    await addAsset(owner, centre, { name: 'Newer page' });
    take(await owner.centreAssets.save(assetOf(centre, { id: older, name: 'Older page', number: '7' })));
    const [, first, ...later] = said({ group: 'business' });
    expect(first).toBe('You saved Older page at Fennel ads');
    expect(later).toHaveLength(2);
    expect(later.filter((sentence) => /Older|Newer/.test(sentence))).toEqual([]);
  });

  it('says that a centre is gone', async () => {
    const { owner, tomas } = world;
    const centre = await addCentre(owner);
    take(await owner.centreMembers.remove(await addMember(owner, centre, { contact: tomas })));
    take(await owner.centres.remove(centre));
    expect(said({ group: 'business' }).slice(-2)).toEqual([
      'You noted that Tomás is no longer at a business centre removed since',
      'You removed a business centre',
    ]);
  });

  it('names the post of an ad code and whose it is, and is found by its account', async () => {
    const { owner, tomas } = world;
    const code = await addAdCode(owner, account, { contact: tomas });
    clock.now += DAY;
    take(await owner.adCodes.end(code));
    expect(said({ account, group: 'business' })).toEqual([
      `You noted the ad authorisation code “Spring reel” of ${TIKTOK} for Tomás`,
      `You noted that the ad authorisation code “Spring reel” of ${TIKTOK} for Tomás has ended`,
    ]);
  });
});

describe('the log of runs', () => {
  it('names the kind of a run and the account it is of, and is found by the account', async () => {
    const { owner } = world;
    const grant = await lentAndOver();
    const { run } = take(await owner.runs.start({ kind: 'end_of_access', grant }));
    clock.now += 60;
    take(await owner.runs.step({ run, step: 'password', state: 'skipped', note: 'later' }));
    clock.now += 60;
    take(await owner.runs.step({ run, step: 'password', state: 'todo', note: null }));
    expect(said({ account, group: 'work' })).toEqual([
      `You started the end of access of ${TIKTOK}`,
      `You skipped a step of the end of access of ${TIKTOK}, with a reason`,
      `You opened a step of the end of access of ${TIKTOK} again`,
    ]);
    expect(said({ account: await addAccount(owner, { title: 'Etsy' }), group: 'work' })).toEqual([]);
  });

  it('tells two runs of one account apart by when each was begun, and leaves open which of them a step was of', async () => {
    const { owner } = world;
    const { run } = take(await owner.runs.start({ kind: 'put_authenticator', account }));
    clock.now += 60;
    take(await owner.runs.start({ kind: 'account_recovery', account }));
    clock.now += 60;
    const [step] = take(owner.runs.get(run)).steps;
    take(await owner.runs.step({ run, step: step?.key ?? '', state: 'skipped', note: 'not here' }));
    clock.now += 60;
    const seen = said({ group: 'work' });
    take(await owner.runs.step({ run, step: step?.key ?? '', state: 'todo', note: null }));
    expect(seen).toEqual([
      `You started the run that puts an authenticator on ${TIKTOK}`,
      `You started the recovery of ${TIKTOK}`,
      `You skipped a step of the run that puts an authenticator on ${TIKTOK}, with a reason`,
    ]);
    expect(said({ group: 'work' }).slice(2)).toEqual([
      `You skipped a step of a run of ${TIKTOK}, with a reason`,
      `You opened a step of a run of ${TIKTOK} again`,
    ]);
  });

  it('names who leaves, and at which account a step was', async () => {
    const { owner, tomas } = world;
    await lentAndOver();
    const { run } = take(await owner.runs.start({ kind: 'leaver', contact: tomas }));
    clock.now += 60;
    const step = take(owner.runs.get(run)).steps.find((one) => one.id === 'password');
    take(await owner.runs.step({ run, step: step?.key ?? '', state: 'skipped', note: 'later' }));
    expect(said({ group: 'work' })).toEqual([
      'You started the end of everything Tomás has',
      `You skipped a step at ${TIKTOK} of the end of everything Tomás has, with a reason`,
    ]);
    expect(said({ account, group: 'work' })).toHaveLength(1);
  });

  it('still says of what account a run was whose record is gone', async () => {
    const { owner } = world;
    const { run } = take(await owner.runs.start({ kind: 'account_recovery', account }));
    take(await owner.book.change((draft) => (draft.del(run), {})));
    expect(said({ group: 'work' })).toEqual([`You started a run of ${TIKTOK}`]);
  });

  it('does not go round in a circle for a run that names itself', async () => {
    const { owner } = world;
    const id = owner.book.newId();
    const data = { kind: 'leaver', contact: id, started: clock.now, steps: [{ id: 'tell', state: 'todo' }] } as const;
    take(
      await owner.book.change((draft) => {
        draft.put('run', id, { ...data, steps: [...data.steps] });
        draft.note('reminder-snoozed', { ref: id });
        return {};
      }),
    );
    expect(said({ group: 'work' })).toEqual(['You put a reminder off']);
  });
});

describe('the log of accounts', () => {
  it('tells two of one title apart by their usernames, and names the one it is the log of by its title', async () => {
    const { owner } = world;
    await addAccount(owner, { username: '@fennel.and.co' });
    expect(said({ group: 'accounts' })).toEqual([
      ...[`You added ${TIKTOK}`, `You wrote down the password of ${TIKTOK}`, 'You added TikTok (@fennel.and.co)'],
    ]);
    const own = owner.log.list({ account, offset: 0, limit: 10 }).rows.map((event) => logSentence(event));
    expect(own).toEqual(['You wrote down the password of TikTok', 'You added TikTok']);
  });
});
