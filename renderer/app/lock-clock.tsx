import { useEffect, useState } from 'react';
import { appText } from '../../shared/text/app.ts';
import { formatDuration } from '../../shared/text/dates.ts';
import { RailClock } from '../components/rail.tsx';
import { useSettings, useShell } from '../lib/shell.ts';
import { useNowWhile } from '../lib/ticker.ts';

/** When the vault locks by itself, at the foot of the rail; nothing when it does not. */
export function LockClock() {
  const at = useLockAt();
  const { lockMinutes } = useSettings();
  const now = useNowWhile(at !== null);
  if (at === null || lockMinutes === 0) return null;
  const left = Math.max(0, at - now);
  // Rounded up to whole minutes while there are any: a number that counts seconds down would draw the eye.
  const shown = left > 60 ? Math.ceil(left / 60) * 60 : left;
  // Nor is the ring drawn anew for what nobody can see of it.
  return <RailClock text={appText.locksIn(formatDuration(shown))} left={shown / (lockMinutes * 60)} />;
}

/** The time of the coming idle lock, as the shell tells it; null when there is none. */
function useLockAt(): number | null {
  const shell = useShell();
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    let told = false;
    const stop = shell.on('lockAt', (coming) => {
      told = true;
      setAt(coming.at);
    });
    void shell.call('lock.at', {}).then((reply) => {
      if (reply.ok && !told) setAt(reply.value.at);
    });
    return () => {
      told = true;
      stop();
    };
  }, [shell]);
  return at;
}
