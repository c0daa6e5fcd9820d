import { useEffect, useRef, useState } from 'react';
import type { CopyView } from '../../../shared/contracts/engine/copies.ts';
import type { WorkTask } from '../../../shared/contracts/engine/work.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { type Act, type Failure, useAct } from '../../lib/act.ts';
import { type EngineParams, useEngine } from '../../lib/engine.ts';
import { useStale } from '../../lib/query.ts';
import { useShell } from '../../lib/shell.ts';
import { showToast } from '../../lib/toast-store.ts';

/** The long work of reading a copy. */
export const reading = ['salvaging'] as const satisfies readonly WorkTask[];

/** Another file of the vault as far as it is open, and what can be done to open more of it. */
export interface Copy {
  /** Null while there is none: it is being read, was not chosen yet, or did not open. */
  readonly view: CopyView | null;
  readonly busy: boolean;
  /** Why it did not open. */
  readonly failure: Failure | null;
  /** Asks the person for a file. */
  choose(): Promise<void>;
  readonly unlocking: Act<'copies.unlock'>;
  unlock(password: string): Promise<void>;
  readonly behind: Act<'copies.readBehind'>;
  readBehind(): Promise<void>;
}

/** Opens a backup at once, or a file the person chooses; closed again, its keys wiped, when the view is left. */
export function useCopy(backup: string | null): Copy {
  const engine = useEngine();
  const shell = useShell();
  const opening = useAct('copies.open');
  const unlocking = useAct('copies.unlock');
  const behind = useAct('copies.readBehind');
  const stale = useStale('copies.list');
  const [view, setView] = useState<CopyView | null>(null);
  const open = useRef<string | null>(null);
  const left = useRef(false);

  const show = useRef((next: CopyView): void => {
    // Left while it was read: nothing of it is to stay in memory.
    if (left.current) void engine.call('copies.close', { copy: next.copy });
    else {
      open.current = next.copy;
      setView(next);
    }
  });
  const start = useRef(async (source: EngineParams<'copies.open'>['source']): Promise<void> => {
    const reply = await opening.run({ source });
    if (reply.ok) show.current(reply.value);
  });
  useEffect(() => {
    left.current = false;
    if (backup !== null) void start.current({ kind: 'backup', backup });
    return () => {
      left.current = true;
      if (open.current !== null) void engine.call('copies.close', { copy: open.current });
      open.current = null;
    };
  }, [engine, backup]);

  const choose = async (): Promise<void> => {
    const picked = await shell.call('files.pick', { kind: 'open_vault' });
    if (!picked.ok) return void showToast({ text: errorLine(picked.code, picked.facts) });
    if (picked.value.file === null) return;
    await start.current({ kind: 'file', token: picked.value.file.token });
  };
  const unlock = async (password: string): Promise<void> => {
    const reply = view === null ? null : await unlocking.run({ copy: view.copy, password });
    if (reply?.ok) show.current(reply.value);
  };
  const readBehind = async (): Promise<void> => {
    const reply = view === null ? null : await behind.run({ copy: view.copy });
    if (reply?.ok) {
      show.current(reply.value);
      stale();
    } else if (reply !== null && reply.code !== 'busy' && reply.code !== 'cancelled')
      showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return { view, busy: opening.busy, failure: opening.failure, choose, unlocking, unlock, behind, readBehind };
}
