import { useState } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { formText } from '../../../shared/text/account-form.ts';
import { unlockText } from '../../../shared/text/vault.ts';
import { Button } from '../../components/button.tsx';
import { PasswordInput } from '../../components/password-input.tsx';
import { useEngine } from '../../lib/engine.ts';
import type { PartProps } from './part-props.ts';

export type PasswordPartProps = PartProps & { readonly account: AccountDetail | null };

const length = 20;

/** The account's password: kept unless typed over, drawn by the engine, or taken away. */
export function PasswordPart({ draft, change, account }: PasswordPartProps) {
  const engine = useEngine();
  const [shown, setShown] = useState(false);
  const [drawn, setDrawn] = useState<{ readonly text: string; readonly symbols: boolean } | null>(null);
  const { password } = draft;
  const had = account !== null && account.password !== null;
  const generate = async (symbols: boolean): Promise<void> => {
    const reply = await engine.call('accounts.generate', { length, symbols });
    if (!reply.ok) return;
    setDrawn({ text: reply.value.password, symbols });
    setShown(true);
    change({ password: { kind: 'set', text: reply.value.password } });
  };
  const typed = password.kind === 'set' ? password.text : '';
  const isDrawn = drawn !== null && typed === drawn.text;
  const link = (label: string, act: () => void) => (
    <button type="button" className="link" onClick={act}>
      {label}
    </button>
  );
  const hint = isDrawn ? (
    <>
      {formText.generated}{' '}
      {link(drawn.symbols ? formText.withoutSymbols : formText.withSymbols, () => void generate(!drawn.symbols))}
    </>
  ) : !had ? undefined : password.kind === 'clear' ? (
    <>
      {formText.passwordCleared} {link(formText.keepPassword, () => change({ password: { kind: 'keep' } }))}
    </>
  ) : typed === '' ? (
    <>
      {formText.passwordKept} {link(formText.removePassword, () => change({ password: { kind: 'clear' } }))}
    </>
  ) : undefined;
  return (
    <PasswordInput
      label={formText.password}
      labelEnd={
        <Button variant="quiet" size="small" icon="dice" onClick={() => void generate(true)}>
          {formText.generate}
        </Button>
      }
      value={typed}
      onChange={(text) => change({ password: text === '' ? { kind: 'keep' } : { kind: 'set', text } })}
      maxLength={1024}
      shown={shown}
      onShown={setShown}
      hint={hint}
      words={{ show: formText.show, hide: formText.cover, capsLock: unlockText.capsLock }}
    />
  );
}
