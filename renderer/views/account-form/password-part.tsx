import { useState } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { formText } from '../../../shared/text/account-form.ts';
import { unlockText } from '../../../shared/text/vault.ts';
import { PasswordInput } from '../../components/password-input.tsx';
import { StrengthMeter } from '../../components/strength-meter.tsx';
import { GeneratorPopover } from '../generator/generator-popover.tsx';
import type { Drawn } from '../generator/use-drawn.ts';
import type { PartProps } from './part-props.ts';

export type PasswordPartProps = PartProps & { readonly account: AccountDetail | null };

/** The account's password: kept unless typed over, drawn by the engine, or taken away. */
export function PasswordPart({ draft, change, account }: PasswordPartProps) {
  const [shown, setShown] = useState(false);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const { password } = draft;
  const had = account !== null && account.password !== null;
  const use = (made: Drawn): void => {
    setDrawn(made);
    setShown(true);
    change({ password: { kind: 'set', text: made.password } });
  };
  const typed = password.kind === 'set' ? password.text : '';
  const isDrawn = drawn !== null && typed === drawn.password;
  const link = (label: string, act: () => void) => (
    <button type="button" className="link" onClick={act}>
      {label}
    </button>
  );
  const hint = isDrawn ? (
    formText.generated(drawn.bits)
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
    <div>
      <PasswordInput
        label={formText.password}
        labelEnd={<GeneratorPopover onUse={use} />}
        value={typed}
        onChange={(text) => change({ password: text === '' ? { kind: 'keep' } : { kind: 'set', text } })}
        maxLength={1024}
        shown={shown}
        onShown={setShown}
        hint={hint}
        words={{ show: formText.show, hide: formText.cover, capsLock: unlockText.capsLock }}
      />
      {/* What was drawn says itself how much chance is in it: an estimate from outside knows less. */}
      {!isDrawn && <StrengthMeter text={typed} against="site" about={[draft.title, draft.username, draft.platform]} />}
    </div>
  );
}
