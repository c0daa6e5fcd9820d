import { useCallback } from 'react';
import { useCopy } from '../../lib/clipboard.ts';
import { useEngine } from '../../lib/engine.ts';

/** Copies a field of an account by the engine's hand; `name` is what the toast calls it. */
export function useAccountCopy(account: string): (field: string, name: string) => void {
  const engine = useEngine();
  const copy = useCopy();
  return useCallback(
    (field, name) => {
      void copy({ key: heldKey(account, field), name, copy: () => engine.call('accounts.copy', { id: account, field }) });
    },
    [engine, copy, account],
  );
}

/** The row of the page that shows how long the clipboard keeps a field. */
export function heldKey(account: string, field: string): string {
  return `${account}/${field}`;
}
