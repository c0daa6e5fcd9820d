import { type RunDetail, runDetail, type Step } from '../../../shared/contracts/engine/runs.ts';
import type { Session } from '../../../main/engine/session.ts';
import { addAccount, befriend, draftFor, lend, newWorld, reopened, take, type World } from '../../support/session-world.ts';
import type { TestClock } from '../../support/engine-world.ts';

/** An owner with one account and one person it can be lent to, and what a test does to their runs. */
export interface RunWorld {
  readonly world: World;
  readonly owner: Session;
  readonly contact: string;
  readonly account: string;
  give(more?: object, lastDay?: string, account?: string, contact?: string): Promise<string>;
  /** Lets every last day up to 30 November 2026 pass. */
  over(): Promise<void>;
  run(id: string): RunDetail;
  step(id: string, key: string): Step;
  tick(id: string, key: string, note?: string | null): ReturnType<Session['runs']['step']>;
  skip(id: string, key: string): ReturnType<Session['runs']['step']>;
  /** Ticks every step that nothing stands against; gives the keys of those left. */
  tickAll(id: string): Promise<string[]>;
}

/** The owner's world on 25 November 2026, or after a crash the same vault read again. */
export async function runWorld(clock: TestClock, from: World | null = null): Promise<RunWorld> {
  clock.now = Date.UTC(2026, 10, 25, 7) / 1000;
  const world = from ?? (await newWorld('Maren Voss', clock));
  const other = (await newWorld('Tomás Reyes', clock)).session;
  const contact = (await befriend(world.session, other)).a;
  const account = await addAccount(world.session, { password: 'first password' });
  return acts(world, clock, contact, account);
}

/** The same vault as after a crash. */
export async function crashed(before: RunWorld, clock: TestClock): Promise<RunWorld> {
  return acts(await reopened(before.world, clock), clock, before.contact, before.account);
}

function acts(world: World, clock: TestClock, contact: string, account: string): RunWorld {
  const owner = world.session;
  const run = (id: string): RunDetail => runDetail.parse(take(owner.runs.get(id)));
  const tick: RunWorld['tick'] = (id, key, note = null) => owner.runs.step({ run: id, step: key, state: 'done', note });
  return {
    world,
    owner,
    contact,
    account,
    run,
    tick,
    give: async (more = {}, lastDay = '2026-11-30', of = account, to = contact) =>
      (await lend(owner, draftFor(of, to, lastDay, more))).grant,
    over: async () => {
      clock.now = Math.max(clock.now, Date.UTC(2026, 11, 1) / 1000);
      await owner.sweep();
    },
    step: (id, key) => {
      const step = run(id).steps.find((one) => one.key === key);
      if (step === undefined) throw new Error(`no step ${key}`);
      return step;
    },
    skip: (id, key) => owner.runs.step({ run: id, step: key, state: 'skipped', note: 'not here' }),
    tickAll: async (id) => {
      for (const { key, state, blocked } of run(id).steps) {
        if (state === 'todo' && blocked === null) take(await tick(id, key));
      }
      return run(id)
        .steps.filter(({ state }) => state === 'todo')
        .map(({ key }) => key);
    },
  };
}
