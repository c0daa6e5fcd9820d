import { beforeEach, describe, expect, it } from 'vitest';
import { runDetail } from '../../../shared/contracts/engine/runs.ts';
import { TRASH_DAYS } from '../../../shared/limits.ts';
import type { Session } from '../../../main/engine/session.ts';
import { adCodeOf, addAsset, addCentre } from '../business/business-world.ts';
import {
  addAccount,
  befriend,
  codeOf,
  draftFor,
  lend,
  logged,
  newWorld,
  reopened,
  take,
  type World,
} from '../../support/session-world.ts';

const DAY = 86_400;
const clock = { now: 1_790_000_000 };
let world: World;
let session: Session;

beforeEach(async () => {
  clock.now = 1_790_000_000;
  world = await newWorld('Maren', clock);
  session = world.session;
});

const isThere = (id: string): boolean => session.book.get('account', id) !== null;
const stay = (id: string) => session.trash.of(id);
const empty = () => session.trash.purge(session.trash.all());

async function trashed(title = 'Old shop', more: object = {}): Promise<string> {
  const id = await addAccount(session, { title, password: 'an old password', ...more });
  take(await session.accounts.trash(id));
  return id;
}

/** An account in the trash that Ana has until tomorrow. */
async function lentAndTrashed(): Promise<{ id: string; grant: string }> {
  const ana = (await newWorld('Ana', clock)).session;
  const { a: contact } = await befriend(session, ana);
  const id = await addAccount(session, { title: 'Lent', username: '@lent', password: 'given away' });
  const lastDay = new Date((clock.now + DAY) * 1000).toISOString().slice(0, 10);
  const { grant } = await lend(session, draftFor(id, contact, lastDay));
  take(await session.accounts.trash(id));
  return { id, grant };
}

const change = <T extends 'grant' | 'exposure' | 'run'>(type: T, more: object): Promise<unknown> =>
  session.book.change((draft) => {
    for (const { id, data } of session.book.all(type)) draft.put(type, id, { ...data, ...more });
    return {};
  });

describe('the trash', () => {
  it('keeps an account for thirty days to the second, then lets it go for good and says so in the log', async () => {
    const id = await trashed();
    expect(stay(id)).toEqual({ until: clock.now + 30 * DAY, held: null });
    clock.now += TRASH_DAYS * DAY - 1;
    await session.sweep();
    expect(isThere(id)).toBe(true);
    clock.now += 1;
    await session.sweep();
    expect(isThere(id)).toBe(false);
    expect(logged(session).at(-1)).toBe('account-purged');
    expect(session.log.list({ offset: 0, limit: 1 }).rows[0]?.about).toBe('Old shop');
    expect(session.trash.lingering()).toEqual(new Map([[id, clock.now]]));
    expect([...(await reopened(world, clock)).session.trash.lingering().keys()]).toEqual([id]);
  });

  it('keeps what is not in it, and what was taken out of it', async () => {
    const [kept, back] = [await addAccount(session), await trashed()];
    take(await session.accounts.restore(back));
    clock.now += 400 * DAY;
    await session.sweep();
    expect([isThere(kept), isThere(back)]).toEqual([true, true]);
    expect(take(await session.trash.purge([kept, back, session.book.newId()]))).toEqual({ purged: 0, held: 0 });
    expect(isThere(kept)).toBe(true);
  });

  it('counts by the clock as it is: one that ran a month ahead and was set right empties nothing', async () => {
    const id = await trashed();
    clock.now += 40 * DAY;
    session.book.now();
    clock.now -= 40 * DAY;
    await session.sweep();
    expect(isThere(id)).toBe(true);
  });

  it('keeps an account as long as its loan is not closed and what was seen of it is not changed', async () => {
    const { id, grant } = await lentAndTrashed();
    const tryAll = async (): Promise<string | null | undefined> => {
      await session.sweep();
      expect(take(await empty())).toEqual({ purged: 0, held: 1 });
      expect(take(await session.trash.purge([id]))).toEqual({ purged: 0, held: 1 });
      return stay(id)?.held;
    };
    clock.now += 40 * DAY;
    expect(await tryAll()).toBe('lent');
    const { run } = take(await session.runs.start({ kind: 'end_of_access', grant }));
    expect(await tryAll()).toBe('lent');
    await change('grant', { closed: clock.now });
    expect(await tryAll()).toBe('exposed');
    await change('exposure', { ended: clock.now });
    expect(await tryAll()).toBe('run');
    await session.book.change((draft) => {
      const data = session.book.get('run', run);
      if (data !== null) draft.put('run', run, { ...data, finished: clock.now });
      return {};
    });
    expect(stay(id)?.held).toBeNull();
    await session.sweep();
    expect(isThere(id)).toBe(false);
  });

  it('does not keep an account for a loan that was refused, or for codes that are over', async () => {
    const { id } = await lentAndTrashed();
    await change('grant', { refused: clock.now });
    await change('exposure', { secret: 'codes', until: clock.now + DAY });
    expect(stay(id)?.held).toBe('exposed');
    clock.now += 2 * DAY;
    expect(stay(id)?.held).toBeNull();
  });

  it('keeps an account as long as one of its ad codes runs', async () => {
    const id = await addAccount(session);
    take(await session.adCodes.save(adCodeOf(session, id)));
    take(await session.accounts.trash(id));
    clock.now += 2 * DAY;
    expect(stay(id)?.held).toBe('ad_code');
    clock.now += 400 * DAY;
    expect(stay(id)?.held).toBeNull();
    await session.sweep();
    expect([isThere(id), session.book.count('ad_code')]).toEqual([false, 0]);
  });

  it('leaves the name of what was lent to its loan and the ledger, and of what never was only the title', async () => {
    const { id } = await lentAndTrashed();
    const bare = await trashed('Bare', { username: '@bare' });
    await change('grant', { closed: clock.now });
    await change('exposure', { ended: clock.now });
    expect(take(await empty())).toEqual({ purged: 2, held: 0 });
    const [row] = session.grants.list({ offset: 0, limit: 10 }).rows;
    expect(row).toMatchObject({ account: id, title: 'Lent', username: '@lent', platform: 'tiktok' });
    const gone = session.book.all('purged_account').map(({ data }) => [data.account, data.username]);
    expect(gone).toEqual([
      [id, '@lent'],
      [bare, undefined],
    ]);
    expect(codeOf(session.details.get(id))).toBe('not_found');
  });

  it('leaves the finished run of a loan to be read, under the name the account had', async () => {
    const { id, grant } = await lentAndTrashed();
    clock.now += 3 * DAY;
    await session.sweep();
    const { run } = take(await session.runs.start({ kind: 'end_of_access', grant }));
    await change('grant', { closed: clock.now });
    await change('exposure', { ended: clock.now });
    await change('run', { finished: clock.now });
    expect(take(await empty())).toEqual({ purged: 1, held: 0 });
    expect(session.runs.list({ only: 'all', offset: 0, limit: 9 }).rows).toMatchObject([
      { id: run, account: { id, title: 'Lent' } },
    ]);
    expect(runDetail.parse(take(session.runs.get(run)))).toMatchObject({ accounts: [{ id, title: 'Lent' }], candidate: null });
    expect(session.runs.progress(run)?.finished).toBe(clock.now);
    expect(session.runs.list({ only: 'open', offset: 0, limit: 9 }).total).toBe(0);
  });

  it('leaves its name with the codes that were asked for', async () => {
    const { id, grant } = await lentAndTrashed();
    await change('grant', { closed: clock.now });
    await change('exposure', { ended: clock.now });
    const contact = session.book.get('grant', grant)?.contact ?? '';
    const asked = { side: 'got', grant, account: id, contact, made: clock.now, exp: clock.now + 60, state: 'answered' } as const;
    await session.book.change((draft) => {
      draft.put('code_request', session.book.newId(), { ...asked, message: session.book.newId(), hash: 'A'.repeat(43) });
      return {};
    });
    expect(take(await empty()).purged).toBe(1);
    expect(session.relay.list({ side: 'got', offset: 0, limit: 9 }).rows).toMatchObject([{ title: 'Lent', platform: 'tiktok' }]);
  });

  it('lets devices go with their account, and nothing of another one', async () => {
    const [gone, stays] = [await trashed(), await addAccount(session)];
    const device = { name: 'Chrome', place: null, seen: null, whose: 'me' as const, contact: null, keep: null, signedOut: false };
    for (const account of [gone, stays]) take(await session.devices.save({ account, ...device }));
    take(await empty());
    expect(session.book.all('device').map(({ data }) => data.account)).toEqual([stays]);
  });

  it('keeps an account that a step of an open run is about, and no other account for it, until its person is forgotten', async () => {
    const [id, other] = [await trashed(), await trashed()];
    const { a: contact } = await befriend(session, (await newWorld('Ana', clock)).session);
    const step = { id: 'password', account: id, state: 'todo' as const };
    await session.book.change((draft) => {
      draft.put('run', session.book.newId(), { kind: 'leaver', contact, started: clock.now, steps: [step] });
      return {};
    });
    expect([stay(id)?.held, stay(other)?.held]).toEqual(['run', null]);
    // Nobody finds that run any more to finish it.
    take(await session.contacts.remove(contact));
    expect([stay(id)?.held, session.runs.list({ only: 'open', offset: 0, limit: 9 }).total]).toEqual([null, 0]);
  });

  it('takes what was put off for an account with it, and leaves the things of business centres without one', async () => {
    const [gone, stays] = [await trashed(), await addAccount(session)];
    const centre = await addCentre(session);
    take(await session.accounts.restore(gone));
    for (const account of [gone, stays]) await addAsset(session, centre, { account });
    take(await session.accounts.trash(gone));
    await session.book.change((draft) => {
      for (const of of [gone, stays])
        draft.put('snooze', session.book.newId(), { kind: 'password_age', of, until: clock.now + DAY });
      return {};
    });
    take(await empty());
    expect(session.book.all('asset').map(({ data }) => data.account)).toEqual([undefined, stays]);
    expect(session.book.all('snooze').map(({ data }) => data.of)).toEqual([stays]);
  });

  it('empties more than one save takes', async () => {
    for (let n = 0; n < 203; n++) await trashed();
    expect(take(await empty())).toEqual({ purged: 203, held: 0 });
    expect(session.book.count('account')).toBe(0);
  });
});
