import { useEffect } from 'react';
import { appText } from '../../shared/text/app.ts';
import { engineNow } from '../lib/clock-sync.ts';
import { useShell } from '../lib/shell.ts';
import { showToast } from '../lib/toast-store.ts';

/** Says that the lock comes soon, for as long as it does. Any key or movement of the pointer keeps the vault open; the button is only one more. */
export function useLockSoon(): void {
  const shell = useShell();
  useEffect(() => {
    let leave = (): void => undefined;
    const stop = shell.on('lockSoon', ({ at }) => {
      leave();
      if (at === null) return;
      leave = showToast({
        text: appText.lockSoon,
        countdown: appText.locksSoon,
        until: at,
        length: Math.max(1, at - engineNow()),
        action: { label: appText.stayUnlocked, onAct: () => undefined },
      });
    });
    return () => {
      stop();
      leave();
    };
  }, [shell]);
}
