import { useState } from 'react';
import type { Backup } from '../../../shared/contracts/engine/safety.ts';
import { commonText } from '../../../shared/text/common.ts';
import { copiesText } from '../../../shared/text/copies.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { moment } from '../../../shared/text/health.ts';
import { backupsText } from '../../../shared/text/settings.ts';
import { useVault, useWhyReadOnly } from '../../app/vault-context.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { useAsk, useStale } from '../../lib/query.ts';
import { go, leaveThen } from '../../lib/route.ts';
import { useCapability, useShell } from '../../lib/shell.ts';
import { showToast } from '../../lib/toast-store.ts';
import { AskPassword } from '../ask-password.tsx';
import { BackupLine } from './backup-line.tsx';

/** The copies of the vault as it was, the way into one of them, and the way back to it. */
export function BackupsPage() {
  const { data: health } = useAsk('vault.health', {});
  const { read } = useVault();
  const shell = useShell();
  const canChoose = useCapability('open_dialog');
  const whyNot = useWhyReadOnly();
  const make = useAct('backups.make');
  const stale = useStale('vault.health');
  const [asking, setAsking] = useState<Backup | null>(null);
  if (health === undefined) return null;
  const backups = health.backups.toSorted((a, b) => b.at - a.at);
  const now = engineNow();
  const lock = (): void => leaveThen(() => void shell.call('shell.lock', {}));
  const add = async (): Promise<void> => {
    const reply = await make.run({});
    if (!reply.ok && reply.code === 'busy') return;
    showToast({ text: reply.ok ? backupsText.made : errorLine(reply.code, reply.facts) });
    stale();
  };
  return (
    <>
      {read === 'damaged' && (
        <div className="detail-banner">
          <Banner
            tone="exposed"
            title={backupsText.damagedTitle}
            actions={
              <Button size="small" onClick={lock}>
                {commonText.lock}
              </Button>
            }
          >
            {backupsText.damaged}
          </Banner>
        </div>
      )}
      <Caption
        end={
          <Button size="small" busy={make.busy ? backupsText.making : null} why={whyNot} onClick={() => void add()}>
            {backupsText.make}
          </Button>
        }
      >
        {backupsText.title}
      </Caption>
      {backups.length === 0 ? (
        <div className="card setting-row">
          <div className="grow">
            <b>{backupsText.none}</b>
            <p className="small soft pretty">{backupsText.noneLead}</p>
          </div>
        </div>
      ) : (
        <ul className="card backups">
          {backups.map((backup) => (
            <BackupLine
              key={backup.id}
              backup={backup}
              now={now}
              onLook={() => go({ view: 'copy', backup: backup.id })}
              onRestore={() => setAsking(backup)}
            />
          ))}
        </ul>
      )}
      <p className="small soft pretty setting-under">{backupsText.lead}</p>
      {canChoose && (
        <div className="card setting-row other-copy">
          <div className="grow">
            <b>{copiesText.other}</b>
            <p className="small soft pretty">{copiesText.otherLead}</p>
          </div>
          <Button size="small" aria-label={copiesText.lookInsideOther} onClick={() => go({ view: 'copy', backup: null })}>
            {copiesText.lookInside}
          </Button>
        </div>
      )}
      {asking && <Restore backup={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

const restoreWork = { tasks: ['restoring', 'opening'], stops: ['restoring'] } as const;

function Restore({ backup, onClose }: { readonly backup: Backup; readonly onClose: () => void }) {
  const restore = useAct('backups.restore');
  const act = async (password: string): Promise<void> => {
    const reply = await restore.run({ id: backup.id, password });
    if (!reply.ok) return;
    showToast({ text: backupsText.done });
    onClose();
  };
  return (
    <AskPassword
      title={backupsText.ask(moment(backup.at, engineNow()))}
      lead={backupsText.askLead}
      label={backupsText.passphrase}
      safe={backupsText.keep}
      act={backupsText.act}
      acting={backupsText.acting}
      doing={restore}
      work={restoreWork}
      onAct={(password) => void act(password)}
      onClose={onClose}
    />
  );
}
