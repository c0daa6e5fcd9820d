import { useCallback } from 'react';
import type { SettingsChange } from '../../../shared/contracts/settings.ts';
import { errorLine, errorText } from '../../../shared/text/errors.ts';
import { useShell } from '../../lib/shell.ts';
import { showToast } from '../../lib/toast-store.ts';

/** Changes settings of this machine; what could not be written to disk holds all the same, and is said. */
export function useChangeSettings(): (change: SettingsChange) => void {
  const shell = useShell();
  return useCallback(
    (change) =>
      void shell.call('settings.set', change).then((reply) => {
        if (reply.ok) return;
        const { what, safe } = errorText(reply.code, reply.facts);
        showToast({ text: reply.code === 'settings_unsaved' ? `${what} ${safe}` : errorLine(reply.code, reply.facts) });
      }),
    [shell],
  );
}
