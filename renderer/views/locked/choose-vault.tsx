import { useEffect, useRef } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { sandboxText } from '../../../shared/text/sandbox.ts';
import { unlockText } from '../../../shared/text/vault.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { useCommand } from '../../lib/commands.ts';
import { useStale } from '../../lib/query.ts';
import { useCapability } from '../../lib/shell.ts';
import { showToast } from '../../lib/toast-store.ts';
import { type KnownVault, shownName } from './known-vault.ts';
import { LockFrame } from './lock-frame.tsx';
import { useSandboxStart } from './use-sandbox.ts';

export type ChooseVaultProps = {
  readonly vaults: readonly KnownVault[];
  readonly onChoose: (vault: string) => void;
  /** To the backups of a vault, and what can be read of a damaged one. */
  readonly onRescue: (vault: string) => void;
  readonly onOpenFile: () => void;
  readonly onNew: () => void;
  readonly onBack: () => void;
};

/** The vault files this device has seen, another file, or a new vault. */
export function ChooseVault({ vaults, onChoose, onRescue, onOpenFile, onNew, onBack }: ChooseVaultProps) {
  const forget = useAct('vaults.forget');
  const stale = useStale('vaults.list');
  const sandbox = useSandboxStart();
  const canPick = useCapability('open_dialog');
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  useCommand('back', onBack);
  const remove = async (vault: KnownVault): Promise<void> => {
    const reply = await forget.run({ vault: vault.vault });
    stale();
    showToast({ text: reply.ok ? unlockText.forgotten(shownName(vault)) : errorLine(reply.code, reply.facts) });
  };
  return (
    <LockFrame
      title={unlockText.chooseTitle}
      ways={
        <>
          <Button variant="quiet" onClick={onBack}>
            {commonText.back}
          </Button>
          {canPick && (
            <Button variant="quiet" onClick={onOpenFile}>
              {unlockText.openFile}
            </Button>
          )}
          <Button variant="quiet" onClick={onNew}>
            {unlockText.newVault}
          </Button>
          <Button variant="quiet" busy={sandbox.busy ? sandboxText.entering : null} onClick={() => void sandbox.begin()}>
            {sandboxText.enter}
          </Button>
        </>
      }
    >
      <ul ref={list} className="card lock-vaults">
        {vaults.map((vault) => (
          <li key={vault.vault}>
            <button type="button" onClick={() => onChoose(vault.vault)}>
              <Icon name={vault.present ? 'lock' : 'warning'} tone="faint" />
              <span className="cut">
                <b>{shownName(vault)}</b>
                <span className="small soft cut">{lineOf(vault)}</span>
              </span>
            </button>
            <IconButton
              icon="shield"
              size="small"
              label={unlockText.rescueOf(shownName(vault))}
              onClick={() => onRescue(vault.vault)}
            />
            <IconButton icon="x" size="small" label={unlockText.forget(shownName(vault))} onClick={() => void remove(vault)} />
          </li>
        ))}
      </ul>
    </LockFrame>
  );
}

function lineOf(vault: KnownVault): string {
  const opened = vault.lastOpened === null ? unlockText.never : unlockText.lastOpened(formatDay(vault.lastOpened, engineNow()));
  return `${unlockText.folder(vault.folder)} · ${vault.present ? opened : unlockText.missing}`;
}
