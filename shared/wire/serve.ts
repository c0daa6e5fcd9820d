import type { CallName, Contract, EventData, EventName, Params, Result, When } from '../contract.ts';
import { type ErrorCode, type ErrorFacts, isRefused, type Refused } from '../errors.ts';
import { MAX_IN_FLIGHT, MAX_MESSAGE } from '../limits.ts';
import type { Port, Unsubscribe } from '../port.ts';
import { readMessage, utf8Length } from './message.ts';

type Answer<T> = T | Refused | Promise<T | Refused>;

/** One handler for every call of a contract; a missing one does not compile. */
export type Handlers<C extends Contract> = { readonly [N in CallName<C>]: (params: Params<C, N>) => Answer<Result<C, N>> };

/** What the serving end is told about its process. */
export interface ServeOptions {
  /** Whether a call that wants this state may run now. */
  readonly allows: (when: When) => boolean;
  /** Told of exceptions and results that break the contract: both are bugs, answered without their text. */
  readonly onBug: (call: string, error: unknown) => void;
}

/** The serving end of a contract. */
export interface Server<C extends Contract> {
  emit<N extends EventName<C>>(event: N, data: EventData<C, N>): void;
  /** Resolves when no call is under way. */
  idle(): Promise<void>;
  readonly close: Unsubscribe;
}

/**
 * Answers every message of a port by a contract: validates what comes in and what goes out, refuses what is unknown, too large or
 * not allowed now with a code, and lets nothing of an exception out. Messages that are not requests are ignored, so that a client
 * of another contract may share the port.
 */
export function serve<C extends Contract>(contract: C, handlers: Handlers<C>, port: Port, options: ServeOptions): Server<C> {
  let inFlight = 0;
  const waiting: (() => void)[] = [];
  const fail = (id: number | null, error: ErrorCode, facts?: ErrorFacts): void => {
    port.post(JSON.stringify(facts === undefined ? { id, error } : { id, error, facts }));
  };
  const run = async (id: number, name: string, raw: unknown): Promise<void> => {
    const spec = Object.hasOwn(contract.calls, name) ? contract.calls[name] : undefined;
    if (spec === undefined) return fail(id, 'unknown_call');
    if (!options.allows(spec.when)) return fail(id, 'wrong_state');
    const params = spec.params.safeParse(raw);
    if (!params.success) return fail(id, 'bad_params');
    let value: unknown;
    try {
      value = await (handlers as Record<string, (params: unknown) => unknown>)[name]?.(params.data);
    } catch (error) {
      options.onBug(name, error);
      return fail(id, 'bug');
    }
    if (isRefused(value)) return fail(id, value.refused, value.facts);
    const result = spec.result.safeParse(value);
    if (!result.success) {
      options.onBug(name, result.error);
      return fail(id, 'bad_result');
    }
    const text = JSON.stringify({ id, ok: result.data ?? null });
    if (utf8Length(text) > MAX_MESSAGE) {
      options.onBug(name, new Error('result over the limit'));
      return fail(id, 'bad_result');
    }
    port.post(text);
  };
  const close = port.onMessage((text) => {
    const message = readMessage(text);
    if (typeof message === 'string') return fail(null, message);
    if (message.kind !== 'request') return;
    if (inFlight >= MAX_IN_FLIGHT) return fail(message.id, 'busy');
    inFlight++;
    void run(message.id, message.call, message.params).finally(() => {
      inFlight--;
      if (inFlight === 0) for (const done of waiting.splice(0)) done();
    });
  });
  return {
    emit(event, data) {
      const shape = contract.events[event];
      const checked = shape?.safeParse(data);
      if (!checked?.success) return options.onBug(event, checked?.error ?? new Error('unknown event'));
      port.post(JSON.stringify({ event, data: checked.data }));
    },
    idle: () => (inFlight === 0 ? Promise.resolve() : new Promise((done) => void waiting.push(done))),
    close,
  };
}
