import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { ReadDevice } from '../../../shared/contracts/engine/devices.ts';
import type { Appointment, RunDetail, RunRow, RunStart } from '../../../shared/contracts/engine/runs.ts';
import { STEPS_OF } from '../../../shared/platforms/run-step.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { anyRun, stepOf } from './lent.ts';
import { byId, type FakeState, fakeId } from './state.ts';

type Calls = `runs.${string}` | `candidate.${string}` | `devices.${string}` | 'log.list' | 'log.verify';

/** Runs, new passwords, devices and the log over a state in memory. */
export function runHandlers(state: FakeState): Pick<Handlers<EngineContract>, Extract<keyof EngineContract['calls'], Calls>> {
  const find = (id: string): RunDetail | undefined => state.runs.find((one) => one.row.id === id);
  const touched = (account: string): void => {
    for (const run of state.runs) {
      if (run.row.account?.id !== account) continue;
      run.candidate = state.accounts.find((one) => one.id === account)?.candidate ?? null;
    }
    state.changed('accounts', 'runs');
  };
  const begin = (form: RunStart): { run: string } | { refused: ErrorCode } => {
    const about = subjectOf(state, form);
    if (about === null) return { refused: 'not_found' };
    if (form.kind === 'end_of_access' && about.grant?.state !== 'ended') return { refused: 'grant_not_ended' };
    const { kind } = form;
    const known = state.runs.find(({ row }) => row.kind === kind && row.finished === null && isSame(row, about));
    const agreed = form.kind === 'sign_in_appointment' ? agreedIn(state, form) : null;
    if (known) {
      Object.assign(known, { appointment: agreed });
      state.changed('runs');
      return { run: known.row.id };
    }
    const id = fakeId('run');
    const steps = STEPS_OF[kind].map((step) => ({
      ...stepOf(step),
      ...{ account: about.account?.id ?? null, grant: about.grant?.id ?? null },
    }));
    const row = { id, ...about, at: agreed?.from ?? null, started: state.now() };
    anyRun(state, kind, steps, { row, accounts: about.account === null ? [] : [about.account], appointment: agreed });
    if (about.grant !== null) about.grant.run = id;
    state.changed('runs', 'grants');
    return { run: id };
  };
  return {
    'runs.start': begin,
    'runs.list': ({ only }) => {
      const rows = state.runs.map((run) => run.row).filter(({ finished }) => only !== 'open' || finished === null);
      return { total: rows.length, rows };
    },
    'runs.get': ({ id }) => {
      const run = find(id);
      return run
        ? { ...run, devices: state.devices.filter((one) => one.account === run.row.account?.id) }
        : { refused: 'not_found' };
    },
    'runs.step': ({ run: id, step, state: to, note }) => {
      const run = find(id);
      const one = run?.steps.find(({ key }) => key === step);
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
      if (run.row.grant !== null) run.row.grant.state = 'closed';
      state.changed('runs', 'grants');
      return {};
    },
    'runs.saveCalendar': () => ({}),
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
      for (const run of state.runs) if (run.row.account?.id === account) run.passwordChanged = state.now();
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
      const at = state.devices.findIndex((one) => one.id === id);
      const { grant, made, listed } = state.devices[at] ?? { grant: null, made: state.now(), listed: null };
      const device = { id, ...rest, person: ref, signedOut: signedOut ? state.now() : null, grant, made, listed };
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
    'devices.read': ({ account, text }) => {
      const known = state.devices.filter((one) => one.account === account && one.signedOut === null);
      const rows = text.split('\n').flatMap((line): ReadDevice[] => {
        const [name = '', place = null, seen = null] = line.split(',').map((part) => part.trim());
        if (name === '') return [];
        const one = known.find((device) => device.name === name);
        const whose = one?.whose ?? 'unknown';
        return [{ name, place, seen, known: one?.id ?? null, whose, contact: one?.person?.contact ?? null, promised: false }];
      });
      return { rows, gone: known.filter(({ id }) => !rows.some((row) => row.known === id)) };
    },
    'devices.saveList': ({ account, rows, gone }) => {
      for (const { known, contact: _contact, ...row } of rows) {
        const before = state.devices.find((one) => one.id === known);
        if (before) Object.assign(before, row, { listed: state.now() });
        else
          state.devices.push({
            ...{ id: fakeId('dev'), account, ...row, person: null, keep: row.whose === 'me' ? true : null, signedOut: null },
            ...{ grant: null, made: state.now(), listed: state.now() },
          });
      }
      for (const one of state.devices) if (gone.includes(one.id)) Object.assign(one, { keep: false, signedOut: state.now() });
      state.changed('runs');
      return {};
    },
    'log.list': () => ({ total: state.log.length, rows: state.log }),
    'log.verify': () => ({ records: state.log.length, bad: state.safety.badLog }),
  };
}

type About = Pick<RunRow, 'account' | 'grant' | 'person'>;

function subjectOf(state: FakeState, form: RunStart): About | null {
  const person = 'contact' in form ? personOf(state, form.contact) : null;
  if (form.kind === 'leaver') return person === null ? null : { account: null, grant: null, person };
  const grant = 'grant' in form ? (state.grants.find(({ row }) => row.id === form.grant)?.row ?? null) : null;
  const id = 'account' in form ? form.account : grant?.account;
  const account = state.accounts.find((one) => one.id === id);
  if (account === undefined || ('grant' in form && grant === null)) return null;
  const { platform, title, username } = account;
  return { account: { id: account.id, platform, title, username }, grant, person: grant?.person ?? person };
}

function personOf(state: FakeState, contact: string) {
  const one = state.people.find(({ id }) => id === contact);
  return one ? { contact, name: one.name, verified: one.state === 'verified' } : null;
}

function isSame(row: RunRow, about: About): boolean {
  return (
    row.account?.id === about.account?.id && row.grant?.id === about.grant?.id && row.person?.contact === about.person?.contact
  );
}

function agreedIn(state: FakeState, form: Extract<RunStart, { kind: 'sign_in_appointment' }>): Appointment {
  const { from, minutes, zone, place, device, standsBy } = form;
  const theirZone = state.people.find(({ id }) => id === form.contact)?.zone ?? null;
  return { from, minutes, zone, theirZone, place, device, standsBy };
}
