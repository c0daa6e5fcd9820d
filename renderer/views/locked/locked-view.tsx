import { useEffect, useEffectEvent, useState } from 'react';
import type { Settings } from '../../../shared/settings.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import type { MadeVault } from '../../app/made-vault.ts';
import { Opening } from '../../app/opening.tsx';
import { useEngine } from '../../lib/engine.ts';
import { useAnew, useAsk } from '../../lib/query.ts';
import { useShell } from '../../lib/shell.ts';
import { showToast } from '../../lib/toast-store.ts';
import { ChooseVault } from './choose-vault.tsx';
import { CreateView } from './create-view.tsx';
import { FirstUse } from './first-use.tsx';
import { type KnownVault, latest } from './known-vault.ts';
import { RescueView } from './rescue-view.tsx';
import { UnlockView } from './unlock-view.tsx';

export type LockedViewProps = { readonly onMade: (made: MadeVault) => void };
type Screen = 'create' | 'choose' | 'rescue' | null;

/** Everything before a vault is open: what one does with it, unlock the last one, choose another, make a new one, or rescue one that does not open. */
export function LockedView({ onMade }: LockedViewProps) {
  const { data } = useAsk('vaults.list', {});
  const engine = useEngine();
  const shell = useShell();
  const listAnew = useAnew('vaults.list');
  const [screen, setScreen] = useState<Screen>(null);
  const [chosen, setChosen] = useState<string | null>(null);

  /** One that is not in the list yet. Until it is, its lock screen would be that of another vault, and so would be what is typed there. */
  const unlockNew = async (vault: string): Promise<void> => {
    await listAnew();
    setChosen(vault);
    setScreen(null);
  };
  const take = async (token: string): Promise<void> => {
    const reply = await engine.call('vaults.add', { token });
    if (reply.ok) await unlockNew(reply.value.vault);
    else showToast({ text: errorLine(reply.code, reply.facts) });
  };
  const pick = async (): Promise<void> => {
    const reply = await shell.call('files.pick', { kind: 'open_vault' });
    if (!reply.ok) showToast({ text: errorLine(reply.code, reply.facts) });
    else if (reply.value.file !== null) await take(reply.value.file.token);
  };
  const begin = (use: NonNullable<Settings['use']>): void => {
    // Where it cannot be written it holds for this run: no reason to keep anybody from making a vault.
    void shell.call('settings.set', { use });
    setScreen('create');
  };
  const onDropped = useEffectEvent((token: string) => void take(token));
  useEffect(() => shell.on('dropped', (file) => onDropped(file.token)), [shell]);

  if (data === undefined) return <Opening />;
  const vault: KnownVault | null = data.vaults.find((one) => one.vault === chosen) ?? latest(data.vaults);
  const open = (): void => void pick();
  if (vault === null && screen !== 'create') return <FirstUse onUse={begin} onOpenOther={open} />;
  if (screen === 'create' || vault === null) {
    return (
      <CreateView
        folder={data.documents}
        onMade={onMade}
        onOpenOther={open}
        onBack={() => setScreen(vault === null ? null : 'choose')}
      />
    );
  }
  if (screen === 'choose') {
    return (
      <ChooseVault
        vaults={data.vaults}
        onChoose={(id) => {
          setChosen(id);
          setScreen(null);
        }}
        onRescue={(id) => {
          setChosen(id);
          setScreen('rescue');
        }}
        onOpenFile={open}
        onNew={() => setScreen('create')}
        onBack={() => setScreen(null)}
      />
    );
  }
  if (screen === 'rescue') {
    return <RescueView key={vault.vault} vault={vault} onUnlock={(id) => void unlockNew(id)} />;
  }
  return (
    <UnlockView
      key={vault.vault}
      vault={vault}
      onAnother={() => setScreen('choose')}
      onRescue={() => {
        setChosen(vault.vault);
        setScreen('rescue');
      }}
    />
  );
}
