import { beforeEach, describe, expect, it } from 'vitest';
import type { Guesser } from '../../../main/core/accounts/guessing.ts';
import { FREE_JUDGED } from '../../../main/core/accounts/newcomers.ts';
import type { Session } from '../../../main/engine/session.ts';
import { addAccount, blankForm, newWorld, reopened, take, type World } from '../../support/session-world.ts';

const DEAR = 'the one password that counts';
const goesOn = async (): Promise<boolean> => true;

/** Finds what is asked about at once when it is among the words tried first. */
const guesser: Guesser = {
  guess: async (text, about) => ({ guesses: about.some((word) => text.includes(word)) ? 0 : 12, warning: null }),
};

describe('passwords given since the vault was unlocked', () => {
  const clock = { now: 0 };
  let world: World;
  let session: Session;
  let dear = '';

  beforeEach(async () => {
    clock.now = Date.UTC(2026, 10, 26, 8) / 1000;
    const before = await newWorld('Studio', clock);
    dear = await addAccount(before.session, { title: 'Bank', password: DEAR });
    for (let n = 0; n < FREE_JUDGED + 5; n++) await addAccount(before.session, { title: `Shop ${n}`, password: `old ${n}` });
    world = await reopened(before, clock);
    session = world.session;
  });

  const guess = (password: string, id?: string) =>
    session.accounts.save({ ...blankForm, title: 'Tiny', password, ...(id === undefined ? {} : { id }) });
  const shared = async (id: string) => {
    await session.qualities.compare(goesOn);
    return session.qualities.sharing(id);
  };
  const filtered = (quality: 'reused' | 'weak') => {
    session.accounts.judgeBy(session.qualities.of);
    return session.accounts.ids({ query: '', sort: 'title', trashed: false, filter: { quality } }).ids;
  };

  it('are compared with all others as they come, as many as a person types in an hour', async () => {
    for (let n = 1; n < FREE_JUDGED; n++) expect((await shared(take(await guess(`mine ${n}`)).id))?.total).toBe(0);
    expect((await shared(take(await guess(DEAR)).id))?.first.map(({ id }) => id)).toEqual([dear]);
  });

  it('tell nothing beyond those: not by the account, a list, a number or their strength', async () => {
    let id: string | undefined;
    for (let n = 0; n < FREE_JUDGED; n++) {
      id = take(await guess(`guess ${n}`, id)).id;
      await shared(id);
    }
    const right = take(await guess(DEAR)).id;
    const wrong = take(await guess('quite another')).id;
    expect([await shared(right), await shared(wrong)]).toEqual([null, null]);
    await session.qualities.judge(guesser, goesOn);
    expect([await session.qualities.strength(right, guesser), session.qualities.of(right)]).toEqual([null, null]);
    expect(filtered('reused')).toEqual([]);
    expect(session.accounts.facets({ trashed: false }).quality).toEqual({ weak: 0, reused: 0 });
    expect(session.qualities.of(dear)).toEqual({ weak: false, reused: false });
    // Nor by way of the trash, where nothing was ever compared.
    take(await session.accounts.trash(right));
    expect(await shared(right)).toBeNull();
    take(await session.accounts.restore(right));
    expect(await shared(right)).toBeNull();
    expect((await shared(dear))?.total).toBe(0);
  });

  it('wait until the hour is over, or the vault is unlocked anew', async () => {
    for (let n = 0; n < FREE_JUDGED; n++) await shared(take(await guess(`guess ${n}`)).id);
    const id = take(await guess(DEAR)).id;
    expect(await shared(id)).toBeNull();
    const anew = (await reopened(world, clock)).session;
    await anew.qualities.compare(goesOn);
    expect(anew.qualities.sharing(id)?.total).toBe(1);
    clock.now += 3600;
    expect((await shared(id))?.total).toBe(1);
    expect(filtered('reused')).toHaveLength(2);
  });

  it('are judged beside the names they came with: another title tries no other words', async () => {
    take(await session.accounts.save({ ...blankForm, id: dear, title: 'counts', username: 'password' }));
    expect((await session.qualities.strength(dear, guesser))?.guesses).toBe(12);
    const id = take(await session.accounts.save({ ...blankForm, title: 'counts', password: DEAR })).id;
    expect((await session.qualities.strength(id, guesser))?.guesses).toBe(0);
  });

  it('keep room for each other: what was let in once stays in, and what was there before takes none', async () => {
    const id = take(await guess(DEAR)).id;
    for (let n = 0; n < FREE_JUDGED; n++) {
      take(await session.accounts.trash(id));
      take(await session.accounts.restore(id));
      expect((await shared(id))?.total).toBe(1);
    }
    expect(session.newcomers.hasRoom).toBe(true);
  });
});
