import { useState } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { commonText } from '../../../shared/text/common.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Caption } from '../../components/card.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Fields } from '../../components/field.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { isKept, useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import type { Reveal } from '../../lib/reveal.ts';
import { showToast } from '../../lib/toast-store.ts';
import { SecretRow } from './secret-row.tsx';

type Entry = AccountDetail['history'][number];

/** Passwords the account had before: to be seen, copied, or made the password again. */
export function EarlierPasswords({ account, reveal }: { readonly account: AccountDetail; readonly reveal: Reveal }) {
  const { id, history, trashed } = account;
  const whyNot = useWhyReadOnly();
  const restore = useAct('accounts.putBack');
  const [asked, setAsked] = useState<Entry | null>(null);
  const until = ({ replaced }: Entry): string => accountText.until(formatDay(replaced, engineNow()));
  const close = (): void => {
    setAsked(null);
    restore.forget();
  };
  const putBack = async (entry: Entry): Promise<void> => {
    const reply = await restore.run({ id, history: entry.id });
    if (!reply.ok && !isKept(reply)) return;
    reveal.conceal();
    setAsked(null);
    showToast({ text: reply.ok ? accountText.isBack : commonText.notSavedYet });
  };
  if (history.length === 0) return null;
  return (
    <>
      <Caption>{accountText.earlier}</Caption>
      <Fields slim>
        {history.map((entry) => (
          <SecretRow
            key={entry.id}
            account={id}
            field={`history/${entry.id}`}
            name={until(entry)}
            reveal={reveal}
            acts={
              trashed === null && (
                <IconButton icon="undo" size="small" label={accountText.putBack} why={whyNot} onClick={() => setAsked(entry)} />
              )
            }
          />
        ))}
      </Fields>
      <Dialog
        open={asked !== null}
        onClose={close}
        title={accountText.putBackTitle(asked === null ? '' : until(asked))}
        lead={`${accountText.putBackBody} ${accountText.putBackSeen}`}
        safe={accountText.keepIt}
        act={{
          label: accountText.putBackAct,
          icon: 'undo',
          busy: restore.busy ? accountText.puttingBack : null,
          onAct: () => asked !== null && void putBack(asked),
        }}
      >
        {restore.failure && (
          <p className="hint error" role="alert">
            {errorLine(restore.failure.code, restore.failure.facts)}
          </p>
        )}
      </Dialog>
    </>
  );
}
