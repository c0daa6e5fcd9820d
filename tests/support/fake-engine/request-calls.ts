import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import type { RequestDetail, requestCalls } from '../../../shared/contracts/engine/requests.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { type FakeState, fakeId } from './state.ts';

/** Requests for access over a state in memory; nothing is sealed for real. */
export function requestHandlers(state: FakeState): Pick<Handlers<EngineContract>, keyof typeof requestCalls> {
  const find = (id: string): RequestDetail | undefined => state.requests.find(({ row }) => row.id === id);
  const seal = (sentence: string): Sealed => {
    const sealed = { message: fakeId('msg'), sentence, text: `${sentence}\n\nLATCHKEY1 x END`, length: 480, preferFile: false };
    state.sealed.push(sealed);
    return sealed;
  };
  const settle = (one: RequestDetail, to: 'granted' | 'refused' | 'closed', answer: Sealed | null): void => {
    one.row.state = to;
    for (const item of state.inbox)
      if (item.request === one.row.id) {
        item.row.waiting = false;
        item.answer = answer;
      }
    state.changed('requests', 'inbox', 'vault');
  };
  return {
    'requests.make': (form) => {
      const person = state.people.find(({ id }) => id === form.contact);
      const id = fakeId('req');
      const sealed = seal(`From Maren Voss: a request to borrow ${form.account}.`);
      const { platform, account, role, why, device, ids, addressee } = form;
      state.requests.push({
        row: {
          ...{ id, side: 'made', platform, account, role, addressee, made: state.now(), expires: state.now() + 5_184_000 },
          person: person ? { contact: person.id, name: person.name, verified: person.state === 'verified' } : null,
          ...{ until: state.now() + 604_800, state: 'waiting', nudged: null, open: form.contact === null },
        },
        ...{ why, device, ids, message: sealed.message, reason: null, grant: null, accounts: [], lent: [], answers: [] },
      });
      state.changed('requests', 'vault');
      return { request: id, sealed };
    },
    'requests.list': ({ side, offset, limit }) => {
      const rows = state.requests.map(({ row }) => row).filter((row) => side === undefined || row.side === side);
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    'requests.get': ({ id }) => find(id) ?? { refused: 'not_found' },
    'requests.again': ({ id }) => {
      const one = find(id);
      if (one === undefined) return { refused: 'not_found' };
      if (one.row.state !== 'waiting') return { refused: 'request_over' };
      one.row.nudged = state.now();
      state.changed('requests');
      return { sealed: seal(`From Maren Voss: a request to borrow ${one.row.account}.`) };
    },
    'requests.close': ({ id }) => {
      const one = find(id);
      if (one === undefined) return { refused: 'not_found' };
      settle(one, 'closed', null);
      return {};
    },
    'requests.refuse': ({ id, reason }) => {
      const one = find(id);
      if (one === undefined) return { refused: 'not_found' };
      const sealed = seal('From Maren Voss: an answer to your request.');
      one.reason = reason;
      settle(one, 'refused', sealed);
      return { sealed };
    },
    'requests.steps': ({ id, sendUnverified }) => {
      const one = find(id);
      if (one === undefined) return { refused: 'not_found' };
      if (one.row.person?.verified !== true && !sendUnverified) return { refused: 'not_verified' };
      const sealed = seal(`From Maren Voss: ${one.row.account}, lent.`);
      one.grant = fakeId('gra');
      settle(one, 'granted', sealed);
      return { grant: one.grant, sealed };
    },
  };
}
