import { useState } from 'react';
import type { GrantDetail } from '../../../shared/contracts/engine/grants.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { formatDayTime } from '../../../shared/text/dates.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { endText as text } from '../../../shared/text/grant-life.ts';
import { Consequence } from '../../components/consequence.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { isLiveGrant } from './grant-parts.ts';
import { useGrantSeal } from './use-grant-seal.ts';

const MOST = 500;

export type EndDialogProps = {
  readonly open: boolean;
  readonly grant: GrantDetail;
  readonly name: string;
  readonly onClose: () => void;
  readonly onSealed: (sealed: Sealed | 'kept') => void;
};

/** Ends a grant now, or sends the word of one that is over: what that does, what it does not, and the reason they will read. */
export function EndDialog({ open, grant, name, onClose, onSealed }: EndDialogProps) {
  const [reason, setReason] = useState<string>(text.usual);
  const sealing = useGrantSeal('grants.end');
  const now = engineNow();
  const live = isLiveGrant(grant);
  const codesUntil = Math.max(0, ...grant.exposures.flatMap(({ secret, until }) => (secret === 'codes' ? (until ?? []) : [])));
  const end = async (): Promise<void> => {
    const sealed = await sealing.run({ id: grant.row.id, reason: reason.trim() === '' ? text.usual : reason.trim() });
    if (sealed !== null) onSealed(sealed);
  };
  return (
    <Dialog
      loses={live}
      open={open}
      onClose={onClose}
      title={live ? text.title(grant.row.title, name) : text.titleOver(grant.row.title, name)}
      lead={live ? text.lead : undefined}
      safe={live ? text.keep : text.keepOver}
      act={{ label: live ? text.act : text.actOver, onAct: () => void end(), busy: sealing.busy ? text.ending : null }}
    >
      <TextInput label={text.reason} value={reason} maxLength={MOST} onChange={setReason} />
      <ul className="consequences">
        <Consequence happens>{text.does(name)}</Consequence>
        {grant.what.includes('password') && <Consequence happens={false}>{text.still(name)}</Consequence>}
        {codesUntil > now && <Consequence happens={false}>{text.pass(formatDayTime(codesUntil, now))}</Consequence>}
        <Consequence happens={false}>{text.session}</Consequence>
      </ul>
      {sealing.failure !== null && (
        <p className="hint error" role="alert">
          {errorLine(sealing.failure.code, sealing.failure.facts)}
        </p>
      )}
    </Dialog>
  );
}
