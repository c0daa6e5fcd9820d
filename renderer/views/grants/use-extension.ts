import { useEffect, useState } from 'react';
import type { Extension } from '../../../shared/contracts/engine/grant-life.ts';
import type { Failure } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { useEngine } from '../../lib/engine.ts';
import type { Preview } from '../handoff/use-preview.ts';

/** Milliseconds without a change before the engine is asked. */
const PAUSE_MS = 140;

const nothing: Preview = { plan: null, failure: null };

/** Asks the engine what an extension would send, a little after each change of `make`, which must stay the same while nothing changes. */
export function useExtension(make: (now: number) => Extension | null): Preview {
  const engine = useEngine();
  const [preview, setPreview] = useState<Preview>(nothing);
  useEffect(() => {
    let stopped = false;
    const ask = async (): Promise<void> => {
      const extension = make(engineNow());
      if (extension === null) return setPreview(nothing);
      const reply = await engine.call('grants.previewExtension', extension);
      if (stopped) return;
      const failure: Failure | null = reply.ok ? null : { code: reply.code, facts: reply.facts ?? {} };
      setPreview({ plan: reply.ok ? reply.value : null, failure });
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [engine, make]);
  return preview;
}
