import type { EngineContract } from '../../shared/contracts/engine.ts';
import type { sandboxCalls } from '../../shared/contracts/engine/sandbox.ts';
import { refuse } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

type EngineHandlers = Handlers<EngineContract>;

/** The calls of the sandbox, answered. */
export function sandboxHandlers(sandbox: Sandbox): Pick<EngineHandlers, keyof typeof sandboxCalls> {
  return {
    'sandbox.begin': () => sandbox.begin(),
    'sandbox.as': ({ who }) => sandbox.as(who),
    'sandbox.give': ({ message }) => sandbox.give(message),
    'sandbox.beside': () => sandbox.beside(),
  };
}

/** The same calls, refused as `in_sandbox` where there is no file behind the open vault: all that is done to its file, its keys and its backups. */
export function outOfSandbox<H extends Partial<EngineHandlers>>(sandbox: Pick<Sandbox, 'session'>, handlers: H): H {
  const shut = Object.entries(handlers).map(([name, answer]) => [
    name,
    (params: never) => (sandbox.session === null ? (answer as (params: never) => unknown)(params) : refuse('in_sandbox')),
  ]);
  return Object.fromEntries(shut) as H;
}
