import { errorLine } from '../../shared/text/errors.ts';
import { useAct } from './act.ts';
import { useStale } from './query.ts';
import { showToast } from './toast-store.ts';

/** Goes on with the vault as it is, knowingly, after this device noticed that it is not what it saw last. `accept` gives whether it does. */
export function useAcceptState(): { readonly busy: boolean; readonly accept: () => Promise<boolean> } {
  const act = useAct('vault.acceptState');
  const stale = [useStale('vault.state'), useStale('vault.health')];
  const accept = async (): Promise<boolean> => {
    const reply = await act.run({});
    if (!reply.ok && reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
    for (const again of stale) again();
    return reply.ok;
  };
  return { busy: act.busy, accept };
}
