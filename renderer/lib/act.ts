import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorCode, ErrorFacts } from '../../shared/errors.ts';
import type { Reply } from '../../shared/wire/client.ts';
import { type EngineCall, type EngineParams, type EngineResult, useEngine } from './engine.ts';

/** Why an act did not come about. */
export interface Failure {
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;
}

/** One kind of act: what it is doing and what stood in its way the last time. */
export interface Act<N extends EngineCall> {
  readonly busy: boolean;
  readonly failure: Failure | null;
  run(params: EngineParams<N>): Promise<Reply<EngineResult<N>>>;
  /** Takes the failure away, as when the person types again. */
  forget(): void;
}

/**
 * True when a change met a disk that did not take it, and the vault keeps it to be saved later. Whoever made it has nothing more to
 * do: made once more it would be there twice.
 */
export function isKept(reply: Reply<unknown>): boolean {
  return !reply.ok && reply.facts?.['kept'] === 1;
}

/** Calls the engine to do something, one at a time; a second press while busy is answered `busy` and shows nothing. */
export function useAct<N extends EngineCall>(call: N): Act<N> {
  const engine = useEngine();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const run = useCallback(
    async (params: EngineParams<N>): Promise<Reply<EngineResult<N>>> => {
      if (running.current) return { ok: false, code: 'busy' };
      running.current = true;
      setBusy(true);
      setFailure(null);
      const reply = (await engine.call(call, params)) as Reply<EngineResult<N>>;
      running.current = false;
      if (mounted.current) {
        setBusy(false);
        if (!reply.ok) setFailure({ code: reply.code, facts: reply.facts ?? {} });
      }
      return reply;
    },
    [engine, call],
  );
  const forget = useCallback(() => setFailure(null), []);
  return { busy, failure, run, forget };
}
