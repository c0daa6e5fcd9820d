import { type ReactNode, useRef, useState } from 'react';
import { accountText } from '../../../shared/text/accounts.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { LargeType } from '../../components/large-type.tsx';
import { SecretField } from '../../components/secret-field.tsx';
import { useHeld } from '../../lib/clipboard.ts';
import type { Reveal } from '../../lib/reveal.ts';
import { heldKey, useAccountCopy } from './use-account-copy.ts';

export type SecretRowProps = {
  readonly account: string;
  /** Its name in the contract: `password`, `backup/<id>`. */
  readonly field: string;
  readonly name: string;
  readonly reveal: Reveal;
  readonly revealKeys?: string;
  readonly copyKeys?: string;
  readonly acts?: ReactNode;
};

/** One secret of an account: dots, shown one at a time, copied without being shown. */
export function SecretRow({ account, field, name, reveal, revealKeys, copyKeys, acts }: SecretRowProps) {
  const copy = useAccountCopy(account);
  const held = useHeld(heldKey(account, field));
  const text = reveal.textOf(field);
  // The row conceals itself when the dialog takes the focus: what is shown there is its own.
  const [large, setLarge] = useState<string | null>(null);
  const opener = useRef<Element | null>(null);
  // The button that opened it is gone with the secret in the row: the focus goes to the one that shows it again.
  const closeLarge = (): void => {
    setLarge(null);
    setTimeout(() => opener.current?.querySelector('button')?.focus());
  };
  return (
    <>
      <SecretField
        name={name}
        value={text}
        onReveal={() => void reveal.show(field)}
        onConceal={reveal.conceal}
        onCopy={() => copy(field, name)}
        copied={text === null ? held : null}
        revealKeys={revealKeys}
        copyKeys={copyKeys}
        acts={
          <>
            {text !== null && field !== 'notes' && (
              <IconButton
                icon="search"
                size="small"
                label={accountText.large(name)}
                onClick={(event) => {
                  opener.current = event.currentTarget.closest('[role="group"]');
                  setLarge(text);
                }}
              />
            )}
            {acts}
          </>
        }
      />
      <LargeType name={name} value={large} onClose={closeLarge} />
    </>
  );
}
