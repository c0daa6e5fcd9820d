import type { AsideRecord, asideCalls } from '../../../shared/contracts/engine/aside.ts';
import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { byId, type FakeState, steadyId } from './state.ts';

/** A record that cannot be read, of a made-up id. */
export function fakeAside(name: string, part: Partial<AsideRecord> = {}): AsideRecord {
  return {
    ...{ id: steadyId(name), type: 'account', known: true, v: 1, name: null, why: 'unfit_field', field: 'title' },
    ...{ changed: null, bytes: 812, removable: true },
    ...part,
  } as AsideRecord;
}

/** The calls about what cannot be read, over a state in memory. */
export function asideHandlers(state: FakeState): Pick<Handlers<EngineContract>, keyof typeof asideCalls> {
  const { safety } = state;
  return {
    'aside.list': ({ offset, limit }) => ({ total: safety.aside.length, rows: safety.aside.slice(offset, offset + limit) }),
    'aside.copy': ({ id }) => {
      const record = byId(safety.aside, id);
      return 'refused' in record ? record : {};
    },
    'aside.remove': ({ id }) => {
      const record = byId(safety.aside, id);
      if ('refused' in record) return record;
      safety.aside = safety.aside.filter((one) => one !== record);
      safety.health.setAside = safety.aside.length;
      state.changed('vault', 'log');
      return {};
    },
    'aside.log': () => ({ fault: safety.logFault }),
  };
}
