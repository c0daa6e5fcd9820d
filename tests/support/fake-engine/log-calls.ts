import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { logCalls } from '../../../shared/contracts/engine/log.ts';
import { logGroupOf } from '../../../shared/log-groups.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import type { FakeState } from './state.ts';

/** The log searched and proved, over a state in memory; `state.log` is newest first. */
export function logHandlers(state: FakeState): Pick<Handlers<EngineContract>, keyof typeof logCalls> {
  const { proof } = state;
  return {
    'log.search': ({ account, person, group, from, until, offset, limit }) => {
      const title = state.accounts.find(({ id }) => id === account)?.title;
      const rows = state.log
        .filter((event) => account === null || event.about === title)
        .filter((event) => person === null || event.who?.contact === person)
        .filter((event) => group === null || logGroupOf(event.what) === group)
        .filter((event) => (from === null || event.t >= from) && (until === null || event.t < until));
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    'log.witnesses': () => proof.witnesses,
    'log.writeOut': ({ token }) => {
      proof.written.push(token);
      state.changed('log');
      return {};
    },
    'log.checkFile': ({ token }) => {
      proof.read.push(token);
      return proof.verdict;
    },
  };
}
