import { useEffect, useMemo, useState } from 'react';
import type { ShellAround, ShellClient, ShellInfo } from '../lib/shell.ts';

/** Asks the shell who it is and follows the state of the vault process; null until it has answered. */
export function useShellAround(client: ShellClient): ShellAround | null {
  const [info, setInfo] = useState<ShellInfo | null>(null);
  useEffect(() => {
    let told: ShellInfo['engine'] | null = null;
    const stop = client.on('engine', (engine) => {
      told = engine;
      setInfo((known) => (known === null ? null : { ...known, engine }));
    });
    void client.call('shell.info', {}).then((reply) => {
      // An event that came while the answer was under way is the newer of the two.
      if (reply.ok) setInfo(told === null ? reply.value : { ...reply.value, engine: told });
    });
    return stop;
  }, [client]);
  return useMemo(() => (info === null ? null : { client, info }), [client, info]);
}
