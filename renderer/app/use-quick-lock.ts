import { useEffect } from 'react';
import { useCommand } from '../lib/commands.ts';
import { useAsk } from '../lib/query.ts';
import { useQuick, useShell } from '../lib/shell.ts';

/** Quick access over a locked vault: the field to unlock it and nothing else, Escape to leave it; where no vault is known, the whole window. */
export function useQuickLock(locked: boolean): void {
  const shell = useShell();
  const { on } = useQuick();
  const vaults = useAsk('vaults.list', {}, { when: on && locked }).data?.vaults;
  const needsWhole = on && locked && vaults?.length === 0;
  useEffect(() => {
    if (needsWhole) void shell.call('quick.close', { whole: true });
  }, [needsWhole, shell]);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-quick', on);
  }, [on]);
  useCommand('back', on && locked ? () => void shell.call('quick.close', { whole: false }) : null);
}
