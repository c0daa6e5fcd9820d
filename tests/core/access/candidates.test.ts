import { beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../../main/engine/session.ts';
import { addAccount, codeOf, logged, newWorld, reopened, take, type World } from '../../support/session-world.ts';

const clock = { now: 1_790_000_000 };
let world: World;
let session: Session;
let account = '';

beforeEach(async () => {
  world = await newWorld('Maren', clock);
  session = world.session;
  account = await addAccount(session, { password: 'the old one' });
});

const make = () => session.candidates.make({ account, length: 24, symbols: true });
const text = (which: 'old' | 'new') => session.candidates.text(account, which);
const history = async () => {
  const ids = take(session.details.get(account)).history.map(({ id }) => id);
  return Promise.all(ids.map(async (id) => take(await session.accounts.secret(account, `history/${id}`, 'revealed'))));
};

describe('a new password', () => {
  it('takes the old one’s place when it worked, and the old one is kept', async () => {
    take(await make());
    const fresh = take(await text('new'));
    expect(fresh).toHaveLength(24);
    expect(await text('old')).toBe('the old one');
    clock.now += 60;
    take(await session.candidates.worked(account));
    expect(await session.accounts.secret(account, 'password', 'revealed')).toBe(fresh);
    expect(await history()).toEqual(['the old one']);
    expect(take(session.details.get(account))).toMatchObject({ candidate: null, password: { changed: clock.now } });
    expect(codeOf(await session.candidates.worked(account))).toBe('no_candidate');
    const words = ['candidate-made', 'candidate-copied', 'password-copied', 'password-changed'];
    expect(logged(session).filter((what) => words.includes(what))).toEqual(words);
  });

  it('is on disk before anybody sees it, and nothing changes when it cannot be', async () => {
    world.file.fail = 'disk_full';
    expect(codeOf(await make())).toBe('disk_full');
    expect(codeOf(await text('new'))).toBe('no_candidate');
    expect(await text('old')).toBe('the old one');
  });

  it('is never lost by dropping it: it may be the one at the platform', async () => {
    take(await make());
    const dropped = take(await text('new'));
    take(await session.candidates.drop(account));
    expect(await session.accounts.secret(account, 'password', 'revealed')).toBe('the old one');
    expect(await history()).toEqual([dropped]);
  });

  it('gets a version of its own each time', async () => {
    const versions: (number | undefined)[] = [];
    for (let i = 0; i < 3; i++) {
      take(await make());
      versions.push(session.book.get('account', account)?.candidate?.ver);
      take(await session.candidates.drop(account));
    }
    expect(versions).toEqual([1, 2, 3]);
  });

  it('survives the process that made it', async () => {
    take(await make());
    const fresh = await text('new');
    const after = await reopened(world, clock);
    expect(await after.session.candidates.text(account, 'new')).toBe(fresh);
  });

  it('is refused for an account that is not there', async () => {
    const form = { account: session.book.newId(), length: 20, symbols: true };
    expect(codeOf(await session.candidates.make(form))).toBe('not_found');
    expect(codeOf(await session.candidates.text(form.account, 'old'))).toBe('not_found');
  });
});
