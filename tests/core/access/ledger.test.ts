import { beforeEach, describe, expect, it } from 'vitest';
import type { Data } from '../../../main/core/records/shapes.ts';
import { endOfWeek } from '../../../main/core/access/ledger-lines.ts';
import { ledgerRow } from '../../../shared/contracts/engine/ledger.ts';
import { addAccount, befriend, draftFor, lend, newWorld, take, type World } from '../../support/session-world.ts';

const DAY = 86_400;
/** Wednesday 25 November 2026, 08:00 in Berlin. */
const NOW = Date.UTC(2026, 10, 25, 7) / 1000;
const any = { side: 'given', state: 'all', client: null, person: null, account: null, query: '', offset: 0, limit: 200 } as const;

const clock = { now: NOW };
let world: World;
let tomas: string;

beforeEach(async () => {
  clock.now = NOW;
  world = await newWorld('Maren Voss', clock);
  tomas = (await befriend(world.session, (await newWorld('Tomás Reyes', clock)).session)).a;
});

/** A loan put straight into the vault; its record. */
async function loan(
  more: Partial<Data<'grant'>> & { readonly exposed?: 'password' | 'backup_codes' | 'codes'; readonly taken?: false } = {},
): Promise<string> {
  const { book } = world.session;
  const { exposed, taken, ...rest } = more;
  const id = book.newId();
  const account = rest.accounts?.[0] ?? (await addAccount(world.session));
  take(
    await book.change((draft) => {
      draft.put('grant', id, {
        ...{ side: 'given', grant: id, contact: tomas, accounts: [account], live_codes: [], what: ['password'], rules: [] },
        ...{ made: NOW - 40 * DAY, from: NOW - 40 * DAY, until: NOW + 40 * DAY, zone: 'Europe/Berlin', windows: [], codes: 0 },
        ...{ last_iat: NOW, receipts: [], ...(taken === false ? {} : { opened: NOW - 39 * DAY }) },
        ...rest,
      });
      if (exposed !== undefined)
        draft.put('exposure', book.newId(), { account, secret: exposed, ver: 1, contact: tomas, grant: id, at: NOW - 40 * DAY });
      return {};
    }),
  );
  return id;
}

const accountOf = (id: string): string => world.session.book.get('grant', id)?.accounts[0] ?? '';
const list = (query: Partial<Parameters<World['session']['ledger']['list']>[0]> = {}) =>
  world.session.ledger.list({ ...any, ...query });
const stateOf = (id: string): string | undefined => list().rows.find((row) => row.id === id)?.state;
const ids = (query: Parameters<typeof list>[0] = {}): string[] => list(query).rows.map(({ id }) => id);

describe('where a loan stands', () => {
  it('is exposed once its time is over and a secret of it was not changed', async () => {
    const id = await loan({ until: NOW - DAY, exposed: 'password' });
    expect(stateOf(id)).toBe('exposed');
    expect(list().rows[0]?.exposed).toEqual([{ secret: 'password', since: NOW - 40 * DAY }]);
  });
  it('is ended, not exposed, when everything it gave was changed', async () => {
    const id = await loan({ until: NOW - DAY });
    expect(stateOf(id)).toBe('ended');
  });
  it('stays exposed though it was closed, while the secret still works', async () => {
    expect(stateOf(await loan({ until: NOW - DAY, closed: NOW - 10, exposed: 'password' }))).toBe('exposed');
    expect(stateOf(await loan({ until: NOW - DAY, closed: NOW - 10 }))).toBe('closed');
  });
  it('counts a declined handoff as closed, and as exposed while what was sent still works', async () => {
    expect(stateOf(await loan({ refused: NOW - DAY }))).toBe('closed');
    expect(stateOf(await loan({ refused: NOW - DAY, exposed: 'backup_codes' }))).toBe('exposed');
  });
  it('is ended at its very last instant and active the second before', async () => {
    const id = await loan({ until: NOW + 30 * DAY });
    clock.now = NOW + 30 * DAY - 9 * DAY;
    expect(stateOf(id)).toBe('active');
    clock.now = NOW + 30 * DAY - 1;
    expect(stateOf(id)).toBe('ending');
    clock.now = NOW + 30 * DAY;
    expect(stateOf(id)).toBe('ended');
  });
  it('is over from the moment it was ended early', async () => {
    const id = await loan({ until: NOW + 30 * DAY, ended: NOW - 5, exposed: 'codes' });
    expect(stateOf(id)).toBe('exposed');
    expect(list().rows[0]).toMatchObject({ until: NOW - 5, lanes: { exposed: { from: NOW - 5, until: NOW } } });
  });
  it('is ended, and no longer exposed, once the last code of its pass is over', async () => {
    const id = await loan({ until: NOW - DAY, what: ['codes'] });
    take(
      await world.session.book.change((draft) => {
        const shown = { account: accountOf(id), contact: tomas, grant: id, at: NOW - 9 * DAY };
        draft.put('exposure', world.session.book.newId(), { ...shown, secret: 'codes', ver: 1, until: NOW + 60 });
        return {};
      }),
    );
    expect(stateOf(id)).toBe('exposed');
    clock.now = NOW + 60;
    expect(stateOf(id)).toBe('ended');
  });
});

describe('ending this week', () => {
  // 25 November 2026 is a Wednesday; the week ends with Sunday 29 November.
  const berlinWeek = Date.UTC(2026, 10, 29, 23) / 1000;

  it('reaches to the end of Sunday where the last day ends', async () => {
    expect(stateOf(await loan({ until: berlinWeek }))).toBe('ending');
    expect(stateOf(await loan({ until: berlinWeek + 1 }))).toBe('active');
  });
  it('is judged in the zone of each loan', async () => {
    const newYork = { zone: 'America/New_York' };
    expect(stateOf(await loan({ until: berlinWeek + 6 * 3600, ...newYork }))).toBe('ending');
    expect(stateOf(await loan({ until: berlinWeek + 6 * 3600 + 1, ...newYork }))).toBe('active');
    expect(stateOf(await loan({ until: berlinWeek + 6 * 3600 }))).toBe('active');
  });
  it('has begun in one zone and not yet in another', async () => {
    // Monday 00:30 in Berlin is Sunday 18:30 in New York: the same Thursday is this week there and next week here.
    clock.now = Date.UTC(2026, 10, 29, 23, 30) / 1000;
    const thursday = Date.UTC(2026, 11, 3, 12) / 1000;
    expect(stateOf(await loan({ until: thursday }))).toBe('ending');
    expect(stateOf(await loan({ until: thursday, zone: 'America/New_York' }))).toBe('active');
  });
  it('always takes in the last two days, on a Sunday too', async () => {
    clock.now = Date.UTC(2026, 10, 29, 12) / 1000;
    expect(stateOf(await loan({ until: clock.now + 2 * DAY }))).toBe('ending');
    expect(stateOf(await loan({ until: clock.now + 2 * DAY + 1 }))).toBe('active');
  });
  it('is a week of 167 or 169 hours when the clocks change', () => {
    const monday = (month: number, day: number, hour: number): number => Date.UTC(2026, month, day, hour) / 1000;
    expect(endOfWeek(monday(2, 22, 23), 'Europe/Berlin') - monday(2, 22, 23)).toBe(167 * 3600);
    expect(endOfWeek(monday(9, 18, 22), 'Europe/Berlin') - monday(9, 18, 22)).toBe(169 * 3600);
    expect(endOfWeek(monday(9, 18, 22), 'America/New_York')).toBe(Date.UTC(2026, 9, 19, 4) / 1000);
  });
  it('falls back to UTC for a zone this machine does not know', async () => {
    expect(stateOf(await loan({ until: Date.UTC(2026, 10, 30) / 1000, zone: 'Mars/Base' }))).toBe('ending');
  });
});

describe('the list', () => {
  it('puts what is exposed first, then ended, ending, active, closed; the longest over and the first to end on top', async () => {
    const closedOld = await loan({ until: NOW - 30 * DAY, closed: NOW - 20 * DAY });
    const closedNew = await loan({ until: NOW - 40 * DAY, closed: NOW - DAY });
    const later = await loan({ until: NOW + 40 * DAY });
    const soon = await loan({ until: NOW + 20 * DAY });
    const ending = await loan({ until: NOW + DAY });
    const ended = await loan({ until: NOW - DAY });
    const exposedNew = await loan({ until: NOW - DAY, exposed: 'password' });
    const exposedOld = await loan({ until: NOW - 9 * DAY, exposed: 'password' });
    expect(ids()).toEqual([exposedOld, exposedNew, ended, ending, soon, later, closedNew, closedOld]);
    expect(list().totals).toEqual({ all: 8, exposed: 2, ended: 1, ending: 1, active: 2, closed: 2 });
    expect(world.session.ledger.exposed).toBe(2);
  });
  it('gives one state with the totals of all, and pages of it', async () => {
    for (let n = 1; n <= 5; n++) await loan({ until: NOW + (20 + n) * DAY });
    await loan({ until: NOW - DAY });
    const page = list({ state: 'active', offset: 3, limit: 2 });
    expect(page.total).toBe(5);
    expect(page.rows.map(({ until }) => until)).toEqual([NOW + 24 * DAY, NOW + 25 * DAY]);
    expect(page.totals).toMatchObject({ all: 6, active: 5, ended: 1 });
    expect(list({ offset: 50 }).rows).toEqual([]);
  });
  it('narrows to a client, a person, an account and words, and counts only those', async () => {
    const { session } = world;
    const bakery = take(await session.clients.save({ name: 'Häfen Bakery', colour: 1, notes: null, archived: false })).id;
    const account = await addAccount(session, { client: bakery, title: 'Etsy', username: 'HarbourGifts', platform: 'etsy' });
    const ines = (await befriend(session, (await newWorld('Ines Kaya', clock)).session)).a;
    const one = await loan({ accounts: [account] });
    const two = await loan({ contact: ines });
    expect(ids({ client: bakery })).toEqual([one]);
    expect(ids({ person: ines })).toEqual([two]);
    expect(ids({ account })).toEqual([one]);
    expect(ids({ query: 'hafen tomas' })).toEqual([one]);
    expect(ids({ query: 'gifts' })).toEqual([one]);
    expect(ids({ query: 'ines' })).toEqual([two]);
    expect(list({ query: 'nobody' }).totals.all).toBe(0);
    expect(ids({ client: tomas })).toEqual([]);
  });
  it('finds by a name as it is now, not as it was when it was searched first', async () => {
    const account = await addAccount(world.session, { title: 'Old name' });
    const id = await loan({ accounts: [account] });
    expect(ids({ query: 'old' })).toEqual([id]);
    const form = {
      client: null,
      platform: 'tiktok',
      kind: 'personal',
      username: null,
      recoveryMail: null,
      recoveryPhone: null,
    } as const;
    take(await world.session.accounts.save({ ...form, id: account, title: 'Fresh', address: null, tags: [], owner: null }));
    expect(ids({ query: 'old' })).toEqual([]);
    expect(ids({ query: 'fresh' })).toEqual([id]);
  });
  it('fits its contract for a real handoff, its run and its end', async () => {
    const { session } = world;
    const account = await addAccount(session, { password: 'first password' });
    const { grant } = await lend(session, draftFor(account, tomas, '2026-11-30'));
    expect(ledgerRow.parse(list().rows[0])).toMatchObject({ state: 'active', grant: 'offered', run: null });
    clock.now = Date.UTC(2026, 11, 1) / 1000;
    await session.sweep();
    expect(ledgerRow.parse(list().rows[0])).toMatchObject({ state: 'exposed', exposed: [{ secret: 'password', since: NOW }] });
    const { run } = take(await session.runs.start({ kind: 'end_of_access', grant }));
    const row = ledgerRow.parse(list().rows[0]);
    expect(row.run).toMatchObject({ id: run, done: 0, finished: null });
    expect(row.run?.steps).toBeGreaterThan(2);
  });
});

describe('the bars', () => {
  it('are one for codes from the first window to the last, one for the password, one for a role', async () => {
    const windows = [
      { from: NOW + 5 * DAY, until: NOW + 6 * DAY },
      { from: NOW - 3 * DAY, until: NOW - 2 * DAY },
    ];
    await loan({ what: ['password', 'codes', 'role'], windows, level: 'author' });
    const whole = { from: NOW - 40 * DAY, until: NOW + 40 * DAY };
    expect(list().rows[0]?.lanes).toEqual({
      ...{ codes: { from: NOW - 3 * DAY, until: NOW + 6 * DAY }, password: whole, role: whole, exposed: null },
    });
  });
  it('stop at an early end, and are none for what ended before it began', async () => {
    await loan({ from: NOW + DAY, ended: NOW - DAY });
    expect(list().rows[0]?.lanes).toEqual({ codes: null, password: null, role: null, exposed: null });
  });
});

describe('what is lent to us', () => {
  it('stands on its own side, once it was taken up, and is closed when it is over or given back', async () => {
    const received: Pick<Data<'grant'>, 'side' | 'accounts'> = { side: 'received', accounts: ['A'.repeat(22)] };
    await loan({ ...received, taken: false });
    const live = await loan({ ...received, until: NOW + 30 * DAY });
    const back = await loan({ ...received, until: NOW + 30 * DAY, ended: NOW - DAY });
    const revoked = await loan({ ...received, until: NOW + 30 * DAY, ended: NOW - DAY, revoked: NOW - DAY });
    const rows = list({ side: 'received' }).rows;
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      [live, 'active'],
      ...[back, revoked].toSorted().map((id) => [id, 'closed']),
    ]);
    expect(rows.find(({ id }) => id === back)?.givenBack).toBe(NOW - DAY);
    expect(rows.find(({ id }) => id === revoked)?.givenBack).toBeNull();
    expect(list().totals.all).toBe(0);
    expect(world.session.ledger.exposed).toBe(0);
  });
});
