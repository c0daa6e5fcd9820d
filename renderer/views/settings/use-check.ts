import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useVault } from '../../app/vault-context.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { type EngineResult, useEngine } from '../../lib/engine.ts';
import { valueOf } from '../../lib/query.ts';

/** What a check of the whole file found, and when. */
export interface Checked {
  readonly at: number;
  readonly found: EngineResult<'vault.check'>;
}

/** The last check of the whole file since it was unlocked, and the way to another. */
export interface Check {
  readonly last: Checked | null;
  /** True after a check that could not be made. */
  readonly failed: boolean;
  readonly busy: boolean;
  readonly again: () => void;
}

/** Checks the file once for each unlock, when its health is first looked at, and again when asked. A damaged file is not checked by itself. */
export function useCheck(): Check {
  const engine = useEngine();
  const cache = useQueryClient();
  const { read } = useVault();
  const { data, isError, isFetching, refetch } = useQuery({
    queryKey: ['vault.check'],
    enabled: read !== 'damaged',
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<Checked | null> => {
      const reply = await engine.call('vault.check', {});
      // One that was stopped says nothing new.
      if (!reply.ok && reply.code === 'cancelled') return cache.getQueryData<Checked>(['vault.check']) ?? null;
      return { found: valueOf(reply), at: engineNow() };
    },
  });
  return { last: data ?? null, failed: isError, busy: isFetching, again: () => void refetch() };
}
