import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { SandboxState, sandboxCalls } from '../../../shared/contracts/engine/sandbox.ts';
import { TOPICS } from '../../../shared/topics.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { EMPTY_DESK, type FakeSandbox } from './fake-sandbox.ts';
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
      Object.assign(state, { open: true, sandbox: { who: 'owner', done: [], given: [], beside: EMPTY_DESK } });
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
      carry(state.sandbox, message);
      state.changed('sandbox');
      return { kind: 'handoff' };
    },
    'sandbox.beside': () => {
      const { sandbox } = sandboxIn(state);
      if (state.sandbox === null || sandbox === undefined) return { refused: 'not_found' };
      return { who: sandbox.who === 'owner' ? 'freelancer' : 'owner', name: sandbox.other, ...state.sandbox.beside };
    },
  };
}

/** Takes a message off its way; one for the side that is not shown waits there. */
function carry(sandbox: FakeSandbox, message: string): void {
  const { onTheWay, waiting } = sandbox.beside;
  const letter = onTheWay.find((one) => one.message === message);
  if (letter === undefined) return;
  const { from, message: item, ...facts } = letter;
  const rows = from === sandbox.who ? [{ item, ...facts }] : [];
  const left = onTheWay.filter((one) => one !== letter);
  sandbox.beside = {
    ...sandbox.beside,
    onTheWay: left,
    waiting: { total: waiting.total + rows.length, rows: [...rows, ...waiting.rows] },
  };
}
