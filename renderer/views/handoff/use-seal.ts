import { useEffect, useState } from 'react';
import type { HandoffDraft } from '../../../shared/contracts/engine/handoff.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { type Failure, isKept, useAct } from '../../lib/act.ts';
import { useEngine } from '../../lib/engine.ts';

/** The sealing of a handoff. */
export interface Sealing {
  readonly busy: boolean;
  /** Hundredths of the codes computed; null when there is nothing to tell. */
  readonly done: number | null;
  readonly failure: Failure | null;
  /** Gives the grant and its sealed message; null when it was refused, `kept` when it is made but waits to be saved. */
  run(draft: HandoffDraft, sendUnverified: boolean): Promise<{ grant: string; sealed: Sealed } | 'kept' | null>;
}

/** Seals, and follows the computing of the codes meanwhile. */
export function useSeal(): Sealing {
  const engine = useEngine();
  const act = useAct('handoff.seal');
  const [done, setDone] = useState<number | null>(null);
  useEffect(() => engine.on('progress', (told) => told.task === 'codes' && setDone(told.done)), [engine]);
  return {
    busy: act.busy,
    done: act.busy ? done : null,
    failure: act.failure,
    async run(draft, sendUnverified) {
      setDone(null);
      const reply = await act.run({ draft, sendUnverified });
      return reply.ok ? reply.value : isKept(reply) ? 'kept' : null;
    },
  };
}
