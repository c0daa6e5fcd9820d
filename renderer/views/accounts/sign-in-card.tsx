import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { shownHost } from '../../../shared/platforms/catalogue.ts';
import { Caption } from '../../components/card.tsx';
import { Field, Fields } from '../../components/field.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useHeld } from '../../lib/clipboard.ts';
import { useCommand } from '../../lib/commands.ts';
import { askToOpen, linkOf } from '../../lib/link.ts';
import type { Reveal } from '../../lib/reveal.ts';
import { useCapability } from '../../lib/shell.ts';
import { PasswordQuality } from './password-quality.tsx';
import { SecretRow } from './secret-row.tsx';
import { heldKey, useAccountCopy } from './use-account-copy.ts';

export type SignInCardProps = { readonly account: AccountDetail; readonly reveal: Reveal };

/** What is needed to sign in, each with the way to copy it. */
export function SignInCard({ account, reveal }: SignInCardProps) {
  const { id, username, password, candidate, recoveryMail, recoveryPhone, address, hasNotes, tags } = account;
  const copy = useAccountCopy(id);
  const canOpen = useCapability('open_link');
  const copyUsername = (): void => copy('username', accountText.username);
  const copyPassword = (): void => copy('password', accountText.password);
  useCommand('copyUsername', username === null ? null : copyUsername);
  useCommand('copyPassword', password === null ? null : copyPassword);
  const shown = reveal.textOf('password') !== null;
  useCommand('reveal', password === null ? null : () => (shown ? reveal.conceal() : void reveal.show('password')));
  const link = address === null ? null : linkOf(address);
  const row = { account: id, reveal };
  return (
    <>
      <Caption>{accountText.signIn}</Caption>
      <Fields slim>
        <PlainRow account={id} field="username" name={accountText.username} value={username} keys="Mod+C" always />
        {password === null ? (
          <Field name={accountText.password}>
            <span className="faint">{accountText.empty}</span>
          </Field>
        ) : (
          <SecretRow {...row} field="password" name={accountText.password} revealKeys="Mod+R" copyKeys="Mod+Shift+C" />
        )}
        <PasswordQuality account={account} />
        {candidate !== null && <SecretRow {...row} field="candidate" name={accountText.candidate} />}
        <PlainRow account={id} field="recoveryMail" name={accountText.recoveryMail} value={recoveryMail} />
        <PlainRow account={id} field="recoveryPhone" name={accountText.recoveryPhone} value={recoveryPhone} />
        {address !== null && (
          <Field
            name={accountText.address}
            acts={
              link !== null &&
              canOpen && (
                <IconButton
                  icon="external"
                  size="small"
                  label={accountText.openAddress(link.host)}
                  onClick={() => askToOpen(link)}
                />
              )
            }
          >
            {shownHost(address) ?? address}
          </Field>
        )}
        {hasNotes && <SecretRow {...row} field="notes" name={accountText.notes} />}
        {tags.length > 0 && (
          <Field name={accountText.tags} wraps>
            {tags.join(', ')}
          </Field>
        )}
      </Fields>
    </>
  );
}

type PlainRowProps = {
  readonly account: string;
  readonly field: string;
  readonly name: string;
  readonly value: string | null;
  readonly keys?: string;
  /** Shown even when empty. */
  readonly always?: boolean;
};

function PlainRow({ account, field, name, value, keys, always }: PlainRowProps) {
  const copy = useAccountCopy(account);
  const held = useHeld(heldKey(account, field));
  if (value === null) return always ? <Field name={name}>{<span className="faint">{accountText.empty}</span>}</Field> : null;
  return (
    <Field name={name} onCopy={() => copy(field, name)} copyKeys={keys} copied={held}>
      {value}
    </Field>
  );
}
