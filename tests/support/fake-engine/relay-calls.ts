import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { CodeRequestDetail, relayCalls } from '../../../shared/contracts/engine/relay.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { type FakeState, fakeId, fakeLive } from './state.ts';

const LIFE = 86_400;

function seal(state: FakeState, sentence: string): Sealed {
  const text = `${sentence}\n\nLATCHKEY1 xxxxx END`;
  const sealed = { message: fakeId('msg'), sentence, text, length: text.length, preferFile: false };
  state.sealed.push(sealed);
  return sealed;
}

/** Codes asked for and answered by hand, over a state in memory; nothing is sealed for real. */
export function relayHandlers(state: FakeState): Pick<Handlers<EngineContract>, keyof typeof relayCalls> {
  const known = (id: string) => state.codeRequests.find((one) => one.row.id === id);
  const waiting = (id: string): CodeRequestDetail | { refused: 'not_found' | 'request_over' | 'too_often' | 'not_verified' } => {
    const one = known(id);
    if (one === undefined) return { refused: 'not_found' };
    if (one.row.state !== 'waiting' || one.problem === 'request_over' || one.problem === 'muted')
      return { refused: 'request_over' };
    return one.problem === 'too_often' || one.problem === 'not_verified' ? { refused: one.problem } : one;
  };
  const answered = (id: string, sentence: string) => {
    const one = waiting(id);
    if ('refused' in one) return one;
    one.row.state = 'answered';
    one.answer = seal(state, sentence);
    one.answered++;
    one.answeredToday++;
    state.changed('requests', 'inbox', 'grants');
    return { sealed: one.answer };
  };
  const end = (id: string, to: 'closed' | 'denied') => {
    const one = waiting(id);
    if ('refused' in one) return one;
    one.row.state = to;
    state.changed('requests', 'inbox');
    return {};
  };
  const mute = (grant: string, muted: boolean) => {
    for (const one of state.grants) if (one.row.id === grant) one.muted = muted;
    for (const one of state.codeRequests) if (one.row.grant === grant) one.muted = muted;
    state.changed('grants', 'requests');
    return {};
  };
  return {
    'relay.ask': ({ received, when, zone, why }) => {
      const item = state.received.find((one) => one.row.id === received);
      if (item === undefined) return { refused: 'not_found' };
      const id = fakeId('cod');
      const { row } = item;
      const sent = seal(state, `From Maren Voss, for ${row.lentBy.name}: a code of ${row.title}`);
      state.codeRequests.push({
        row: {
          ...{ id, side: 'made', person: row.lentBy, account: received, platform: row.platform, title: row.title },
          ...{ username: row.username, grant: fakeId('gra'), when: when === null ? null : { ...when, zone }, why },
          ...{ made: state.now(), expires: state.now() + LIFE, state: 'waiting' },
        },
        ...{ answered: 0, answeredToday: 0, grantUntil: row.until, problem: 'request_over', hasSeed: false, muted: false },
        ...{ answer: null, sent, inbox: null },
      });
      item.asked = id;
      state.changed('requests', 'inbox', 'grants');
      return { request: id, sealed: sent };
    },
    'relay.list': ({ side }) => {
      const rows = state.codeRequests.map(({ row }) => row).filter((row) => side === undefined || row.side === side);
      const sorted = rows.toSorted((a, b) => Number(b.state === 'waiting') - Number(a.state === 'waiting') || b.made - a.made);
      return { total: rows.length, rows: sorted };
    },
    'relay.get': ({ id }) => known(id) ?? { refused: 'not_found' },
    'relay.close': ({ id }) => {
      const one = known(id);
      if (one === undefined) return { refused: 'not_found' };
      one.row.state = 'closed';
      state.changed('requests', 'grants');
      return {};
    },
    'relay.answer': ({ id, minutes }) => answered(id, `Codes for ${minutes} minutes`),
    'relay.type': ({ id }) => answered(id, 'A code, typed in'),
    'relay.deny': ({ id }) => end(id, 'denied'),
    'relay.mute': ({ grant }) => mute(grant, true),
    'relay.unmute': ({ grant }) => mute(grant, false),
    'relay.live': ({ received }) => {
      const typed = state.relayed[received];
      const none = { live: null, opens: null, ends: null, typed: null };
      if (typed === undefined || state.now() >= typed.until) return none;
      if (typed.code !== null) return { ...none, typed: { code: typed.code, until: typed.until } };
      return { ...none, live: fakeLive(received, state.now()), ends: typed.until };
    },
    'relay.copy': () => ({ until: state.now() + 30 }),
  };
}
