import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { RunDetail } from '../../../shared/contracts/engine/runs.ts';
import { RUN_STEPS } from '../../../shared/platforms/run-step.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { byId, type FakeState, fakeId } from './state.ts';

type Calls = `runs.${string}` | `candidate.${string}` | `devices.${string}` | `log.${string}`;

/** Runs, new passwords, devices and the log over a state in memory. */
export function runHandlers(state: FakeState): Pick<Handlers<EngineContract>, Extract<keyof EngineContract['calls'], Calls>> {
  const find = (id: string): RunDetail | undefined => state.runs.find((one) => one.row.id === id);
  const touched = (account: string): void => {
    for (const run of state.runs) {
      if (run.row.grant.account !== account) continue;
      run.candidate = state.accounts.find((one) => one.id === account)?.candidate ?? null;
    }
    state.changed('accounts', 'runs');
  };
  return {
    'runs.start': ({ grant }) => {
      const known = state.runs.find((run) => run.row.grant.id === grant);
      if (known) return { run: known.row.id };
      const row = state.grants.find((one) => one.row.id === grant)?.row;
      if (!row) return { refused: 'not_found' };
      if (row.state !== 'ended') return { refused: 'grant_not_ended' };
      const id = fakeId('run');
      state.runs.push({
        row: {
          id,
          kind: 'end_of_access',
          grant: { ...row, run: id },
          started: state.now(),
          finished: null,
          done: 0,
          steps: RUN_STEPS.length,
        },
        steps: RUN_STEPS.map((step) => ({ id: step, state: 'todo', at: null, note: null, blocked: null })),
        ...{ devices: [], exposures: [], candidate: null, passwordChanged: null, closable: false },
      });
      state.changed('runs', 'grants');
      return { run: id };
    },
    'runs.list': () => ({ total: state.runs.length, rows: state.runs.map((run) => run.row) }),
    'runs.get': ({ id }) => {
      const run = find(id);
      return run
        ? { ...run, devices: state.devices.filter((one) => one.account === run.row.grant.account) }
        : { refused: 'not_found' };
    },
    'runs.step': ({ run: id, step, state: to, note }) => {
      const run = find(id);
      const one = run?.steps.find((each) => each.id === step);
      if (!run || !one) return { refused: 'not_found' };
      Object.assign(one, { state: to, note, at: to === 'todo' ? null : state.now() });
      run.row.done = run.steps.filter((each) => each.state !== 'todo').length;
      run.closable = run.row.done === run.row.steps;
      state.changed('runs');
      return {};
    },
    'runs.close': ({ run: id }) => {
      const run = find(id);
      if (!run) return { refused: 'not_found' };
      if (!run.closable) return { refused: 'run_not_done' };
      run.row.finished = state.now();
      run.row.grant.state = 'closed';
      state.changed('runs', 'grants');
      return {};
    },
    'candidate.make': ({ account }) => {
      const one = byId(state.accounts, account);
      if ('refused' in one) return one;
      one.candidate = { made: state.now() };
      touched(account);
      return {};
    },
    'candidate.copy': () => ({ until: state.now() + 30 }),
    'candidate.worked': ({ account }) => {
      const one = byId(state.accounts, account);
      if ('refused' in one) return one;
      if (one.candidate === null) return { refused: 'no_candidate' };
      Object.assign(one, { candidate: null, password: { changed: state.now(), exposed: false }, exposures: [] });
      for (const run of state.runs) if (run.row.grant.account === account) run.passwordChanged = state.now();
      touched(account);
      return {};
    },
    'candidate.drop': ({ account }) => {
      const one = byId(state.accounts, account);
      if ('refused' in one) return one;
      one.candidate = null;
      touched(account);
      return {};
    },
    'devices.list': ({ account }) => ({ devices: state.devices.filter((one) => one.account === account) }),
    'devices.save': ({ id = fakeId('dev'), contact, signedOut, ...rest }) => {
      const person = state.people.find((one) => one.id === contact);
      const ref = person ? { contact: person.id, name: person.name, verified: person.state === 'verified' } : null;
      const device = { id, ...rest, person: ref, signedOut: signedOut ? state.now() : null };
      const at = state.devices.findIndex((one) => one.id === id);
      if (at < 0) state.devices.push(device);
      else state.devices[at] = device;
      state.changed('runs');
      return { id };
    },
    'devices.remove': ({ id }) => {
      state.devices = state.devices.filter((one) => one.id !== id);
      state.changed('runs');
      return {};
    },
    'log.list': () => ({ total: state.log.length, rows: state.log }),
    'log.verify': () => ({ records: state.log.length, bad: null }),
  };
}
