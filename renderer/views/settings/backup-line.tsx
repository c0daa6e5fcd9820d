import type { Backup } from '../../../shared/contracts/engine/safety.ts';
import { moment } from '../../../shared/text/health.ts';
import { backupsText } from '../../../shared/text/settings.ts';
import { capital } from '../../lib/capital.ts';
import { Button } from '../../components/button.tsx';

export type BackupLineProps = {
  readonly backup: Backup;
  readonly now: number;
  readonly onRestore: () => void;
};

/** One backup: when it was made, how large it is, and the way back to it. */
export function BackupLine({ backup, now, onRestore }: BackupLineProps) {
  const when = moment(backup.at, now);
  return (
    <li className="setting-row">
      <div className="grow">
        <b>{capital(when)}</b>
        <p className="small soft">{backupsText.line(backup.bytes, backup.records)}</p>
      </div>
      <Button size="small" aria-label={backupsText.restoreOf(when)} onClick={onRestore}>
        {backupsText.restore}
      </Button>
    </li>
  );
}
