import type { AdCodeRow, businessCalls } from '../../../shared/contracts/engine/business.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { type FakeState, fakeId } from './state.ts';

type Calls = 'business.adCodes' | 'business.saveAdCode' | 'business.copyAdCode' | 'business.endAdCode';
type AdCodeHandlers = Pick<Handlers<{ readonly calls: typeof businessCalls; readonly events: Record<never, never> }>, Calls>;

const day = 86_400;
const gone = { refused: 'not_found' } as const;

/** Those that run, soonest end first, then the others, the latest first. */
function inOrder(codes: readonly AdCodeRow[]): AdCodeRow[] {
  const live = codes.filter((code) => code.state === 'live').toSorted((a, b) => a.until - b.until);
  const rest = codes.filter((code) => code.state !== 'live').toSorted((a, b) => (b.ended ?? b.until) - (a.ended ?? a.until));
  return [...live, ...rest];
}

/** Ad codes over a state in memory; nothing of them is sealed. */
export function adCodeHandlers(state: FakeState, personOf: (contact: string | null) => AdCodeRow['person']): AdCodeHandlers {
  const { business } = state;
  return {
    'business.adCodes': ({ only, offset, limit }) => {
      const rows = inOrder(business.adCodes).filter((code) => only === 'all' || code.state === 'live');
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    'business.saveAdCode': ({ id = fakeId('adc'), account, contact, code, about, days, from }) => {
      const on = state.accounts.find((one) => one.id === account);
      if (on === undefined) return gone;
      if (code !== null) business.codes[id] = code;
      const until = from + days * day;
      const row: AdCodeRow = {
        ...{ id, about, days, from, until, ended: null, kept: id in business.codes, person: personOf(contact) },
        account: { id: on.id, platform: on.platform, title: on.title, username: on.username },
        state: until > state.now() ? 'live' : 'over',
      };
      business.adCodes = [...business.adCodes.filter((one) => one.id !== id), row];
      state.changed('business');
      return { id };
    },
    'business.copyAdCode': ({ id }) => {
      const code = business.codes[id];
      if (code === undefined) return gone;
      business.copied.push(code);
      return { until: state.now() + 30 };
    },
    'business.endAdCode': ({ id }) => {
      const code = business.adCodes.find((one) => one.id === id);
      if (code === undefined) return gone;
      Object.assign(code, { ended: state.now(), state: 'withdrawn' });
      state.changed('business');
      return {};
    },
  };
}
