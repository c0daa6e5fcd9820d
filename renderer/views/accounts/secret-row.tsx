import { SecretField } from '../../components/secret-field.tsx';
import { useHeld } from '../../lib/clipboard.ts';
import type { Reveal } from '../../lib/reveal.ts';
import { fieldWords } from './field-words.ts';
import { heldKey, useAccountCopy } from './use-account-copy.ts';

export type SecretRowProps = {
  readonly account: string;
  /** Its name in the contract: `password`, `backup/<id>`. */
  readonly field: string;
  readonly name: string;
  readonly reveal: Reveal;
  readonly revealKeys?: string;
  readonly copyKeys?: string;
};

/** One secret of an account: dots, shown one at a time, copied without being shown. */
export function SecretRow({ account, field, name, reveal, revealKeys, copyKeys }: SecretRowProps) {
  const copy = useAccountCopy(account);
  const held = useHeld(heldKey(account, field));
  const text = reveal.textOf(field);
  return (
    <SecretField
      name={name}
      value={text}
      onReveal={() => void reveal.show(field)}
      onConceal={reveal.conceal}
      onCopy={() => copy(field, name)}
      copied={text === null ? held : null}
      revealKeys={revealKeys}
      copyKeys={copyKeys}
      words={fieldWords}
    />
  );
}
