import { beforeEach, describe, expect, it } from 'vitest';
import { accountDetail } from '../../../shared/contracts/engine/accounts.ts';
import type { Session } from '../../../main/engine/session.ts';
import { addAccount, befriend, blankForm, codeOf, draftFor, lend, logged, newWorld, take } from '../../support/session-world.ts';

const DAY = 86_400;

describe('an earlier password', () => {
  const clock = { now: 0 };
  let owner: Session;
  let ana: string;
  let account: string;

  const detail = () => accountDetail.parse(take(owner.details.get(account)));
  const reveal = async (field: string) => take(await owner.accounts.secret(account, field, 'revealed'));
  const setPassword = async (password: string) => {
    clock.now += DAY;
    take(await owner.accounts.save({ ...blankForm, id: account, password }));
  };
  const putBack = async (text: string) => {
    clock.now += DAY;
    for (const { id } of detail().history)
      if ((await reveal(`history/${id}`)) === text) return owner.accounts.earlier.restore({ id: account, history: id });
    throw new Error('not in the history');
  };
  const exposed = () => detail().exposures.map(({ secret, seenBy, set, at }) => ({ secret, contact: seenBy.contact, set, at }));

  beforeEach(async () => {
    clock.now = Date.UTC(2026, 10, 2, 8) / 1000;
    owner = (await newWorld('Owner', clock)).session;
    const other = (await newWorld('Ana', clock)).session;
    ana = (await befriend(owner, other)).a;
    account = await addAccount(owner, { password: 'first password' });
  });

  it('becomes the password, as a new version, and the one in force goes to the history', async () => {
    await setPassword('second password');
    const before = owner.book.get('account', account)?.versions.password ?? 0;
    take(await putBack('first password'));
    expect(await reveal('password')).toBe('first password');
    expect(detail().password?.changed).toBe(clock.now);
    expect(owner.book.get('account', account)?.versions.password).toBe(before + 1);
    const texts = await Promise.all(detail().history.map(({ id }) => reveal(`history/${id}`)));
    expect(texts).toEqual(['second password', 'first password']);
    expect(logged(owner)).toContain('password-restored');
  });

  it('changes nothing when it is the password already, or is not there', async () => {
    await setPassword('second password');
    take(await putBack('first password'));
    const history = detail().history.length;
    take(await putBack('first password'));
    expect(detail().history).toHaveLength(history);
    expect(codeOf(await owner.accounts.earlier.restore({ id: account, history: 'A'.repeat(22) }))).toBe('not_found');
  });

  it('is exposed again to whoever saw it, from when they saw it', async () => {
    const seen = clock.now;
    const { grant } = await lend(owner, draftFor(account, ana, '2026-11-20'));
    await setPassword('second password');
    expect(exposed()).toEqual([]);
    expect(detail().password?.exposed).toBe(false);
    take(await putBack('first password'));
    expect(exposed()).toEqual([{ secret: 'password', contact: ana, set: clock.now, at: seen }]);
    expect(detail().password?.exposed).toBe(true);
    expect(take(owner.grants.get(grant)).row.exposed).toBe(true);
    // Only another password ends it.
    await setPassword('third password');
    expect(exposed()).toEqual([]);
  });

  it('ends nothing: who saw the one in force may still come in, and is noted once however often it goes to and fro', async () => {
    await setPassword('second password');
    await lend(owner, draftFor(account, ana, '2026-11-20'));
    take(await putBack('first password'));
    expect(exposed()).toHaveLength(1);
    take(await putBack('second password'));
    take(await putBack('first password'));
    expect(exposed()).toHaveLength(1);
    await setPassword('third password');
    expect(exposed()).toEqual([]);
  });

  it('is known by its text: also to one who saw it under another of its times', async () => {
    await lend(owner, draftFor(account, ana, '2026-11-20'));
    await setPassword('second password');
    // Typed again, it is a version of its own, which nobody was sent.
    await setPassword('first password');
    expect(exposed()).toHaveLength(1);
    await setPassword('third password');
    expect(exposed()).toEqual([]);
    const newest = detail().history.find(({ set }) => set > Date.UTC(2026, 10, 3, 8) / 1000 + DAY / 2);
    clock.now += DAY;
    take(await owner.accounts.earlier.restore({ id: account, history: newest?.id ?? '' }));
    expect(exposed()).toMatchObject([{ contact: ana }]);
  });

  it('exposes nobody who saw another one', async () => {
    await setPassword('second password');
    await lend(owner, draftFor(account, ana, '2026-11-20'));
    await setPassword('third password');
    take(await putBack('first password'));
    expect(exposed()).toEqual([]);
  });

  it('shows a closed loan as exposed again in the ledger', async () => {
    const { grant } = await lend(owner, draftFor(account, ana, '2026-11-03'));
    await setPassword('second password');
    clock.now = Date.UTC(2026, 10, 10) / 1000;
    const filter = { side: 'given', state: 'all', client: null, person: null, account: null, query: '' } as const;
    const row = () => owner.ledger.list({ ...filter, offset: 0, limit: 10 }).rows.find(({ id }) => id === grant);
    expect(row()?.state).toBe('ended');
    take(await putBack('first password'));
    expect(row()?.state).toBe('exposed');
  });
});
