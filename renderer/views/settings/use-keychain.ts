import { useQuery } from '@tanstack/react-query';
import type { KeychainState } from '../../../shared/contracts/shell.ts';
import { valueOf } from '../../lib/query.ts';
import { useCapability, useShell } from '../../lib/shell.ts';

/** Whether the system's keychain works; null while it is asked, which may take five seconds. */
export interface KeychainAsked {
  readonly state: KeychainState | null;
  readonly again: () => void;
}

/** Tries the system's keychain when it is first shown, and again when asked. */
export function useKeychain(): KeychainAsked {
  const shell = useShell();
  const hasOne = useCapability('keychain');
  const { data, isFetching, refetch } = useQuery({
    queryKey: ['keychain.state'],
    enabled: hasOne,
    queryFn: async () => valueOf(await shell.call('keychain.state', {})),
  });
  if (!hasOne) return { state: { available: false, reason: 'absent' }, again: () => undefined };
  return { state: isFetching ? null : (data ?? { available: false, reason: 'absent' }), again: () => void refetch() };
}
