import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../../main/engine/session.ts';
import { MAX_FOUND } from '../../../shared/limits.ts';
import { addAccount, addSeed, codeOf, logged, newWorld, take } from '../../support/session-world.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const OTHER = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const clock = { now: 1_790_000_010 };
let session: Session;
let account = '';

beforeAll(async () => {
  session = (await newWorld('Maren', clock)).session;
});

beforeEach(async () => {
  clock.now += 1000;
  account = await addAccount(session);
});

const code = () => take(session.factors.live(account)).live?.code;
const kinds = () => take(session.details.get(account)).factors.map(({ kind }) => kind);

describe('an authenticator', () => {
  it('is saved once, however often the person clicks', async () => {
    const { pending } = take(session.factors.pending.read(SEED));
    const expected = take(session.factors.pending.code(pending)).code;
    const both = await Promise.all([
      session.factors.confirm({ account, pending, typed: expected }),
      session.factors.confirm({ account, pending, typed: expected }),
    ]);
    expect(both.map(codeOf)).toEqual([null, 'not_found']);
    expect(code()).toBe(expected);
    expect(kinds()).toEqual(['authenticator']);
  });

  it('keeps its seed when another one takes its place: a slip loses nothing', async () => {
    const first = await addSeed(session, account, SEED);
    const before = code();
    const second = await addSeed(session, account, OTHER);
    expect(code()).not.toBe(before);
    expect(kinds()).toEqual(['authenticator']);
    const held = session.book.get('account', account)?.factors.find(({ id }) => id === first);
    expect(held?.seed).toBeDefined();
    take(await session.factors.remove({ account, factor: second }));
    expect(code()).toBeUndefined();
  });

  it('is replaced any number of times, the oldest seeds giving way', async () => {
    for (let i = 0; i < 18; i++) await addSeed(session, account, i % 2 === 0 ? SEED : OTHER);
    expect(session.book.get('account', account)?.factors).toHaveLength(16);
    expect(kinds()).toEqual(['authenticator']);
    take(await session.factors.note({ account, kind: 'sms', note: 'to my phone' }));
    expect(kinds().toSorted()).toEqual(['authenticator', 'sms']);
  });

  it('is not written over by a note', async () => {
    const factor = await addSeed(session, account, SEED);
    expect(codeOf(await session.factors.note({ account, factor, kind: 'sms', note: null }))).toBe('not_found');
    expect(codeOf(await session.factors.note({ account, factor: session.book.newId(), kind: 'sms', note: null }))).toBe(
      'not_found',
    );
    expect(kinds()).toEqual(['authenticator']);
  });

  it('shows the code of the clock as it is, also after a clock that ran ahead was set right', async () => {
    await addSeed(session, account, SEED);
    const right = clock.now;
    const expected = code();
    clock.now = right + 400;
    await addAccount(session);
    clock.now = right;
    expect(session.book.now()).toBe(right + 400);
    expect(session.book.clockBehind).toBe(400);
    expect(code()).toBe(expected);
    take(await session.book.lowerClock());
    expect(session.book.clockBehind).toBe(0);
    expect(logged(session).at(-1)).toBe('clock-back');
  });

  it('has its copied code in the log before the clipboard has it', async () => {
    await addSeed(session, account, SEED);
    expect(await session.factors.copied(account)).toBe(code());
    expect(logged(session).at(-1)).toBe('code-copied');
    expect(await session.factors.copied(await addAccount(session))).toBeNull();
  });

  it('drops the oldest seeds that wait, when more are typed than pictures may hold and 32', () => {
    const most = MAX_FOUND + 32;
    const waiting = Array.from({ length: most + 1 }, () => take(session.factors.pending.read(SEED)).pending);
    expect(waiting.map((pending) => codeOf(session.factors.pending.code(pending)))).toEqual([
      'not_found',
      ...Array(most).fill(null),
    ]);
  });
});

describe('an earlier authenticator', () => {
  const earlier = () => take(session.details.get(account)).earlierKeys;

  it('is listed with when it was replaced, and is the authenticator again when it is put back', async () => {
    const first = await addSeed(session, account, SEED);
    const second = await addSeed(session, account, OTHER);
    expect(earlier()).toMatchObject([{ id: first, replaced: clock.now, authenticator: { type: 'totp', digits: 6 } }]);
    clock.now += 60;
    take(await session.factors.putBack({ account, factor: first }));
    const { pending } = take(session.factors.pending.read(SEED));
    expect(code()).toBe(take(session.factors.pending.code(pending)).code);
    expect(earlier()).toMatchObject([{ id: second, replaced: clock.now }]);
    expect(kinds()).toEqual(['authenticator']);
    expect(logged(session).at(-1)).toBe('authenticator-restored');
    expect(codeOf(await session.factors.putBack({ account, factor: first }))).toBe('not_found');
    expect(codeOf(await session.factors.putBack({ account, factor: session.book.newId() }))).toBe('not_found');
  });

  it('is kept when it is taken away, and gone for good when it is deleted from there', async () => {
    const factor = await addSeed(session, account, SEED);
    const before = code();
    take(await session.factors.remove({ account, factor }));
    expect([code(), kinds(), earlier().map(({ id }) => id)]).toEqual([undefined, [], [factor]]);
    expect(logged(session).at(-1)).toBe('factor-removed');
    take(await session.factors.putBack({ account, factor }));
    expect(code()).toBe(before);
    take(await session.factors.remove({ account, factor }));
    take(await session.factors.remove({ account, factor }));
    expect(earlier()).toEqual([]);
    expect(logged(session).at(-1)).toBe('authenticator-deleted');
    expect(codeOf(await session.factors.putBack({ account, factor }))).toBe('not_found');
  });

  it('stays in the hands of whoever else was noted to have its key, as the newest note says', async () => {
    const outside = () => take(session.details.get(account)).factors.map((one) => one.outside);
    const first = await addSeed(session, account, SEED);
    take(await session.factors.noteOutside({ account, factor: first, outside: true }));
    await addSeed(session, account, OTHER);
    expect(outside()).toEqual([false]);
    take(await session.factors.putBack({ account, factor: first }));
    expect(outside()).toEqual([true]);
    await addSeed(session, account, OTHER);
    const again = await addSeed(session, account, SEED);
    expect(outside()).toEqual([true]);
    take(await session.factors.noteOutside({ account, factor: again, outside: false }));
    await addSeed(session, account, OTHER);
    take(await session.factors.putBack({ account, factor: first }));
    expect(outside()).toEqual([false]);
  });

  it('goes on with its counter where any authenticator with its key was', async () => {
    const key = `otpauth://hotp/x?secret=${SEED}&counter=5`;
    const first = await addSeed(session, account, key);
    const again = await addSeed(session, account, key);
    take(await session.factors.counters.set({ account, counter: 40 }));
    expect(earlier().map(({ id }) => id)).toEqual([first]);
    take(await session.factors.putBack({ account, factor: first }));
    expect(take(await session.factors.counters.next(account)).counter).toBe(40);
    expect(earlier().map(({ id }) => id)).toEqual([again]);
  });
});
