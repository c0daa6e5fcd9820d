import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { grantLifeCalls } from '../../../shared/contracts/engine/grant-life.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { type FakeState, fakeId, fakeLive } from './state.ts';

type Calls = `inbox.${string}` | `messages.${string}` | `handoff.${string}` | `grants.${string}` | `received.${string}`;
type Names = Exclude<Extract<keyof EngineContract['calls'], Calls>, keyof typeof grantLifeCalls>;
const nobody = { contact: null, name: 'Maren Voss', verified: true };

function seal(state: FakeState, sentence: string, length = 480): Sealed {
  const sealed = {
    message: fakeId('msg'),
    sentence,
    text: `-----BEGIN LATCHKEY-----\n${'x'.repeat(length)}\n-----END LATCHKEY-----`,
    length,
    preferFile: length > 3500,
  };
  state.sealed.push(sealed);
  return sealed;
}

/** What passes between people, over a state in memory; nothing is sealed for real. */
export function exchangeHandlers(state: FakeState): Pick<Handlers<EngineContract>, Names> {
  const item = (id: string) => state.inbox.find((one) => one.row.id === id) ?? ({ refused: 'not_found' } as const);
  const message = (id: string) => state.sealed.find((one) => one.message === id) ?? ({ refused: 'not_found' } as const);
  const received = (id: string) => state.received.find((one) => one.row.id === id) ?? ({ refused: 'not_found' } as const);
  return {
    'inbox.read': ({ source }) => {
      const text = 'text' in source ? source.text.trim() : '';
      if (text.startsWith('LATCHKEYCARD1.')) {
        if (text.includes('OWN')) return { refused: 'own_card' };
        const contact = fakeId('per');
        state.people.push({
          ...{ id: contact, name: 'Nora Blum', organisation: null, role: null, zone: null, state: 'unverified', verifiedAt: null },
          ...{ resembles: null, grants: 0 },
        });
        state.words[contact] = 'orbit lemon saddle copper tunnel hazard motion fabric';
        state.changed('people', 'inbox');
        return { id: fakeId('inb'), kind: 'card', contact };
      }
      return text.includes('BEGIN LATCHKEY') ? { refused: 'could_not_open' } : { refused: 'not_a_message' };
    },
    'inbox.list': () => ({ total: state.inbox.length, rows: state.inbox.map((one) => one.row) }),
    'inbox.get': ({ id }) => item(id),
    'inbox.accept': ({ id }) => {
      const one = item(id);
      if ('refused' in one) return one;
      one.row.waiting = false;
      if (one.handoff) Object.assign(one.handoff, { state: 'accepted', received: state.received[0]?.row.id ?? null });
      state.changed('inbox', 'grants');
      return { received: state.received[0]?.row.id ?? fakeId('rec'), receipt: seal(state, 'A receipt') };
    },
    'inbox.decline': ({ id }) => {
      const one = item(id);
      if ('refused' in one) return one;
      if (one.handoff) one.handoff.state = 'declined';
      one.row.waiting = false;
      state.changed('inbox');
      return { receipt: seal(state, 'A receipt') };
    },
    'inbox.override': ({ id }) => {
      const one = item(id);
      if ('refused' in one) return one;
      one.secretsClosed = false;
      state.changed('inbox');
      return {};
    },
    'inbox.done': ({ id }) => {
      const one = item(id);
      if ('refused' in one) return one;
      one.row.waiting = false;
      state.changed('inbox');
      return {};
    },
    'messages.text': ({ message: id }) => {
      const one = message(id);
      return 'refused' in one ? one : { piece: one.text ?? '', total: one.length };
    },
    'messages.get': ({ message: id }) => message(id),
    'messages.copy': () => ({}),
    'messages.save': () => ({}),
    'handoff.preview': (draft) => {
      const person = state.people.find((one) => one.id === draft.contact);
      const until = Math.floor(Date.parse(`${draft.lastDay}T22:00:00Z`) / 1000);
      const windows = draft.windows.kind === 'none' ? 0 : 10;
      const problem =
        until < state.now() ? ('ends_in_past' as const) : !draft.password && windows === 0 ? ('nothing_to_send' as const) : null;
      const day = draft.lastDay;
      return {
        ...{ until, days: windows > 0 ? [day] : [], windows: windows > 0 ? [{ from: until - 32_400, until }] : [] },
        ...{
          codes: windows * 1080,
          covered: windows * 32_400,
          length: 480 + windows * 3400,
          verified: person?.state === 'verified',
          problem,
        },
      };
    },
    'handoff.seal': ({ draft, sendUnverified }) => {
      const person = state.people.find((one) => one.id === draft.contact);
      if (!person) return { refused: 'not_found' };
      if (person.state !== 'verified' && !sendUnverified) return { refused: 'not_verified' };
      state.changed('grants', 'accounts');
      return { grant: fakeId('gra'), sealed: seal(state, `From Maren Voss, for ${person.name}.`) };
    },
    'grants.list': ({ account }) => {
      const rows = state.grants.map((one) => one.row).filter((row) => account === undefined || row.account === account);
      return { total: rows.length, rows };
    },
    'grants.get': ({ id }) => state.grants.find((one) => one.row.id === id) ?? { refused: 'not_found' },
    'received.list': () => ({ total: state.received.length, rows: state.received.map((one) => one.row) }),
    'received.get': ({ id }) => received(id),
    'received.code': ({ id }) => {
      const one = received(id);
      if ('refused' in one) return one;
      return one.row.state === 'open' ? { live: fakeLive(id, state.now()), opens: null } : { live: null, opens: one.row.windowAt };
    },
    'received.reveal': ({ id }) =>
      state.received.some((one) => one.row.id === id) ? { text: 'Tr7&mel04-Quay' } : { refused: 'not_found' },
    'received.copy': () => ({ until: state.now() + 30 }),
    'received.receipt': ({ id }) => {
      const one = received(id);
      return 'refused' in one ? one : { receipt: seal(state, 'A receipt') };
    },
    'received.giveBack': ({ id }) => {
      const one = received(id);
      if ('refused' in one) return one;
      one.row.state = 'given_back';
      state.changed('grants');
      return { receipt: seal(state, `From ${nobody.name}: a receipt`) };
    },
  };
}
