import { useState } from 'react';
import type { RunStart } from '../../../shared/contracts/engine/runs.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { useEngine } from '../../lib/engine.ts';
import { go } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';

/** Starts a run, or finds the half-done one, and goes there; a refusal is said in a toast. */
export function useStartRun(): {
  /** Answers whether there is a run now. */
  readonly start: (form: RunStart) => Promise<boolean>;
  readonly busy: boolean;
} {
  const engine = useEngine();
  const [busy, setBusy] = useState(false);
  const start = async (form: RunStart): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    const reply = await engine.call('runs.start', form);
    setBusy(false);
    if (reply.ok) go({ view: 'runs', run: reply.value.run });
    else showToast({ text: errorLine(reply.code, reply.facts) });
    return reply.ok;
  };
  return { start, busy };
}
