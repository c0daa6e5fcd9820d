import { createContext, use } from 'react';
import type { CallName, Params, Result } from '../../shared/contract.ts';
import type { EngineContract } from '../../shared/contracts/engine.ts';
import type { Port } from '../../shared/port.ts';
import { type Client, createClient } from '../../shared/wire/client.ts';

export type EngineClient = Client<EngineContract>;
export type EngineCall = CallName<EngineContract>;
export type EngineParams<N extends EngineCall> = Params<EngineContract, N>;
export type EngineResult<N extends EngineCall> = Result<EngineContract, N>;

/** Makes the client of the vault process on its pipe. */
export function engineClient(port: Port): EngineClient {
  return createClient<EngineContract>(port);
}

/** Carries the client to the views. */
export const EngineContext = createContext<EngineClient | null>(null);

/** The client of the vault process; throws outside `EngineContext`, which is a bug. */
export function useEngine(): EngineClient {
  const client = use(EngineContext);
  if (client === null) throw new Error('no engine client around this view');
  return client;
}
