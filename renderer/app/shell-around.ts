import { useEffect, useMemo, useState } from 'react';
import type { QuickState } from '../../shared/contracts/shell.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings.ts';
import { runFromOutside } from '../lib/key-binding.ts';
import { speakAs } from '../lib/spoken.ts';
import { showLook } from '../lib/look.ts';
import type { ShellAround, ShellClient, ShellInfo } from '../lib/shell.ts';

type Known = { readonly info: ShellInfo; readonly settings: Settings; readonly quick: QuickState };

/** Asks the shell who it is and what is set, and follows both; null until it has answered. The page already looks as it is set then. */
export function useShellAround(client: ShellClient): ShellAround | null {
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    let told: Partial<Known['info']> = {};
    let set: Settings | null = null;
    let quick: QuickState | null = null;
    const stops = [
      client.on('engine', (engine) => {
        told = { engine };
        setKnown((now) => (now === null ? null : { ...now, info: { ...now.info, engine } }));
      }),
      client.on('quick', (state) => {
        quick = state;
        setKnown((now) => (now === null ? null : { ...now, quick: state }));
      }),
      client.on('command', ({ id }) => runFromOutside(id)),
      client.on('settings', (settings) => {
        set = settings;
        void speakAs(settings.language).then(() => {
          // Another change may have come while the words were loaded.
          if (set === settings) setKnown((now) => (now === null ? null : { ...now, settings }));
        });
      }),
    ];
    const questions = [client.call('shell.info', {}), client.call('settings.get', {}), client.call('quick.state', {})] as const;
    void Promise.all(questions).then(async ([info, settings, small]) => {
      const first = settings.ok ? settings.value : DEFAULT_SETTINGS;
      await speakAs((set ?? first).language);
      // An event that came while an answer was under way is the newer of the two.
      const now = quick ?? (small.ok ? small.value : { on: false, key: null });
      if (info.ok) setKnown({ info: { ...info.value, ...told }, settings: set ?? first, quick: now });
    });
    return () => stops.forEach((stop) => stop());
  }, [client]);
  const settings = known?.settings ?? null;
  useEffect(() => (settings === null ? undefined : showLook(settings)), [settings]);
  return useMemo(() => (known === null ? null : { client, ...known }), [client, known]);
}
