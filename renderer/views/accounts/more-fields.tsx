import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { Caption } from '../../components/card.tsx';
import { Field, Fields } from '../../components/field.tsx';
import { useHeld } from '../../lib/clipboard.ts';
import type { Reveal } from '../../lib/reveal.ts';
import { EarlierValues } from './earlier-values.tsx';
import { SecretRow } from './secret-row.tsx';
import { heldKey, useAccountCopy } from './use-account-copy.ts';

export type MoreFieldsProps = { readonly account: AccountDetail; readonly reveal: Reveal };

/** The person's own fields, and what passwords and other secrets were before. */
export function MoreFields({ account, reveal }: MoreFieldsProps) {
  const { id, fields } = account;
  return (
    <>
      {fields.length > 0 && (
        <>
          <Caption>{accountText.fields}</Caption>
          <Fields slim>
            {fields.map((field) =>
              field.secret ? (
                <SecretRow key={field.id} account={id} field={`field/${field.id}`} name={field.name} reveal={reveal} />
              ) : (
                <OwnField key={field.id} account={id} field={field} />
              ),
            )}
          </Fields>
        </>
      )}
      <EarlierValues account={account} reveal={reveal} />
    </>
  );
}

function OwnField({ account, field }: { readonly account: string; readonly field: AccountDetail['fields'][number] }) {
  const copy = useAccountCopy(account);
  const name = `field/${field.id}`;
  const held = useHeld(heldKey(account, name));
  return (
    <Field name={field.name} onCopy={() => copy(name, field.name)} copied={held}>
      {field.value}
    </Field>
  );
}
