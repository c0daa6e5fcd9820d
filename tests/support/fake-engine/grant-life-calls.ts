import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { grantLifeCalls } from '../../../shared/contracts/engine/grant-life.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { type FakeState, fakeId } from './state.ts';

/** What becomes of grants, over a state in memory; nothing is sealed for real. */
export function grantLifeHandlers(state: FakeState): Pick<Handlers<EngineContract>, keyof typeof grantLifeCalls> {
  const known = (id: string) => state.grants.find((one) => one.row.id === id);
  const sent = (id: string, sentence: string) => {
    if (known(id) === undefined) return { refused: 'not_found' } as const;
    const sealed = { message: fakeId('msg'), sentence, text: sentence, length: sentence.length, preferFile: false };
    state.sealed.push(sealed);
    state.changed('grants', 'runs');
    return { sealed };
  };
  return {
    'grants.previewExtension': ({ id, lastDay, windows }) => {
      const one = known(id);
      if (one === undefined) return { refused: 'not_found' };
      const until = Math.floor(Date.parse(`${lastDay}T24:00:00Z`) / 1000);
      const fresh = windows.kind === 'none' ? [] : [{ from: until - 32_400, until }];
      return {
        ...{ until, days: [], windows: fresh, codes: fresh.length * 1080, covered: fresh.length * 32_400, length: 900 },
        ...{ verified: one.row.person.verified, problem: null },
      };
    },
    'grants.extend': ({ extension: { id } }) => sent(id, 'More time'),
    'grants.reduce': ({ reduction: { id } }) => sent(id, 'Less than before'),
    'grants.end': ({ id }) => {
      const one = known(id);
      if (one !== undefined && one.row.state !== 'closed') Object.assign(one.row, { state: 'ended', until: state.now() });
      const word = sent(id, 'Access has ended');
      for (const run of state.runs) {
        for (const grant of run.grants) {
          if (grant.row.id !== id || 'refused' in word) continue;
          Object.assign(grant, { revoked: state.now(), message: word.sealed.message });
        }
        for (const step of run.steps)
          if (step.id === 'end_grant' && step.grant === id) Object.assign(step, { state: 'done', blocked: null, at: state.now() });
      }
      return word;
    },
    'grants.outdated': ({ account }) => ({
      grants: state.grants.filter(({ row }) => row.account === account && state.outdated.has(row.id)).map(({ row }) => row),
    }),
    'grants.sendAnew': ({ id }) => {
      const one = known(id);
      if (one !== undefined && !one.row.person.verified) return { refused: 'not_verified' };
      state.outdated.delete(id);
      return sent(id, 'The new password');
    },
  };
}
