import { useState } from 'react';
import type { ErrorCode, ErrorFacts } from '../../../shared/errors.ts';
import { useEngine } from '../../lib/engine.ts';
import { go } from '../../lib/route.ts';

/** Starts, or finds, the run of an ended grant and goes there. */
export function useTakeBack(onRefused: (code: ErrorCode, facts: ErrorFacts | undefined) => void): {
  readonly takeBack: (grant: string) => Promise<void>;
  /** The grant whose run is being started. */
  readonly busy: string | null;
} {
  const engine = useEngine();
  const [busy, setBusy] = useState<string | null>(null);
  const takeBack = async (grant: string): Promise<void> => {
    if (busy !== null) return;
    setBusy(grant);
    const reply = await engine.call('runs.start', { kind: 'end_of_access', grant });
    setBusy(null);
    if (reply.ok) go({ view: 'runs', run: reply.value.run });
    else onRefused(reply.code, reply.facts);
  };
  return { takeBack, busy };
}
