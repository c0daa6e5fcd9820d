import { useCallback, useEffect, useState } from 'react';
import type { EventData } from '../../shared/contract.ts';
import type { EngineContract } from '../../shared/contracts/engine.ts';
import type { WorkTask } from '../../shared/contracts/engine/work.ts';
import { useEngine } from './engine.ts';

/** How far long work is. */
export type Progress = EventData<EngineContract, 'progress'>;

/** Milliseconds long work goes on before it is drawn, so that quick work does not flash. */
export const SHOWN_AFTER_MS = 300;

/** How far the long work of one act is, while it is busy; null until it is worth drawing. */
export function useProgress(tasks: readonly WorkTask[], busy: boolean): Progress | null {
  const engine = useEngine();
  const [told, setTold] = useState<Progress | null>(null);
  const [late, setLate] = useState(false);
  const wanted = tasks.join(' ');
  useEffect(() => {
    if (!busy) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = engine.on('progress', (progress) => {
      if (!wanted.split(' ').includes(progress.task)) return;
      timer ??= setTimeout(() => setLate(true), SHOWN_AFTER_MS);
      setTold(progress);
    });
    return () => {
      stop();
      clearTimeout(timer);
      setTold(null);
      setLate(false);
    };
  }, [engine, busy, wanted]);
  return late ? told : null;
}

/** Stops long work; its own act then answers `cancelled`. */
export function useStopWork(tasks: readonly WorkTask[]): () => void {
  const engine = useEngine();
  const wanted = tasks.join(' ');
  return useCallback(() => {
    for (const task of wanted.split(' ')) {
      if (task !== '') void engine.call('work.cancel', { task: task as WorkTask });
    }
  }, [engine, wanted]);
}
