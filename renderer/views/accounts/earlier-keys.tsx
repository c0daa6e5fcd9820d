import { useState } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Caption } from '../../components/card.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field, Fields } from '../../components/field.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useAct } from '../../lib/act.ts';
import { useFocusKept } from '../../lib/focus-lost.ts';
import { keySettingsLine } from './key-settings-line.ts';
import { type PutBack, PutBackButton } from './put-back-dialog.tsx';

type Key = AccountDetail['earlierKeys'][number];

export type EarlierKeysProps = {
  readonly account: string;
  readonly keys: readonly Key[];
  readonly until: (replaced: number) => string;
  /** Null for an account that takes no changes. */
  readonly onAsk: ((entry: PutBack) => void) | null;
};

/** Authenticators that were replaced or taken away: their keys are never shown, but one can be the authenticator again. */
export function EarlierKeys({ account, keys, until, onAsk }: EarlierKeysProps) {
  const remove = useAct('factors.remove');
  const whyNot = useWhyReadOnly();
  const [asked, setAsked] = useState<Key | null>(null);
  useFocusKept(`${keys.map(({ id }) => id).join()} ${asked?.id}`);
  const close = (): void => {
    remove.forget();
    setAsked(null);
  };
  const deleteKey = async ({ id: factor }: Key): Promise<void> => {
    const reply = await remove.run({ account, factor });
    if (reply.ok) close();
  };
  if (keys.length === 0) return null;
  return (
    <>
      <Caption>{accountText.earlierKeys}</Caption>
      <Fields slim>
        {keys.map((key) => (
          <Field
            key={key.id}
            name={until(key.replaced)}
            acts={
              onAsk !== null && (
                <>
                  <PutBackButton
                    entry={{ of: 'authenticator', field: key.id, name: '', until: until(key.replaced) }}
                    onAsk={onAsk}
                  />
                  <IconButton icon="x" size="small" label={accountText.deleteKey} why={whyNot} onClick={() => setAsked(key)} />
                </>
              )
            }
          >
            {keySettingsLine(key.authenticator)}
          </Field>
        ))}
      </Fields>
      <Dialog
        open={asked !== null}
        onClose={close}
        title={accountText.deleteKeyTitle(asked === null ? '' : until(asked.replaced))}
        lead={accountText.deleteKeyBody}
        safe={accountText.keepIt}
        act={{
          label: accountText.deleteKeyAct,
          onAct: () => asked !== null && void deleteKey(asked),
          busy: remove.busy ? accountText.deletingKey : null,
        }}
        loses
      >
        {remove.failure && (
          <p className="hint error" role="alert">
            {errorLine(remove.failure.code, remove.failure.facts)}
          </p>
        )}
      </Dialog>
    </>
  );
}
