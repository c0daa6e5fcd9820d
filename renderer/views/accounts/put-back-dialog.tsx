import { putBackText } from '../../../shared/text/accounts.ts';
import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Dialog } from '../../components/dialog.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { isKept, useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';

/** Something an account held before and that is to come into force again. */
export type PutBack = {
  readonly of: 'password' | 'notes' | 'backup_codes' | 'field' | 'authenticator';
  /** A second factor's id, or the name of a secret as for revealing: `history/<id>`. */
  readonly field: string;
  /** A field's own name. */
  readonly name: string;
  /** Until when it was in force, in words. */
  readonly until: string;
};

export type PutBackButtonProps = { readonly entry: PutBack; readonly onAsk: (entry: PutBack) => void };

/** The way back of one earlier value. */
export function PutBackButton({ entry, onAsk }: PutBackButtonProps) {
  return (
    <IconButton icon="undo" size="small" label={putBackText[entry.of].label} why={useWhyReadOnly()} onClick={() => onAsk(entry)} />
  );
}

export type PutBackDialogProps = {
  readonly account: string;
  readonly entry: PutBack | null;
  readonly onClose: () => void;
  /** It is in force, or kept to be saved. */
  readonly onDone: () => void;
};

/** Says what comes of it before an earlier value is put back. */
export function PutBackDialog({ account, entry, onClose, onDone }: PutBackDialogProps) {
  const secret = useAct('accounts.putBack');
  const factor = useAct('factors.putBack');
  const act = entry?.of === 'authenticator' ? factor : secret;
  const words = putBackText[entry?.of ?? 'password'];
  const close = (): void => {
    act.forget();
    onClose();
  };
  const putBack = async ({ of, field }: PutBack): Promise<void> => {
    const reply = await (of === 'authenticator' ? factor.run({ account, factor: field }) : secret.run({ id: account, field }));
    if (!reply.ok && !isKept(reply)) return;
    onDone();
    close();
    showToast({ text: reply.ok ? words.done : commonText.notSavedYet });
  };
  return (
    <Dialog
      open={entry !== null}
      onClose={close}
      title={words.title(entry?.until ?? '', entry?.name ?? '')}
      lead={words.body}
      safe={putBackText.safe}
      act={{
        label: putBackText.act,
        icon: 'undo',
        busy: act.busy ? putBackText.busy : null,
        onAct: () => entry !== null && void putBack(entry),
      }}
    >
      {act.failure && (
        <p className="hint error" role="alert">
          {errorLine(act.failure.code, act.failure.facts)}
        </p>
      )}
    </Dialog>
  );
}
