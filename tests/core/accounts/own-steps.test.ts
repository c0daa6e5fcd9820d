import { beforeEach, describe, expect, it } from 'vitest';
import { addAccount, codeOf, logged, newWorld, reopened, take, type World } from '../../support/session-world.ts';

const clock = { now: Date.UTC(2026, 10, 25, 7) / 1000 };
let world: World;
let account = '';

beforeEach(async () => {
  world = await newWorld('Maren Voss', clock);
  account = await addAccount(world.session);
});

const nothing = { path: null, link: null };
const save = (form: { step?: string; path?: string | null; link?: string | null }) =>
  world.session.ownSteps.save({ account, step: 'password', ...nothing, ...form });
const steps = (session = world.session) => take(session.ownSteps.of(account)).steps;

describe('where an account of one’s own has a step', () => {
  it('is kept with the account, and one note takes the place of another', async () => {
    take(await save({ path: 'Menu > Safety > Password' }));
    take(await save({ step: 'devices', link: 'https://shop.example/devices' }));
    take(await save({ path: 'Profile > Password', link: 'https://shop.example/password?tab=1' }));
    const { session } = await reopened(world, clock);
    expect(steps(session).toSorted((a, b) => a.step.localeCompare(b.step))).toEqual([
      { step: 'devices', path: null, link: 'https://shop.example/devices' },
      { step: 'password', path: 'Profile > Password', link: 'https://shop.example/password?tab=1' },
    ]);
    expect(logged(session).filter((what) => what === 'own-step-saved')).toHaveLength(3);
  });

  it('goes back to the catalogue by a note of nothing; where there is none that changes nothing', async () => {
    take(await save({ path: 'Menu > Safety' }));
    take(await save({}));
    expect(steps()).toEqual([]);
    expect(world.session.book.get('account', account)).not.toHaveProperty('own_steps');
    const before = world.session.book.logHead.n;
    take(await save({}));
    expect(world.session.book.logHead.n).toBe(before);
  });

  it('leads nowhere but to a host that is shown as it is', async () => {
    for (const link of [
      ...['http://shop.example/', 'javascript:alert(1)', 'https://shop.example@evil.example/', 'https://shop.example:8443/'],
      ...['https://{site}/wp-admin', 'https://shоp.example/', 'https://localhost/', 'https://shop.example/a b', 'shop.example'],
    ])
      expect(codeOf(await save({ link })), link).toBe('link_refused');
    expect(steps()).toEqual([]);
  });

  it('is one line without hidden characters', async () => {
    expect(codeOf(await save({ path: 'Menu\nSafety' }))).toBe('text_unfit');
    expect(codeOf(await save({ path: 'é'.repeat(200) }))).toBe('text_too_long');
    for (const path of ['Menu > \u202eytefaS', 'Menu > Safe\u200bty', '\u3164', ' Menu'])
      expect(codeOf(await save({ path })), JSON.stringify(path)).toBe('text_unfit');
    expect(steps()).toEqual([]);
  });

  it('is kept for forty steps of an account, those of another version among them', async () => {
    const { book } = world.session;
    const data = book.get('account', account);
    if (data === null) throw new Error('no account');
    const own = Array.from({ length: 40 }, (_, n) => ({ step: `step_${n}`, path: 'Menu' }));
    await book.change((draft) => (draft.put('account', account, { ...data, own_steps: own }), {}));
    expect(await save({ path: 'Menu' })).toEqual({ refused: 'too_many', facts: { max: 40 } });
    await book.change((draft) => (draft.put('account', account, { ...data, own_steps: own.slice(1) }), {}));
    take(await save({ path: 'Menu' }));
    take(await save({ path: 'Profile' }));
    expect(steps()).toHaveLength(40);
  });

  it('is of an account that is there and of a step a run has', async () => {
    expect(codeOf(await save({ step: 'no_such_step', path: 'Menu' }))).toBe('not_found');
    expect(codeOf(await world.session.ownSteps.save({ account: 'A'.repeat(22), step: 'password', path: 'Menu', link: null }))).toBe(
      'not_found',
    );
    expect(codeOf(world.session.ownSteps.of('A'.repeat(22)))).toBe('not_found');
  });
});
