import type { Backup } from '../../../shared/contracts/engine/safety.ts';
import { copiesText } from '../../../shared/text/copies.ts';
import { moment } from '../../../shared/text/health.ts';
import { backupsText } from '../../../shared/text/settings.ts';
import { capital } from '../../lib/capital.ts';
import { Button } from '../../components/button.tsx';

export type BackupLineProps = {
  readonly backup: Backup;
  readonly now: number;
  /** Left out where the vault is closed, so that no key is at hand. */
  readonly onLook?: (() => void) | undefined;
  readonly onRestore: () => void;
};

/** One backup: when it was made, how large it is, the way into it and back to it. */
export function BackupLine({ backup, now, onLook, onRestore }: BackupLineProps) {
  const when = moment(backup.at, now);
  return (
    <li className="setting-row">
      <div className="grow">
        <b>{capital(when)}</b>
        <p className="small soft">{backupsText.line(backup.bytes, backup.records)}</p>
      </div>
      {onLook && (
        <Button size="small" aria-label={copiesText.lookInsideOf(when)} onClick={onLook}>
          {copiesText.lookInside}
        </Button>
      )}
      <Button size="small" aria-label={backupsText.restoreOf(when)} onClick={onRestore}>
        {backupsText.restore}
      </Button>
    </li>
  );
}
