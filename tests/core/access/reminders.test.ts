import { beforeEach, describe, expect, it } from 'vitest';
import { Reminders } from '../../../main/core/access/reminders.ts';
import { addAccount, addSeed, draftFor, lend, take } from '../../support/session-world.ts';
import { at, BERLIN, DAY, memberData, type ReminderWorld, reminderWorld } from './reminder-world.ts';

const clock = { now: 0 };
let world: ReminderWorld;

beforeEach(async () => {
  world = await reminderWorld(clock);
});

describe('a reminder of a last day', () => {
  it('comes a week before the end of a loan, is late after it, and goes with its cause', async () => {
    const { owner } = world;
    const grant = await world.lend('2026-12-10');
    const end = at('2026-12-11T00:00:00+01:00');
    clock.now = end - 7 * DAY - 1;
    expect(world.kinds()).not.toContain('loan_ending');
    clock.now++;
    const [ending] = world.due().filter(({ kind }) => kind === 'loan_ending');
    expect(ending).toEqual({
      ...{ kind: 'loan_ending', of: grant, who: 'Tomás Reyes', centre: null, about: null, run: null },
      ...{
        account: { id: world.account, platform: 'tiktok', title: 'Harbour shop', username: null },
        at: end,
        late: false,
        snoozed: null,
      },
    });
    clock.now = end;
    await owner.sweep();
    expect(world.due()[0]).toMatchObject({ kind: 'loan_over', of: grant, at: end, late: true, run: null });
    const { run } = take(await owner.runs.start({ kind: 'end_of_access', grant }));
    expect(world.due()[0]).toMatchObject({ kind: 'loan_over', run });
    const data = owner.book.get('grant', grant);
    await owner.book.change((draft) => (data === null ? {} : draft.put('grant', grant, { ...data, closed: clock.now }), {}));
    expect(world.kinds()).not.toContain('loan_over');
  });

  it('comes for what is lent to us, by the item that is looked at, and not after it', async () => {
    const { owner, other } = world;
    const account = await addAccount(other, { title: 'Their page', password: 'not to be seen' });
    const [us] = other.contacts.list().people;
    const { text } = await lend(other, draftFor(account, us?.id ?? '', '2026-11-28'));
    const offered = take(await owner.inbox.read(text));
    expect(world.kinds()).toEqual([]);
    const { received } = take(await owner.inbox.accept(offered.id));
    expect(world.due()).toMatchObject([
      { kind: 'received_ending', account: { id: received, title: 'Their page' }, who: 'Tomás Reyes' },
    ]);
    clock.now = at('2026-11-29T00:00:00+01:00');
    expect(world.kinds()).toEqual([]);
    await owner.sweep();
    expect(world.kinds()).toEqual([]);
  });

  it('comes for people who are in a business centre, before and after their day, until they are out', async () => {
    const [centre = ''] = await world.put({
      centre: { platform: 'meta_business', name: 'Harbour group', owner: 'me', made: clock.now, archived: false },
    });
    const until = clock.now + 3 * DAY;
    const [known = ''] = await world.put({ member: memberData(centre, clock.now, { until, contact: world.contact }) });
    const [noted = ''] = await world.put({ member: memberData(centre, clock.now, { until: until + DAY }) });
    await world.put({ member: memberData(centre, clock.now, { until, state: 'invited' }) });
    await world.put({ member: memberData(centre, clock.now) });
    expect(world.due()).toMatchObject([
      { kind: 'member_ending', of: known, who: 'Tomás Reyes', centre: { id: centre, name: 'Harbour group' }, account: null },
      { kind: 'member_ending', of: noted, who: 'Jonas of the agency' },
    ]);
    clock.now = until;
    expect(world.due()).toMatchObject([
      { kind: 'member_over', of: known, late: true },
      { kind: 'member_ending', of: noted, late: false },
    ]);
    const data = world.owner.book.get('member', known);
    await world.owner.book.change((draft) => (data === null ? {} : draft.put('member', known, { ...data, state: 'removed' }), {}));
    expect(world.due().map(({ of }) => of)).toEqual([noted]);
  });

  it('comes for ad codes that end, unless they were withdrawn', async () => {
    const until = clock.now + 2 * DAY;
    const code = { account: world.account, about: 'Summer post', days: 7, from: clock.now - 5 * DAY, until, made: clock.now };
    const [live = ''] = await world.put({ ad_code: { ...code, contact: world.contact } });
    await world.put({ ad_code: { ...code, ended: clock.now } });
    expect(world.due()).toMatchObject([{ kind: 'ad_code_ending', of: live, about: 'Summer post', who: 'Tomás Reyes', at: until }]);
    clock.now = until;
    expect(world.kinds()).toEqual([]);
  });
});

describe('a reminder', () => {
  it('of a sign-in comes a day before it and stays until it is over', async () => {
    const from = clock.now + 2 * DAY;
    const form = { kind: 'sign_in_appointment', account: world.account, contact: world.contact, from, minutes: 30 } as const;
    const { run } = take(await world.owner.runs.start({ ...form, zone: BERLIN, place: null, device: null, standsBy: null }));
    expect(world.kinds()).toEqual([]);
    clock.now = from - DAY;
    expect(world.due()).toMatchObject([{ kind: 'appointment', of: run, run, who: 'Tomás Reyes', at: from, late: false }]);
    clock.now = from + 29 * 60;
    expect(world.kinds()).toEqual(['appointment']);
    const { book } = world.owner;
    const [data, whose] = [book.get('run', run), book.get('account', world.account)];
    if (data === null || whose === null) throw new Error('no run of an account');
    // Done before its time, or of an account that does not read: nobody is to be there.
    await book.change((draft) => (draft.put('run', run, { ...data, finished: clock.now }), {}));
    expect(world.kinds()).toEqual([]);
    await book.change((draft) => (draft.put('run', run, data), {}));
    await book.change((draft) => (draft.del(world.account), {}));
    expect(world.kinds()).toEqual([]);
    await book.change((draft) => (draft.put('account', world.account, whose), {}));
    expect(world.kinds()).toEqual(['appointment']);
    clock.now += 60;
    expect(world.kinds()).toEqual([]);
  });

  it('of a review comes a week ahead, is late the day after its own in the person’s zone, and goes with the review', async () => {
    const { owner } = world;
    await world.lend('2027-03-01');
    const due = at('2026-12-01T00:00:00+01:00');
    expect(world.due()).toMatchObject([{ kind: 'review_due', of: null, late: false, at: due }]);
    // The midnight it is due at is the first instant of its day, not the last of the day before.
    clock.now = due - 1;
    expect([world.kinds(), owner.reminders.due(BERLIN)]).toEqual([['review_due'], 0]);
    clock.now = due;
    expect(world.due()).toMatchObject([{ kind: 'review_due', late: false }]);
    expect(owner.reminders.due(BERLIN)).toBe(1);
    clock.now += DAY;
    expect(world.due()).toMatchObject([{ kind: 'review_due', late: true }]);
    const { id } = take(await owner.reviews.start(BERLIN));
    take(await owner.reviews.finish(id, 'Done.'));
    expect(world.kinds()).toEqual([]);
    const next = at('2027-01-01T00:00:00+01:00');
    clock.now = next - 7 * DAY - 1;
    expect(world.kinds()).toEqual([]);
    clock.now++;
    expect(world.due()).toMatchObject([{ kind: 'review_due', late: false, at: next }]);
    // Nine hours later there.
    expect(world.kinds('America/Los_Angeles')).toEqual([]);
  });

  it('of a review is not late before its day is over, be that an hour longer than others', async () => {
    const { owner } = world;
    // The first of November 2037 is a Sunday, on which clocks in New York are put back.
    const there = 'America/New_York';
    clock.now = at('2037-10-20T12:00:00-04:00');
    await world.lend('2037-12-01');
    take(await owner.reviews.finish(take(await owner.reviews.start(there)).id, 'Done.'));
    clock.now = at('2037-11-01T23:59:59-05:00');
    expect(world.due(there)).toMatchObject([{ kind: 'review_due', late: false, at: at('2037-11-01T00:00:00-04:00') }]);
    clock.now++;
    expect(world.due(there)).toMatchObject([{ kind: 'review_due', late: true }]);
  });

  it('of a review does not come while nothing is lent', () => {
    clock.now = at('2027-02-01T12:00:00+01:00');
    expect(world.kinds()).toEqual([]);
  });

  it('of an authenticator comes after a year, for the one in use', async () => {
    const { owner, account } = world;
    const trashed = await addAccount(owner, { title: 'Old page' });
    await addSeed(owner, trashed, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
    await addSeed(owner, account, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
    const set = clock.now;
    take(await owner.accounts.trash(trashed));
    clock.now = set + 365 * DAY - 1;
    expect(world.kinds()).toEqual([]);
    clock.now++;
    expect(world.due()).toMatchObject([{ kind: 'seed_old', of: account, at: set + 365 * DAY, late: false }]);
    await addSeed(owner, account, 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU');
    expect(world.kinds()).toEqual([]);
  });

  it('of the recovery sheet comes a year after it was made or last typed back, where there is one', async () => {
    const { owner } = world;
    const { book, contacts, reviews, platformFile: platforms } = owner;
    const withSheet = new Reminders({ book, contacts, reviews, platforms, hasSheet: () => true });
    const kinds = () => withSheet.list(BERLIN).due.rows.map(({ kind }) => kind);
    const { meta } = owner;
    if (meta === null) throw new Error('no meta');
    const tested = clock.now + 100 * DAY;
    clock.now = meta.data.made + 365 * DAY;
    expect(kinds()).toEqual(['sheet_untested']);
    expect(world.kinds()).toEqual([]);
    await book.change((draft) => (draft.put('meta', meta.id, { ...meta.data, recovery_tested: tested }), {}));
    expect(kinds()).toEqual([]);
    clock.now = tested + 365 * DAY;
    expect(kinds()).toEqual(['sheet_untested']);
    // A new sheet has a year of its own.
    await book.change(
      (draft) => (draft.put('meta', meta.id, { ...meta.data, recovery_tested: tested, recovery_made: clock.now - DAY }), {}),
    );
    expect(kinds()).toEqual([]);
    clock.now += 364 * DAY;
    expect(kinds()).toEqual(['sheet_untested']);
  });
});

describe('reminders', () => {
  /** One of nearly each kind, on 1 December 2026 at noon in Berlin. */
  async function many(): Promise<void> {
    const { owner, account } = world;
    const second = await addAccount(owner, { title: 'Second', password: 'x1-second' });
    const third = await addAccount(owner, { title: 'Third', password: 'x1-third' });
    await world.lend('2026-12-01');
    await world.lend('2026-11-28', second);
    await world.lend('2026-12-04', third);
    const old = owner.book.get('account', account);
    await addSeed(owner, account, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
    const now = owner.book.get('account', account);
    if (old === null || now === null) throw new Error('no account');
    const factors = now.factors.map((factor) => ({ ...factor, set: clock.now - 400 * DAY }));
    await owner.book.change((draft) => (draft.put('account', account, { ...now, factors }), {}));
    await world.put({ member: memberData(owner.book.newId(), clock.now, { until: at('2026-11-30T12:00:00+01:00') }) });
    clock.now = at('2026-12-01T12:00:00+01:00');
    await owner.sweep();
  }

  it('are late ones first, then by date, and upkeep last', async () => {
    await many();
    expect(world.due().map(({ kind, account }) => `${kind} ${account?.title ?? ''}`.trim())).toEqual([
      ...[
        'loan_over Second',
        'member_over',
        'review_due',
        'loan_ending Harbour shop',
        'loan_ending Third',
        'seed_old Harbour shop',
      ],
    ]);
  });

  it('count as due what is late or falls on this day where the person is', async () => {
    await many();
    // Late: the loan and the member. Of this day: the review, and the loan that ends with it.
    expect(world.owner.reminders.due(BERLIN)).toBe(4);
    // In Los Angeles it is three in the morning: the review is due since midnight, and the loan ends at three in the afternoon.
    expect(world.owner.reminders.due('America/Los_Angeles')).toBe(4);
    // In Tokyo the loan ends on the morning of the second.
    expect(world.owner.reminders.due('Asia/Tokyo')).toBe(3);
    expect(world.owner.state().due).toBeGreaterThan(0);
  });
});
