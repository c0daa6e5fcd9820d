import type { CallName, Contract, EventData, EventName, Params, Result } from '../contract.ts';
import type { ErrorCode, ErrorFacts } from '../errors.ts';
import { MAX_MESSAGE } from '../limits.ts';
import type { Port, Unsubscribe } from '../port.ts';
import { readMessage } from './message.ts';

/** What a call gives: its result, or the code of what stood in its way. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly facts?: ErrorFacts };

/** The calling end of a contract. */
export interface Client<C extends Contract> {
  call<N extends CallName<C>>(name: N, params: Params<C, N>): Promise<Reply<Result<C, N>>>;
  on<N extends EventName<C>>(event: N, receive: (data: EventData<C, N>) => void): Unsubscribe;
  /** Answers everything still under way, and all later calls, with `engine_gone`. */
  end(): void;
}

/** Makes the typed client of a contract on a port; it trusts the serving end, which validates both ways. */
export function createClient<C extends Contract>(port: Port): Client<C> {
  let next = 1;
  let ended = false;
  const pending = new Map<number, (reply: Reply<never>) => void>();
  const listeners = new Map<string, Set<(data: never) => void>>();
  const gone: Reply<never> = { ok: false, code: 'engine_gone' };
  const stop = port.onMessage((text) => {
    const message = readMessage(text);
    if (typeof message === 'string') return;
    if (message.kind === 'event') for (const receive of [...(listeners.get(message.event) ?? [])]) receive(message.data as never);
    if (message.kind !== 'answer' && message.kind !== 'failure') return;
    const id = message.id;
    const settle = id === null ? undefined : pending.get(id);
    if (id === null || settle === undefined) return;
    pending.delete(id);
    if (message.kind === 'answer') settle({ ok: true, value: message.ok as never });
    else settle({ ok: false, code: message.error, ...(message.facts === undefined ? {} : { facts: message.facts }) });
  });
  return {
    call(name, params) {
      if (ended) return Promise.resolve(gone);
      const id = next++;
      const text = JSON.stringify({ id, call: name, params });
      // A host's bridge throws on what is over the limit; here it is an answer like any other.
      if (text.length > MAX_MESSAGE) return Promise.resolve({ ok: false, code: 'too_large' });
      return new Promise((settle) => {
        pending.set(id, settle);
        port.post(text);
      });
    },
    on(event, receive) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set);
      set.add(receive as (data: never) => void);
      return () => void set.delete(receive as (data: never) => void);
    },
    end() {
      ended = true;
      stop();
      for (const settle of pending.values()) settle(gone);
      pending.clear();
    },
  };
}
