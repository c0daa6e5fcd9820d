import type { ReceivedDetail, GrantDetail } from '../../../shared/contracts/engine/grants.ts';
import type { Device } from '../../../shared/contracts/engine/devices.ts';
import type { RunDetail, RunKind, Step } from '../../../shared/contracts/engine/runs.ts';
import { type FakeState, steadyId } from './state.ts';

const day = 86_400;

/** Maren as a sender whose words were compared. */
export const maren = { contact: steadyId('maren'), name: 'Maren Voss', verified: true };

/** A login lent to us for twelve days, ten of them left, with a window open for the next two hours. */
export function lentToUs(
  state: FakeState,
  change: Partial<Omit<ReceivedDetail, 'row'>> & { readonly row?: Partial<ReceivedDetail['row']> } = {},
): ReceivedDetail {
  const now = state.now();
  const detail: ReceivedDetail = {
    secretsClosed: false,
    message: steadyId('inboxitem'),
    password: true,
    backupCodes: [],
    liveCodes: false,
    links: ['https://www.instagram.com/accounts/login/'],
    notes: null,
    rules: ['May post', 'No new apps'],
    steps: [],
    level: null,
    note: null,
    windows: [
      { from: now - 3600, until: now + 7200 },
      { from: now + day, until: now + day + 7200 },
    ],
    windowsLeft: 1,
    ...{ revoked: null, receipt: false, asked: null },
    ...{ revoked: null, receipt: false, asked: null },
    ...change,
    row: {
      id: steadyId('received1'),
      platform: 'instagram',
      title: 'Instagram',
      username: '@harbourbakery',
      lentBy: maren,
      state: 'open',
      from: now - 2 * day,
      until: now + 10 * day,
      windowAt: now + 7200,
      ...change.row,
    },
  };
  state.received.push(detail);
  return detail;
}

/** A grant of the sample vault's TikTok to Tomás that ended an hour ago. */
export function endedGrant(state: FakeState, change: Partial<GrantDetail['row']> = {}): GrantDetail {
  const now = state.now();
  const account = state.accounts.find((one) => one.platform === 'tiktok');
  const detail: GrantDetail = {
    row: {
      id: steadyId('ended1'),
      account: account?.id ?? steadyId('none'),
      platform: 'tiktok',
      title: 'TikTok',
      username: '@harbourbakery',
      person: { contact: steadyId('tomas'), name: 'Tomás Reyes', verified: true },
      state: 'ended',
      from: now - 10 * day,
      until: now - 3600,
      exposed: true,
      run: null,
      ...change,
    },
    ...{
      what: ['password', 'codes'],
      zone: 'UTC',
      windows: [{ from: now - day, until: now - 3600 }],
      codes: 120,
      level: null,
      rules: [],
    },
    ...{ device: null, receipts: [], message: null, closedAt: null, note: null, steps: [], exposures: [] },
    ...{ outdated: false, relayed: 0, muted: false, revoked: null },
    ...{ note: null, steps: [], exposures: [], outdated: false, relayed: 0, muted: false, revoked: null },
  };
  state.grants.push(detail);
  return detail;
}

/** A step still to do. */
export function stepOf(id: Step['id'], change: Partial<Step> = {}): Step {
  const own = change.member ?? change.grant ?? change.account ?? null;
  return {
    ...{ key: own === null ? id : `${id}:${own}`, id, state: 'todo', at: null, note: null, blocked: null },
    ...{ account: null, grant: null, member: null },
    ...change,
  };
}

/** A run of any kind, with the steps given. */
export function anyRun(
  state: FakeState,
  kind: RunKind,
  steps: readonly Step[],
  change: Partial<Omit<RunDetail, 'row'>> & { readonly row?: Partial<RunDetail['row']> } = {},
): RunDetail {
  const run: RunDetail = {
    ...{ steps: [...steps], accounts: [], grants: [], members: [], devices: [], exposures: [], candidate: null },
    ...{ passwordChanged: null, appointment: null, promised: null, adCodes: 0, still: null, closable: false },
    ...change,
    row: {
      ...{ id: steadyId(`run${kind}`), kind, grant: null, account: null, person: null, at: null },
      ...{ started: state.now() - 60, finished: null, done: 0, steps: steps.length },
      ...change.row,
    },
  };
  state.runs.push(run);
  return run;
}

/** The run of an ended grant, with the steps given. */
export function runOf(state: FakeState, grant: GrantDetail, ids: readonly Step['id'][]): RunDetail {
  const { row } = grant;
  row.run = steadyId(`run${row.id}`);
  const account = { id: row.account, platform: row.platform, title: row.title, username: row.username };
  return anyRun(
    state,
    'end_of_access',
    ids.map((id) => ({ ...stepOf(id), account: row.account, grant: row.id })),
    {
      row: { id: row.run, grant: row, account, person: row.person },
      accounts: [account],
      grants: [{ row, revoked: null, message: null, receipt: null }],
      exposures: [
        {
          id: steadyId('exposure1'),
          secret: 'password',
          set: state.now() - 30 * day,
          seenBy: row.person,
          at: state.now() - 9 * day,
          until: null,
        },
      ],
    },
  );
}

/** A signed-in session of an account. */
export function deviceOf(state: FakeState, account: string, change: Partial<Device> & { readonly name: string }): Device {
  const device: Device = {
    id: steadyId(`dev${change.name}`),
    account,
    place: null,
    seen: null,
    whose: 'unknown',
    person: null,
    keep: null,
    signedOut: null,
    grant: null,
    made: state.now() - 9 * day,
    listed: null,
    ...change,
  };
  state.devices.push(device);
  return device;
}
