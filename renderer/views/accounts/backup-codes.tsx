import { useEffect, useEffectEvent } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { commonText } from '../../../shared/text/common.ts';
import { formatDate } from '../../../shared/text/dates.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { Caption } from '../../components/card.tsx';
import { Menu } from '../../components/menu.tsx';
import { shownFor } from '../../components/secret-field.tsx';
import { SecretText } from '../../components/secret-text.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { useEngine } from '../../lib/engine.ts';
import type { Reveal } from '../../lib/reveal.ts';
import { showToast } from '../../lib/toast-store.ts';
import { useAccountCopy } from './use-account-copy.ts';

export type BackupCodesProps = { readonly account: AccountDetail; readonly reveal: Reveal };

/** The account's backup codes: which are left, and a menu on each to show, copy or mark it. */
export function BackupCodes({ account, reveal }: BackupCodesProps) {
  const { id, backupCodes } = account;
  const engine = useEngine();
  const copy = useAccountCopy(id);
  const shown = backupCodes.some((code) => reveal.textOf(`backup/${code.id}`) !== null);
  useConceal(shown, reveal.conceal);
  if (backupCodes.length === 0) return null;
  const mark = async (code: string, used: boolean): Promise<void> => {
    const reply = await engine.call('accounts.backupUsed', { id, code, used });
    if (!reply.ok) showToast({ text: errorLine(reply.code, reply.facts) });
  };
  const left = backupCodes.filter((code) => code.used === null).length;
  return (
    <>
      <Caption note={accountText.backupLeft(left, backupCodes.length)}>{accountText.backupCodes}</Caption>
      <ul className="card backup-codes">
        {backupCodes.map((code, index) => {
          const field = `backup/${code.id}`;
          const name = accountText.backupCode(index + 1);
          const text = reveal.textOf(field);
          return (
            <li key={code.id}>
              <Menu
                align="start"
                trigger={
                  <button
                    type="button"
                    className="backup-code"
                    aria-label={code.used === null ? name : `${name}, ${usedOn(code.used)}`}
                  >
                    {text !== null ? <SecretText value={text} /> : code.used === null ? '•••• ••••' : <s>{usedOn(code.used)}</s>}
                  </button>
                }
                entries={[
                  text === null
                    ? { label: commonText.reveal, icon: 'eye', onAct: () => void reveal.show(field) }
                    : { label: commonText.conceal, icon: 'eyeOff', onAct: reveal.conceal },
                  { label: commonText.copy, icon: 'copy', onAct: () => copy(field, name) },
                  code.used === null
                    ? { label: accountText.markUsed, icon: 'check', onAct: () => void mark(code.id, true) }
                    : { label: accountText.markUnused, icon: 'undo', onAct: () => void mark(code.id, false) },
                ]}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function usedOn(used: number): string {
  return accountText.used(formatDate(used, engineNow()));
}

/** What a row of fields does by itself, a grid has to do: conceal after its time and when the window is left. */
function useConceal(shown: boolean, onConceal: () => void): void {
  const conceal = useEffectEvent(onConceal);
  useEffect(() => {
    if (!shown) return;
    const away = (): void => conceal();
    const timer = setTimeout(away, shownFor * 1000);
    window.addEventListener('blur', away);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', away);
    };
  }, [shown]);
}
