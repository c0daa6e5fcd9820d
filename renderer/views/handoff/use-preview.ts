import { useEffect, useState } from 'react';
import type { HandoffPreview } from '../../../shared/contracts/engine/handoff.ts';
import type { Failure } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { useEngine } from '../../lib/engine.ts';
import { draftOf, type HandoffForm } from './handoff-form.ts';

/** Milliseconds without a change before the engine is asked, and between two questions while nothing changes. */
const PAUSE_MS = 140;
const AGAIN_MS = 30_000;

/** What sealing would give now, as far as the engine has told. */
export interface Preview {
  readonly plan: HandoffPreview | null;
  readonly failure: Failure | null;
}

const nothing: Preview = { plan: null, failure: null };

/** Asks the engine what a form would send: a little after each change, and again as time passes. */
export function usePreview(form: HandoffForm, account: string, zone: string): Preview {
  const engine = useEngine();
  const [preview, setPreview] = useState<Preview>(nothing);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async (): Promise<void> => {
      const draft = draftOf(form, account, zone, engineNow());
      if (draft === null) {
        setPreview(nothing);
        return;
      }
      const reply = await engine.call('handoff.preview', draft);
      if (stopped) return;
      if (reply.ok) setPreview({ plan: reply.value, failure: null });
      else setPreview({ plan: null, failure: { code: reply.code, facts: reply.facts ?? {} } });
      timer = setTimeout(() => void ask(), AGAIN_MS);
    };
    timer = setTimeout(() => void ask(), PAUSE_MS);
    const stop = engine.on('changed', ({ topic }) => {
      if (topic !== 'people' && topic !== 'accounts') return;
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), PAUSE_MS);
    });
    return () => {
      stopped = true;
      clearTimeout(timer);
      stop();
    };
  }, [engine, form, account, zone]);
  return preview;
}
