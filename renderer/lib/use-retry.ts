import { errorLine } from '../../shared/text/errors.ts';
import { fileText } from '../../shared/text/vault.ts';
import { useAct } from './act.ts';
import { useStale } from './query.ts';
import { showToast } from './toast-store.ts';

/** Lets the vault try again to save after a fault. */
export function useRetry(): { readonly busy: boolean; readonly retry: () => Promise<void> } {
  const again = useAct('vault.retry');
  const health = useStale('vault.health');
  const state = useStale('vault.state');
  const retry = async (): Promise<void> => {
    const reply = await again.run({});
    if (!reply.ok && reply.code === 'busy') return;
    showToast({ text: reply.ok ? fileText.savedAgain : errorLine(reply.code, reply.facts) });
    state();
    health();
  };
  return { busy: again.busy, retry };
}
