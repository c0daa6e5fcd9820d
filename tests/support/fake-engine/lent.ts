import type { ReceivedDetail, GrantDetail } from '../../../shared/contracts/engine/grants.ts';
import type { Device, RunDetail, Step } from '../../../shared/contracts/engine/runs.ts';
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
    ...{ device: null, receipts: [], message: null, closedAt: null },
  };
  state.grants.push(detail);
  return detail;
}

/** The run of an ended grant, with the steps given. */
export function runOf(state: FakeState, grant: GrantDetail, ids: readonly Step['id'][]): RunDetail {
  const id = steadyId(`run${grant.row.id}`);
  grant.row.run = id;
  const run: RunDetail = {
    row: { id, kind: 'end_of_access', grant: grant.row, started: state.now() - 60, finished: null, done: 0, steps: ids.length },
    steps: ids.map((step) => ({ id: step, state: 'todo', at: null, note: null, blocked: null })),
    devices: [],
    exposures: [
      {
        id: steadyId('exposure1'),
        secret: 'password',
        set: state.now() - 30 * day,
        seenBy: grant.row.person,
        at: state.now() - 9 * day,
        until: null,
      },
    ],
    candidate: null,
    passwordChanged: null,
    closable: false,
  };
  state.runs.push(run);
  return run;
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
    ...change,
  };
  state.devices.push(device);
  return device;
}
