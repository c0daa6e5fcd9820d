import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { GrantDetail } from '../../../shared/contracts/engine/grants.ts';
import type { ledgerCalls, LedgerRow, LedgerState } from '../../../shared/contracts/engine/ledger.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import type { FakeState } from './state.ts';

const STATES: readonly LedgerState[] = ['exposed', 'ended', 'ending', 'active', 'closed'];

function stateOf({ row }: GrantDetail): LedgerState {
  if (row.state === 'ended' || row.state === 'closed') return row.exposed ? 'exposed' : row.state;
  if (row.state === 'refused') return 'closed';
  return row.state === 'ending' ? 'ending' : 'active';
}

function rowOf(state: FakeState, detail: GrantDetail): LedgerRow {
  const { row, what } = detail;
  const where = stateOf(detail);
  const client = state.accounts.find(({ id }) => id === row.account)?.client ?? null;
  const known = state.clients.find(({ id }) => id === client);
  const run = state.runs.find((one) => one.row.id === row.run)?.row;
  const whole = { from: row.from, until: row.until };
  return {
    ...{ id: row.id, side: 'given', person: row.person, what, level: detail.level, from: row.from, until: row.until },
    account: {
      ...{ id: row.account, platform: row.platform, title: row.title, username: row.username, more: 0 },
      client: known === undefined ? null : { name: known.name, colour: known.colour },
    },
    ...{ state: where, grant: row.state, closed: detail.closedAt, givenBack: null },
    exposed: where === 'exposed' ? what.flatMap((one) => (one === 'password' ? [{ secret: one, since: row.from }] : [])) : [],
    run: run === undefined ? null : { id: run.id, done: run.done, steps: run.steps, finished: run.finished },
    lanes: {
      codes: what.includes('codes') ? whole : null,
      password: what.includes('password') ? whole : null,
      role: what.includes('role') ? whole : null,
      exposed: where === 'exposed' ? { from: row.until, until: state.now() } : null,
    },
  };
}

function received(state: FakeState): LedgerRow[] {
  return state.received.map(({ row }) => ({
    ...{ id: row.id, side: 'received', person: row.lentBy, what: ['password'], level: null, from: row.from, until: row.until },
    account: { id: row.id, platform: row.platform, title: row.title, username: row.username, client: null, more: 0 },
    ...{ state: row.state === 'ended' || row.state === 'given_back' ? 'closed' : 'active', grant: 'active', closed: null },
    ...{ givenBack: null, exposed: [], run: null },
    lanes: { codes: null, password: { from: row.from, until: row.until }, role: null, exposed: null },
  }));
}

/** The ledger over a state in memory; nothing is written to a file. */
export function ledgerHandlers(state: FakeState): Pick<Handlers<EngineContract>, keyof typeof ledgerCalls> {
  return {
    'ledger.list': ({ side, state: only, client, person, account, query, offset, limit }) => {
      const all = (side === 'given' ? state.grants.map((one) => rowOf(state, one)) : received(state))
        .filter((row) => person === null || row.person.contact === person)
        .filter((row) => account === null || row.account.id === account)
        .filter((row) => client === null || state.accounts.find(({ id }) => id === row.account.id)?.client === client)
        .filter((row) => `${row.account.title} ${row.person.name}`.toLowerCase().includes(query.toLowerCase()))
        .toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || a.until - b.until);
      const count = (one: LedgerState): number => all.filter((row) => row.state === one).length;
      const some = only === 'all' ? all : all.filter((row) => row.state === only);
      const counts = Object.fromEntries(STATES.map((one) => [one, count(one)])) as Record<LedgerState, number>;
      return { total: some.length, rows: some.slice(offset, offset + limit), totals: { all: all.length, ...counts } };
    },
    'ledger.saveTable': () => ({}),
    'ledger.saveReport': () => ({}),
    'ledger.saveCertificate': () => ({}),
  };
}

/** Given loans of a state that are over and exposed. */
export function exposedLoans(state: FakeState): number {
  return state.grants.filter((one) => stateOf(one) === 'exposed').length;
}
