import { use } from 'react';
import type { EngineState } from '../../../shared/contracts/shell.ts';
import { ShellContext } from '../../lib/shell.ts';

/** When and why the vault was locked, as the shell tells it; null before the first lock. */
export function useLocked(): EngineState['locked'] {
  return use(ShellContext)?.info.engine.locked ?? null;
}
