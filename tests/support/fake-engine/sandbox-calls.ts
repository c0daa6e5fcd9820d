import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { SandboxState, sandboxCalls } from '../../../shared/contracts/engine/sandbox.ts';
import { TOPICS } from '../../../shared/topics.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { fillSample } from './sample.ts';
import type { FakeState } from './state.ts';

/** What the frame is told of it. */
export function sandboxIn({ sandbox }: FakeState): { sandbox?: SandboxState } {
  if (sandbox === null) return {};
  const [name, other] = sandbox.who === 'owner' ? ['Maren Voss', 'Tomás Reyes'] : ['Tomás Reyes', 'Maren Voss'];
  return { sandbox: { who: sandbox.who, name, other, done: sandbox.done } };
}

/** The sandbox over a state in memory: both sides show the sample studio. */
export function sandboxHandlers(state: FakeState): Pick<Handlers<EngineContract>, keyof typeof sandboxCalls> {
  return {
    'sandbox.begin': () => {
      fillSample(state);
      Object.assign(state, { open: true, sandbox: { who: 'owner', done: [], given: [] } });
      state.changed(...TOPICS);
      return {};
    },
    'sandbox.as': ({ who }) => {
      if (state.sandbox === null) return { refused: 'not_found' };
      state.sandbox.who = who;
      state.changed(...TOPICS);
      return {};
    },
    'sandbox.give': ({ message }) => {
      if (state.sandbox === null) return { refused: 'not_found' };
      state.sandbox.given.push(message);
      return { kind: 'handoff' };
    },
  };
}
