import { useQuery, useQueryClient } from '@tanstack/react-query';
import { errorLine } from '../../shared/text/errors.ts';
import { useAct } from './act.ts';
import { type EngineResult, useEngine } from './engine.ts';
import { useStale } from './query.ts';
import { showToast } from './toast-store.ts';

type Anchor = EngineResult<'vault.health'>['anchor'];

// Not the call's name: what it says of the moment of opening is not made stale by a change.
const KEY = ['anchor'];

/** What this device knew of the vault when it was opened, asked once for each unlock; `fits` until it is known. */
export function useAnchor(): Anchor {
  const engine = useEngine();
  const { data } = useQuery({
    queryKey: KEY,
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<Anchor> => {
      const reply = await engine.call('vault.health', {});
      return reply.ok ? reply.value.anchor : 'fits';
    },
  });
  return data ?? 'fits';
}

/** Goes on with the vault as it is, knowingly. */
export function useAcceptState(): { readonly busy: boolean; readonly accept: () => Promise<boolean> } {
  const act = useAct('vault.acceptState');
  const cache = useQueryClient();
  const stale = [useStale('vault.state'), useStale('vault.health')];
  const accept = async (): Promise<boolean> => {
    const reply = await act.run({});
    if (!reply.ok) {
      if (reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
      return false;
    }
    cache.setQueryData(KEY, 'fits');
    for (const again of stale) again();
    return true;
  };
  return { busy: act.busy, accept };
}
