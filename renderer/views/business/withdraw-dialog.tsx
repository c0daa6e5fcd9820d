import type { AdCodeRow } from '../../../shared/contracts/engine/business.ts';
import { adCodeText } from '../../../shared/text/ad-codes.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { Consequence } from '../../components/consequence.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useSaving } from './use-saving.ts';

export type WithdrawDialogProps = { readonly code: AdCodeRow; readonly onClose: () => void };

/** Notes that a code was withdrawn at the platform, and says what may go on. Mounted while it is open. */
export function WithdrawDialog({ code, onClose }: WithdrawDialogProps) {
  const saving = useSaving('business.endAdCode', onClose);
  return (
    <Dialog
      open
      onClose={onClose}
      title={adCodeText.withdrawTitle(code.about)}
      lead={adCodeText.withdrawBody}
      safe={adCodeText.keep}
      act={{ label: adCodeText.withdraw, busy: saving.busy, onAct: () => void saving.save({ id: code.id }) }}
    >
      <ul className="consequences">
        <Consequence happens>{adCodeText.stops}</Consequence>
        <Consequence happens={false}>{adCodeText.goesOn}</Consequence>
      </ul>
      {saving.failure !== null && (
        <p className="hint error" role="alert">
          {errorLine(saving.failure.code, saving.failure.facts)}
        </p>
      )}
    </Dialog>
  );
}
