import { useState } from 'react';
import { errorLine } from '../../../shared/text/errors.ts';
import { healthActs } from '../../../shared/text/health.ts';
import { backupsText } from '../../../shared/text/settings.ts';
import { useVault } from '../../app/vault-context.ts';
import { useEngine } from '../../lib/engine.ts';
import { useStale } from '../../lib/query.ts';
import { go, type SettingsPage } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import { useAcceptState } from '../../lib/use-accept-state.ts';
import { useRetry } from '../../lib/use-retry.ts';
import { useSaveCopy } from '../../lib/use-save-copy.ts';
import type { HealthAct } from './health-items.ts';

/** What is asked before an act of the health page is done. */
export type Asking = 'test' | 'goOn' | null;

/** The acts of the health page: which are offered, which is under way, and what one asks first. */
export interface HealthActs {
  readonly busy: HealthAct | null;
  readonly asking: Asking;
  readonly offers: (act: HealthAct) => boolean;
  readonly run: (act: HealthAct) => void;
  /** Takes the question away; with `goOn` it was answered so. */
  readonly answer: (goOn: boolean) => void;
}

/** Does what a row of the health page offers. */
export function useHealthActs(check: () => void): HealthActs {
  const engine = useEngine();
  const { file, readOnly } = useVault();
  const stale = useStale('vault.health');
  const behind = useStale('clock.behind');
  const retry = useRetry();
  const copy = useSaveCopy(file);
  const { accept } = useAcceptState();
  const [busy, setBusy] = useState<HealthAct | null>(null);
  const [asking, setAsking] = useState<Asking>(null);

  const compact = async (): Promise<void> => {
    const reply = await engine.call('vault.compact', {});
    showToast({
      text: reply.ok ? healthActs.compacted(reply.value.before, reply.value.after) : errorLine(reply.code, reply.facts),
    });
  };
  const backup = async (): Promise<void> => {
    const reply = await engine.call('backups.make', {});
    showToast({ text: reply.ok ? backupsText.made : errorLine(reply.code, reply.facts) });
  };
  const lower = async (): Promise<void> => {
    const reply = await engine.call('clock.lower', {});
    if (!reply.ok) showToast({ text: errorLine(reply.code, reply.facts) });
    behind();
  };
  const page = (next: SettingsPage) => async (): Promise<void> => go({ view: 'settings', page: next, open: true });
  const ask = (question: Asking) => async (): Promise<void> => setAsking(question);
  const work: Readonly<Record<HealthAct, () => Promise<unknown>>> = {
    test: ask('test'),
    testAgain: ask('test'),
    goOn: ask('goOn'),
    renew: page('passphrase'),
    passphrase: page('passphrase'),
    backups: page('backups'),
    restore: page('backups'),
    rescue: page('backups'),
    aside: page('aside'),
    log: async () => go({ view: 'log' }),
    runs: async () => go({ view: 'runs', run: null }),
    check: async () => check(),
    mine: accept,
    clock: lower,
    retry: retry.retry,
    copy: async () => copy?.save(),
    backup,
    compact,
  };
  const run = (act: HealthAct): void => {
    if (busy !== null) return;
    setBusy(act);
    void work[act]().finally(() => {
      setBusy(null);
      stale();
    });
  };
  return {
    busy,
    asking,
    run,
    offers: (act) => (act !== 'copy' || copy !== null) && (act !== 'backup' || readOnly === null),
    answer: (goOn) => {
      if (goOn) void accept();
      setAsking(null);
    },
  };
}
