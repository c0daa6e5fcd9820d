import { useState } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { moment } from '../../../shared/text/health.ts';
import { rescueText } from '../../../shared/text/rescue.ts';
import { Button } from '../../components/button.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { useCommand } from '../../lib/commands.ts';
import type { EngineResult } from '../../lib/engine.ts';
import { useAsk } from '../../lib/query.ts';
import { showToast } from '../../lib/toast-store.ts';
import { useAct } from '../../lib/act.ts';
import { AskPassword } from '../ask-password.tsx';
import { BackupLine } from '../settings/backup-line.tsx';
import { type KnownVault, shownName } from './known-vault.ts';
import { LockFrame } from './lock-frame.tsx';
import { SalvageDialog, type SalvageReport } from './salvage-dialog.tsx';
import { SalvageResult } from './salvage-result.tsx';

type Backup = EngineResult<'backups.ofClosed'>['backups'][number];

export type RescueViewProps = {
  readonly vault: KnownVault;
  /** Back to the lock screen, of this vault or of the one that was just made. */
  readonly onUnlock: (vault: string) => void;
};

/** The way out of a vault that does not open: put a backup back, or read what is still whole into a new vault. */
export function RescueView({ vault, onUnlock }: RescueViewProps) {
  const { data, failure } = useAsk('backups.ofClosed', { vault: vault.vault });
  const [asking, setAsking] = useState<Backup | 'salvage' | null>(null);
  const [report, setReport] = useState<SalvageReport | null>(null);
  const back = (): void => onUnlock(vault.vault);
  useCommand('back', asking === null ? back : null);
  if (report !== null) return <SalvageResult report={report} onOpen={() => onUnlock(report.vault)} />;
  const none = failure !== null || data?.backups.length === 0;
  const name = shownName(vault);
  return (
    <LockFrame
      title={rescueText.title}
      line={rescueText.line(name)}
      ways={
        <Button variant="quiet" onClick={back}>
          {commonText.back}
        </Button>
      }
    >
      <div className="rescue">
        <h2 className="cap">{rescueText.backups}</h2>
        {data === undefined && failure === null ? (
          <p className="small soft">{rescueText.looking}</p>
        ) : none ? (
          <p className="small soft">{rescueText.none}</p>
        ) : (
          <ul className="card backups">
            {data?.backups.map((backup) => (
              <BackupLine key={backup.id} backup={backup} now={engineNow()} onRestore={() => setAsking(backup)} />
            ))}
          </ul>
        )}
        {vault.present && (
          <>
            <h2 className="cap">{rescueText.salvage}</h2>
            <p className="small soft pretty">{rescueText.salvageLead}</p>
            <Button onClick={() => setAsking('salvage')}>{rescueText.salvage}</Button>
          </>
        )}
      </div>
      {asking === 'salvage' && (
        <SalvageDialog vault={vault.vault} name={rescueText.suggested(name)} onClose={() => setAsking(null)} onDone={setReport} />
      )}
      {asking !== null && asking !== 'salvage' && (
        <RestoreDialog vault={vault.vault} backup={asking} onClose={() => setAsking(null)} onDone={back} />
      )}
    </LockFrame>
  );
}

type RestoreProps = {
  readonly vault: string;
  readonly backup: Backup;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

const restoreWork = { tasks: ['restoring', 'opening'], stops: ['restoring'] } as const;

function RestoreDialog({ vault, backup, onClose, onDone }: RestoreProps) {
  const restore = useAct('backups.restoreClosed');
  const act = async (password: string): Promise<void> => {
    const reply = await restore.run({ vault, backup: backup.id, password });
    if (!reply.ok) return;
    // The restored vault is open now: the lock screen goes by itself.
    showToast({ text: rescueText.restored });
    onDone();
  };
  return (
    <AskPassword
      title={rescueText.ask(moment(backup.at, engineNow()))}
      lead={rescueText.askLead}
      label={rescueText.passphrase}
      safe={commonText.cancel}
      act={rescueText.act}
      acting={rescueText.acting}
      doing={restore}
      work={restoreWork}
      onAct={(password) => void act(password)}
      onClose={onClose}
    />
  );
}
