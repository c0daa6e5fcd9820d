import { useEffect, useMemo, useState } from 'react';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings.ts';
import { showLook } from '../lib/look.ts';
import type { ShellAround, ShellClient, ShellInfo } from '../lib/shell.ts';

type Known = { readonly info: ShellInfo; readonly settings: Settings };

/** Asks the shell who it is and what is set, and follows both; null until it has answered. The page already looks as it is set then. */
export function useShellAround(client: ShellClient): ShellAround | null {
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    let told: Partial<Known['info']> = {};
    let set: Settings | null = null;
    const stops = [
      client.on('engine', (engine) => {
        told = { engine };
        setKnown((now) => (now === null ? null : { ...now, info: { ...now.info, engine } }));
      }),
      client.on('settings', (settings) => {
        set = settings;
        setKnown((now) => (now === null ? null : { ...now, settings }));
      }),
    ];
    void Promise.all([client.call('shell.info', {}), client.call('settings.get', {})]).then(([info, settings]) => {
      // An event that came while the answer was under way is the newer of the two.
      if (info.ok) {
        setKnown({ info: { ...info.value, ...told }, settings: set ?? (settings.ok ? settings.value : DEFAULT_SETTINGS) });
      }
    });
    return () => stops.forEach((stop) => stop());
  }, [client]);
  const settings = known?.settings ?? null;
  useEffect(() => (settings === null ? undefined : showLook(settings)), [settings]);
  return useMemo(() => (known === null ? null : { client, ...known }), [client, known]);
}
