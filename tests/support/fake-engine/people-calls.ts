import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { byId, type FakeState } from './state.ts';

type Calls = 'me.get' | 'me.copyCard' | `people.${string}`;

/** A made-up QR code: finder squares and noise. */
const qr = Array.from({ length: 33 }, (_, y) =>
  Array.from({ length: 33 }, (__, x) => {
    const corner = (x < 7 || x > 25) && (y < 7 || y > 25) && !(x > 25 && y > 25);
    if (!corner) return (x * 7 + y * 13 + x * y) % 3 === 0 ? '1' : '0';
    const [a, b] = [x > 25 ? x - 26 : x, y > 25 ? y - 26 : y];
    return a === 0 || a === 6 || b === 0 || b === 6 || (a > 1 && a < 5 && b > 1 && b < 5) ? '1' : '0';
  }).join(''),
);

/** People and one's own card over a state in memory. */
export function peopleHandlers(state: FakeState): Pick<Handlers<EngineContract>, Extract<keyof EngineContract['calls'], Calls>> {
  return {
    'me.get': () => ({
      name: 'Maren Voss',
      words: ['copper', 'tunnel', 'hazard', 'biology', 'motion', 'fabric', 'orbit', 'lemon'],
      card: `LATCHKEYCARD1.${'AWJhc2U2NHVybF9vZl9hX2NhcmQ'.repeat(9)}`,
      qr,
    }),
    'me.copyCard': () => ({}),
    'people.list': () => ({ people: state.people }),
    'people.get': ({ id }) => byId(state.people, id),
    'people.save': ({ id, organisation, role, zone }) => {
      const one = byId(state.people, id);
      if ('refused' in one) return one;
      Object.assign(one, { organisation, role, zone });
      state.changed('people');
      return {};
    },
    'people.verify': ({ id, words, pasted }) => {
      const one = byId(state.people, id);
      if ('refused' in one) return one;
      if (pasted) return { refused: 'words_pasted' };
      if (words.trim().toLowerCase().split(/\s+/).join(' ') !== state.words[id]) return { refused: 'words_differ' };
      Object.assign(one, { state: 'verified', verifiedAt: state.now() });
      state.changed('people');
      return {};
    },
    'people.remove': ({ id }) => {
      const one = byId(state.people, id);
      if ('refused' in one) return one;
      if (one.grants > 0) return { refused: 'contact_in_use' };
      state.people = state.people.filter((person) => person.id !== id);
      state.changed('people');
      return {};
    },
  };
}
