import { useState } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accountText, factorText } from '../../../shared/text/accounts.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Caption, Card } from '../../components/card.tsx';
import { Check } from '../../components/check.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field, Fields } from '../../components/field.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useAct } from '../../lib/act.ts';
import { useFocusKept } from '../../lib/focus-lost.ts';
import { go } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import { FactorDialog, type NotedFactor } from './factor-dialog.tsx';
import { keySettingsLine } from './key-settings-line.ts';

/** How the platform asks for a second step, and the way to add one. */
export function FactorCard({ account }: { readonly account: AccountDetail }) {
  const { id, factors, trashed } = account;
  const remove = useAct('factors.remove');
  const outside = useAct('factors.noteOutside');
  const whyNot = useWhyReadOnly();
  const authenticator = factors.find(({ kind }) => kind === 'authenticator');
  const [asked, setAsked] = useState<string | null>(null);
  const [edited, setEdited] = useState<NotedFactor | null>(null);
  useFocusKept(`${factors.map((factor) => factor.id).join()} ${asked}`);
  const add = (): void => go({ view: 'factor', account: id });
  const take = async (factor: string): Promise<void> => {
    const reply = await remove.run({ account: id, factor });
    if (reply.ok) setAsked(null);
  };
  const note = async (factor: string, isOut: boolean): Promise<void> => {
    const reply = await outside.run({ account: id, factor, outside: isOut });
    if (!reply.ok && reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  if (factors.length === 0) {
    return (
      <>
        <Caption>{accountText.secondFactor}</Caption>
        <Card pad className="factor-none">
          <p className="small soft">{accountText.noFactor}</p>
          {trashed === null && (
            <Button size="small" icon="plus" why={whyNot} onClick={add}>
              {accountText.addFactor}
            </Button>
          )}
        </Card>
      </>
    );
  }
  return (
    <>
      <Caption
        end={trashed === null && <IconButton icon="plus" size="small" label={accountText.addFactor} why={whyNot} onClick={add} />}
      >
        {accountText.secondFactor}
      </Caption>
      <Fields slim>
        {factors.map((factor) => (
          <Field
            key={factor.id}
            wraps
            name={factorText[factor.kind]}
            acts={
              trashed === null && (
                <>
                  {isNoted(factor) && (
                    <IconButton
                      icon="edit"
                      size="small"
                      label={accountText.editFactor(factorText[factor.kind])}
                      why={whyNot}
                      onClick={() => setEdited(factor)}
                    />
                  )}
                  <IconButton
                    icon="x"
                    size="small"
                    label={accountText.removeFactor}
                    why={whyNot}
                    onClick={() => (factor.kind === 'authenticator' ? setAsked(factor.id) : void take(factor.id))}
                  />
                </>
              )
            }
          >
            {factor.note ?? lineOf(factor)}
          </Field>
        ))}
      </Fields>
      {authenticator !== undefined && trashed === null && (
        <div className="factor-outside">
          <Check
            checked={authenticator.outside}
            disabled={whyNot !== null || outside.busy}
            hint={accountText.outsideHint}
            onChange={(isOut) => void note(authenticator.id, isOut)}
          >
            {accountText.outside}
          </Check>
        </div>
      )}
      {edited !== null && <FactorDialog account={id} factor={edited} onClose={() => setEdited(null)} />}
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={accountText.removeFactorTitle}
        lead={accountText.removeFactorBody}
        safe={accountText.keepIt}
        act={{
          label: accountText.removeFactorAct,
          onAct: () => asked !== null && void take(asked),
          busy: remove.busy ? accountText.removing : null,
        }}
      />
    </>
  );
}

function isNoted(factor: AccountDetail['factors'][number]): factor is NotedFactor {
  return factor.kind !== 'authenticator';
}

function lineOf({ authenticator }: AccountDetail['factors'][number]): string {
  return authenticator === null ? '' : keySettingsLine(authenticator);
}
