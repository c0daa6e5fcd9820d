import { useEffect, useState } from 'react';
import type { EventData } from '../../../shared/contract.ts';
import type { EngineContract } from '../../../shared/contracts/engine.ts';
import { useEngine } from '../../lib/engine.ts';

type Task = EventData<EngineContract, 'progress'>['task'];

/** The long work the vault process is at; null when it told of none. */
export function useProgress(): Task | null {
  const engine = useEngine();
  const [task, setTask] = useState<Task | null>(null);
  useEffect(() => engine.on('progress', (told) => setTask(told.done < 100 ? told.task : null)), [engine]);
  return task;
}
