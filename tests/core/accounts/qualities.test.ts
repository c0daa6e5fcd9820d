import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Qualities } from '../../../main/core/accounts/qualities.ts';
import type { Guesser } from '../../../main/core/accounts/guessing.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import type { Session } from '../../../main/engine/session.ts';
import { addAccount, blankForm, newWorld, reopened, take, type World } from '../../support/session-world.ts';

const clock = { now: Date.UTC(2026, 10, 26, 8) / 1000 };
const goesOn = async (): Promise<boolean> => true;

/** One guess in ten for each character, and what was asked about. */
function countingGuesser(): Guesser & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    guess: async (text) => {
      asked.push(text);
      return { guesses: text.length, warning: null };
    },
  };
}

describe('what is known of passwords', () => {
  let world: World;
  let session: Session;
  let qualities: Qualities;
  const add = (title: string, password: string) => addAccount(session, { title, password });

  beforeEach(async () => {
    world = await newWorld('Studio', clock);
    session = world.session;
    qualities = new Qualities(session.book, randomBytes, session.newcomers);
  });

  it('tells accounts of one password from others, and names them by title', async () => {
    const [a, b, c] = [
      await add('Etsy', 'one and the same'),
      await add('Canva', 'one and the same'),
      await add('Other', 'another one'),
    ];
    const none = await addAccount(session, { title: 'None' });
    expect(qualities.of(a)).toBeNull();
    expect(await qualities.compare(goesOn)).toBe(true);
    expect([a, b, c, none].map((id) => qualities.of(id)?.reused)).toEqual([true, true, false, undefined]);
    expect(qualities.sharing(a)).toEqual({ total: 1, first: [{ id: b, title: 'Canva', username: null }] });
    expect(qualities.sharing(none)).toEqual({ total: 0, first: [] });
  });

  it('follows changed passwords, the trash, and a password taken away', async () => {
    const [a, b] = [await add('A', 'one and the same'), await add('B', 'one and the same')];
    await qualities.compare(goesOn);
    take(await session.accounts.save({ ...blankForm, id: b, title: 'B', password: 'quite another' }));
    expect(qualities.of(b)).toBeNull();
    await qualities.compare(goesOn);
    expect([a, b].map((id) => qualities.of(id)?.reused)).toEqual([false, false]);
    take(await session.accounts.save({ ...blankForm, id: b, title: 'B', password: 'one and the same' }));
    take(await session.accounts.trash(b));
    await qualities.compare(goesOn);
    expect(qualities.of(a)?.reused).toBe(false);
    // One in the trash counts with no other, but is told of those it would share with.
    expect(qualities.sharing(b)?.first.map(({ id }) => id)).toEqual([a]);
    take(await session.accounts.restore(b));
    await qualities.compare(goesOn);
    expect(qualities.of(a)?.reused).toBe(true);
    take(await session.accounts.save({ ...blankForm, id: b, title: 'B', password: null }));
    await qualities.compare(goesOn);
    expect([qualities.of(a)?.reused, qualities.of(b)]).toEqual([false, null]);
  });

  it('judges each password once, until it changes', async () => {
    const guesser = countingGuesser();
    const [a, b] = [await add('A', 'short'), await add('B', 'long enough for anybody')];
    expect(await qualities.judge(guesser, goesOn)).toBe(true);
    expect([a, b].map((id) => qualities.of(id)?.weak)).toEqual([true, false]);
    await qualities.judge(guesser, goesOn);
    expect(guesser.asked).toEqual(['short', 'long enough for anybody']);
    take(await session.accounts.save({ ...blankForm, id: a, title: 'A', password: 'not so short any more' }));
    await qualities.judge(guesser, goesOn);
    expect(qualities.of(a)?.weak).toBe(false);
    expect(await qualities.strength(a, guesser)).toMatchObject({ guesses: 21, warning: null });
    expect(guesser.asked).toHaveLength(3);
  });

  it('stops when it is told to, and goes on from there', async () => {
    for (let i = 0; i < 250; i++) await add(`A${i}`, `password ${i % 200}`);
    const { book, qualities: fresh } = (await reopened(world, clock)).session;
    let slices = 0;
    expect(await fresh.compare(async () => ++slices < 2)).toBe(false);
    expect(slices).toBe(2);
    expect(await fresh.compare(goesOn)).toBe(true);
    const reused = book.all('account').filter(({ id }) => fresh.of(id)?.reused);
    expect(reused).toHaveLength(100);
    let asked = 0;
    expect(await fresh.judge(countingGuesser(), async () => ++asked < 5)).toBe(false);
    expect(asked).toBe(5);
  });

  it('opens no password when a vault is opened, and each once when they are compared', async () => {
    await add('A', 'a password of mine');
    const { book, qualities: fresh } = (await reopened(world, clock)).session;
    const open = vi.spyOn(book, 'open');
    const [id = ''] = book.all('account').map((entry) => entry.id);
    expect(fresh.of(id)).toBeNull();
    expect(open).not.toHaveBeenCalled();
    await fresh.compare(goesOn);
    await fresh.compare(goesOn);
    expect(fresh.of(id)).toEqual({ weak: false, reused: false });
    expect(open).toHaveBeenCalledTimes(1);
  });
});
