import { useEffect, useState } from 'react';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { type Failure, isKept, useAct } from '../../lib/act.ts';
import { type EngineParams, useEngine } from '../../lib/engine.ts';
import type { Sealing } from '../handoff/use-seal.ts';

/** The calls that state a grant anew. */
export type GrantSeal = 'grants.extend' | 'grants.reduce' | 'grants.sendAnew' | 'grants.end';

/** One of them at work: as the sealing of a handoff, with parameters of its own. */
export interface GrantSealing<N extends GrantSeal> extends Omit<Sealing, 'run'> {
  readonly failure: Failure | null;
  run(params: EngineParams<N>): Promise<Sealed | 'kept' | null>;
}

/** Seals what becomes of a grant, and follows the computing of the codes meanwhile. */
export function useGrantSeal<N extends GrantSeal>(call: N): GrantSealing<N> {
  const engine = useEngine();
  const act = useAct(call);
  const [done, setDone] = useState<number | null>(null);
  useEffect(() => engine.on('progress', (told) => told.task === 'codes' && setDone(told.done)), [engine]);
  return {
    busy: act.busy,
    done: act.busy ? done : null,
    failure: act.failure,
    async run(params) {
      setDone(null);
      const reply = await act.run(params);
      if (reply.ok) return reply.value.sealed;
      return isKept(reply) ? 'kept' : null;
    },
  };
}
