import { useRef, useState } from 'react';
import type { Bulk, BulkAct } from '../../../shared/contracts/engine/account-list.ts';
import { MAX_ROWS } from '../../../shared/limits.ts';
import { bulkText } from '../../../shared/text/account-list.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { type EngineClient, useEngine } from '../../lib/engine.ts';
import { showToast, showUndo } from '../../lib/toast-store.ts';

type Outcome = { readonly changed: number; readonly back: readonly Bulk[]; readonly failed: string | null };

/** Does one thing to many accounts, in as many calls as it takes, and says so once with one way back for all of it. */
export function useBulk() {
  const engine = useEngine();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const run = async (ids: readonly string[], act: BulkAct, said: (changed: number) => string): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    const done = await runEach(engine, chunksOf(ids, act));
    running.current = false;
    setBusy(false);
    tell(engine, done, said(done.changed));
    return done.failed === null;
  };
  return { busy, run };
}

/** Says what was done to accounts, with the way back; or what stood in its way. */
export function tell(engine: EngineClient, { changed, back, failed }: Outcome, text: string): void {
  if (failed !== null) showToast({ text: failed });
  else if (changed === 0) showToast({ text: bulkText.nothing });
  else showUndo(text, () => void takeBack(engine, back));
}

async function takeBack(engine: EngineClient, back: readonly Bulk[]): Promise<void> {
  const { changed, failed } = await runEach(engine, back);
  showToast({ text: failed ?? (changed === 0 ? bulkText.nothing : bulkText.undone) });
}

function chunksOf(ids: readonly string[], act: BulkAct): Bulk[] {
  const count = Math.ceil(ids.length / MAX_ROWS);
  return Array.from({ length: count }, (_, i) => ({ ids: ids.slice(i * MAX_ROWS, (i + 1) * MAX_ROWS), act }));
}

async function runEach(engine: EngineClient, steps: readonly Bulk[]): Promise<Outcome> {
  const back: Bulk[] = [];
  let changed = 0;
  for (const step of steps) {
    const reply = await engine.call('accounts.bulk', step);
    if (!reply.ok) return { changed, back, failed: errorLine(reply.code, reply.facts) };
    changed += reply.value.changed;
    back.push(...reply.value.back);
  }
  return { changed, back, failed: null };
}
