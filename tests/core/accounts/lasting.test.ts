import { beforeEach, describe, expect, it } from 'vitest';
import { lasting } from '../../../main/core/accounts/lasting.ts';
import type { Session } from '../../../main/engine/session.ts';
import { addAccount, addSeed, blankForm, newWorld, reopened, take, type World } from '../../support/session-world.ts';

const YEAR = 365 * 86_400;

describe('what is kept of many that were replaced', () => {
  const of = (...lives: number[]) => lives.map((life, at) => ({ at, set: 1000, replaced: 1000 + life }));
  const places = (kept: readonly { at: number }[]) => kept.map(({ at }) => at);

  it('is what lasted longest, and the newest whatever they lasted, in the order they came in', () => {
    expect(places(lasting(of(50, 3, 2, 9, 1), 5, 1))).toEqual([0, 1, 2, 3, 4]);
    expect(places(lasting(of(50, 3, 2, 9, 1), 3, 1))).toEqual([0, 3, 4]);
    expect(places(lasting(of(50, 3, 2, 9, 1), 3, 0))).toEqual([0, 1, 3]);
    expect(places(lasting(of(7, 7, 7, 7), 2, 1))).toEqual([2, 3]);
    expect(places(lasting(of(1, 2, 3), 2, 9))).toEqual([1, 2]);
  });

  it('counts one whose beginning is not known as long ago', () => {
    expect(lasting([{ replaced: 1010 }, { set: 10, replaced: 1000 }, { set: 999, replaced: 1010 }], 1, 0)).toEqual([
      { replaced: 1010 },
    ]);
  });
});

describe('a secret written over again and again', () => {
  const clock = { now: 0 };
  let world: World;
  let session: Session;
  let id = '';
  const save = async (form: object) => void take(await session.accounts.save({ ...blankForm, id, ...form }));
  const data = () => {
    const account = session.book.get('account', id);
    if (account === null) throw new Error('the account is there');
    return account;
  };
  const history = () => data().history.map((one) => session.book.openText(id, `history/${one.id}/value`, one.value));
  const earlier = () => (data().earlier ?? []).map((one) => session.book.openText(id, `earlier/${one.id}/value`, one.value));

  beforeEach(async () => {
    clock.now = Date.UTC(2026, 10, 26, 8) / 1000;
    world = await newWorld('Studio', clock);
    ({ session } = world);
    const secrets = { password: 'the true one', notes: 'true notes', backupCodes: ['true code'] };
    id = await addAccount(session, { ...secrets, fields: [{ name: 'PIN', secret: true, value: 'true pin' }] });
    clock.now += YEAR;
  });

  it('still has the one that counted among its earlier passwords, and the last ones', async () => {
    for (let n = 0; n < 130; n++, clock.now++) await save({ password: `junk ${n}` });
    expect(history()).toHaveLength(100);
    expect(history()).toContain('the true one');
    expect(history().slice(-20)).toEqual(Array.from({ length: 20 }, (_, n) => `junk ${109 + n}`));
  });

  it('has it still when new passwords were made and dropped, and it was put back between', async () => {
    await save({ password: 'junk' });
    const [{ id: kept } = { id: '' }] = data().history;
    for (let n = 0; n < 60; n++, clock.now++) {
      take(await session.candidates.make({ account: id, length: 12, symbols: false }));
      take(await session.candidates.drop(id));
      if (n % 10 === 0) take(await session.accounts.earlier.restore({ id, history: kept }));
      await save({ password: `junk ${n}` });
    }
    expect(history()).toHaveLength(100);
    expect(history()).toContain('the true one');
  });

  it('has its notes, backup codes and fields still, whatever fields of other names came and went', async () => {
    const [pin] = data().fields;
    await save({
      notes: 'junk',
      backupCodes: ['junk code'],
      fields: [{ id: pin?.id, name: 'PIN', secret: true, value: 'junk pin' }],
    });
    for (let n = 0; n < 12; n++, clock.now++) {
      const made = Array.from({ length: 3 }, (_, at) => ({ name: `Junk ${n} ${at}`, secret: true, value: `junk ${n} ${at}` }));
      await save({ notes: `junk ${n}`, backupCodes: [`code ${n}`], fields: made });
      await save({ fields: [] });
    }
    expect(earlier()).toHaveLength(20);
    for (const dear of ['true notes', 'true code', 'true pin']) expect(earlier()).toContain(dear);
  });

  it('has since when it holds what it holds read back with it', async () => {
    await save({ fields: [{ name: 'PIN', secret: true, value: 'new pin' }] });
    const { book } = (await reopened(world, clock)).session;
    const { fields, earlier: before } = book.get('account', id) ?? data();
    expect([fields.map(({ set }) => set), before?.map(({ of, set, replaced }) => ({ of, set, replaced }))]).toEqual([
      [clock.now],
      [{ of: 'field', set: clock.now - YEAR, replaced: clock.now }],
    ]);
  });

  it('is as old as it was when a page puts it back to make it young', async () => {
    await save({ notes: 'junk' });
    const kept = data().earlier?.[0]?.id ?? '';
    take(await session.accounts.earlierSecrets.restore({ id, earlier: kept }));
    clock.now += 1;
    for (let n = 0; n < 30; n++, clock.now++) await save({ notes: `junk ${n}` });
    expect(earlier()).toContain('true notes');
  });

  it('has its authenticator still, however many came after it or were noted beside it', async () => {
    const dear = await addSeed(session, id, 'GEZDGNBVGY3TQOJQGEZDGNBV');
    clock.now += YEAR;
    await addSeed(session, id, 'GEZDGNBVGY3TQOJQGEZDGNBA');
    for (let n = 0; n < 16; n++, clock.now++) await session.factors.note({ account: id, kind: 'sms', note: `Phone ${n}` });
    expect(data().factors.some((one) => one.id === dear)).toBe(true);
    for (let n = 0; n < 17; n++, clock.now++) await addSeed(session, id, `GEZDGNBVGY3TQOJQGEZDGNB${'ABCDEFGHIJKLMNOPQ'[n]}`);
    take(await session.factors.putBack({ account: id, factor: dear }));
    clock.now += 1;
    for (let n = 0; n < 17; n++, clock.now++) await addSeed(session, id, `GEZDGNBVGY3TQOJQGEZDGNC${'ABCDEFGHIJKLMNOPQ'[n]}`);
    expect(data().factors).toHaveLength(16);
    expect(data().factors.find((one) => one.id === dear)).toMatchObject({ kind: 'authenticator', seed: {} });
  });
});
