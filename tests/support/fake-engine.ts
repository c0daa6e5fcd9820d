import { type EngineContract, engineContract } from '../../shared/contracts/engine.ts';
import type { Port } from '../../shared/port.ts';
import { type Handlers, type Server, serve } from '../../shared/wire/serve.ts';
import { accountHandlers } from './fake-engine/account-calls.ts';
import { accountListHandlers } from './fake-engine/account-list-calls.ts';
import { asideHandlers } from './fake-engine/aside-calls.ts';
import { businessHandlers } from './fake-engine/business-calls.ts';
import { copyHandlers } from './fake-engine/copy-calls.ts';
import { exchangeHandlers } from './fake-engine/exchange-calls.ts';
import { factorHandlers } from './fake-engine/factor-calls.ts';
import { grantLifeHandlers } from './fake-engine/grant-life-calls.ts';
import { emptyBusiness } from './fake-engine/fake-business.ts';
import { fakeLogProof } from './fake-engine/fake-log-proof.ts';
import { logHandlers } from './fake-engine/log-calls.ts';
import { ledgerHandlers } from './fake-engine/ledger-calls.ts';
import { peopleHandlers } from './fake-engine/people-calls.ts';
import { fakePlatforms } from './fake-engine/fake-platforms.ts';
import { platformHandlers } from './fake-engine/platform-calls.ts';
import { relayHandlers } from './fake-engine/relay-calls.ts';
import { reminderHandlers } from './fake-engine/reminder-calls.ts';
import { requestHandlers } from './fake-engine/request-calls.ts';
import { reviewHandlers } from './fake-engine/review-calls.ts';
import { runHandlers } from './fake-engine/run-calls.ts';
import { fillSample } from './fake-engine/sample.ts';
import { sandboxHandlers } from './fake-engine/sandbox-calls.ts';
import { fakeSafety, safetyHandlers } from './fake-engine/safety-calls.ts';
import { type FakeState, steadyId } from './fake-engine/state.ts';
import { strengthHandlers } from './fake-engine/strength-calls.ts';
import { vaultHandlers } from './fake-engine/vault-calls.ts';

/** How a fake engine begins. */
export interface FakeOptions {
  /** No vault known, one closed vault, an open empty one, or an open one with the sample studio. */
  readonly start: 'new' | 'closed' | 'empty' | 'sample';
  readonly offset?: number;
}

/** A running fake: its state, to be read and changed by tests, and the serving end. */
export interface FakeEngine {
  readonly state: FakeState;
  readonly server: Server<EngineContract>;
  /** Exceptions and broken results; a test should find none. */
  readonly bugs: { readonly call: string; readonly error: unknown }[];
}

/** The passphrase of every fake vault. */
export const FAKE_PASSPHRASE = 'copper tunnel hazard biology';

/** Serves the whole page-to-engine contract from memory; no cryptography and no file stands behind it. */
export function fakeEngine(port: Port, options: FakeOptions): FakeEngine {
  const bugs: { call: string; error: unknown }[] = [];
  let revision = 0;
  const known = options.start !== 'new';
  const state: FakeState = {
    offset: options.offset ?? 0,
    vaults: known
      ? [
          {
            vault: steadyId('vault'),
            name: 'studio-voss.latchkey',
            folder: 'Documents',
            lastOpened: null,
            present: true,
            remembered: false,
          },
        ]
      : [],
    password: FAKE_PASSPHRASE,
    name: 'Studio Voss',
    open: options.start === 'empty' || options.start === 'sample',
    read: 'clean',
    readOnly: null,
    openFails: null,
    anchor: 'fits',
    sandbox: null,
    safety: fakeSafety(Math.floor(Date.now() / 1000) + (options.offset ?? 0)),
    ...{
      clients: [],
      accounts: [],
      used: [],
      removed: {},
      pins: [],
      secrets: {},
      pending: {},
      pictures: {},
      chosenPictures: [],
      transfer: { id: null, have: [], found: [] },
      people: [],
      words: {},
      inbox: [],
      grants: [],
      received: [],
    },
    ...{
      runs: [],
      devices: [],
      outdated: new Set<string>(),
      notJudged: new Set<string>(),
      sealed: [],
      log: [],
      calls: [],
      requests: [],
    },
    ...{
      codeRequests: [],
      relayed: {},
      proof: fakeLogProof(),
      business: emptyBusiness(),
      platforms: fakePlatforms(),
      reminders: [],
    },
    now: () => Math.floor(Date.now() / 1000) + state.offset,
    changed: (...topics) => {
      for (const topic of topics) server.emit('changed', { topic, revision: ++revision });
    },
  };
  if (options.start === 'sample' || options.start === 'closed') fillSample(state);
  const handlers: Handlers<EngineContract> = {
    ...vaultHandlers(state),
    ...sandboxHandlers(state),
    ...accountHandlers(state),
    ...accountListHandlers(state),
    ...strengthHandlers(state),
    ...factorHandlers(state),
    ...peopleHandlers(state),
    ...exchangeHandlers(state),
    ...grantLifeHandlers(state),
    ...relayHandlers(state),
    ...requestHandlers(state),
    ...reviewHandlers(state),
    ...businessHandlers(state),
    ...reminderHandlers(state),
    ...runHandlers(state),
    ...platformHandlers(state),
    ...ledgerHandlers(state),
    ...logHandlers(state),
    ...safetyHandlers(state),
    ...asideHandlers(state),
    ...copyHandlers(state),
    'work.cancel': ({ task }) => {
      state.safety.stopped.push(task);
      return {};
    },
  };
  port.onMessage((text) => {
    const name = /"call":"([a-zA-Z.]+)"/.exec(text)?.[1];
    if (name !== undefined) state.calls.push(name);
  });
  const server = serve(engineContract, withHolds(handlers, state), port, {
    allows: (when) => when === 'any' || (when === 'open') === state.open,
    onBug: (call, error) => void bugs.push({ call, error }),
  });
  return { state, server, bugs };
}

/** The same handlers, each answering only once nothing holds it. */
function withHolds(handlers: Handlers<EngineContract>, { safety }: FakeState): Handlers<EngineContract> {
  const held = Object.entries(handlers).map(([name, handle]) => [
    name,
    async (params: never) => {
      await safety.holds.get(name);
      return handle(params);
    },
  ]);
  return Object.fromEntries(held) as Handlers<EngineContract>;
}
