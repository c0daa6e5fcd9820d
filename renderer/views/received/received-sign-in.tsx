import type { ReceivedDetail } from '../../../shared/contracts/engine/grants.ts';
import { shownHost } from '../../../shared/platforms/catalogue.ts';
import { receivedText } from '../../../shared/text/received.ts';
import { Caption } from '../../components/card.tsx';
import { Field, Fields } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { SecretField } from '../../components/secret-field.tsx';
import { useHeld } from '../../lib/clipboard.ts';
import { useCommand } from '../../lib/commands.ts';
import { askToOpen, linkOf } from '../../lib/link.ts';
import type { Reveal } from '../../lib/reveal.ts';
import { useCapability } from '../../lib/shell.ts';
import { heldKey, useReceivedCopy, useReceivedReveal } from './use-received-secret.ts';

type Props = { readonly received: ReceivedDetail };

/** What is needed to sign in: each can be copied, the secrets of it shown one at a time. */
export function ReceivedSignIn({ received }: Props) {
  const { row, secretsClosed, password, backupCodes, links, notes } = received;
  const reveal = useReceivedReveal(row.id);
  const secret = { received, reveal };
  return (
    <>
      <Caption>{receivedText.signIn}</Caption>
      <Fields slim>
        {row.username !== null && <Username received={received} username={row.username} />}
        {password && (secretsClosed ? <ClosedField name={receivedText.password} /> : <Password {...secret} />)}
        {backupCodes.map(({ id }, index) => {
          const name = receivedText.backupCode(index + 1, backupCodes.length);
          return secretsClosed ? (
            <ClosedField key={id} name={name} />
          ) : (
            <SecretRow key={id} {...secret} field={`backup/${id}`} name={name} />
          );
        })}
        {links.map((address) => (
          <LinkField key={address} address={address} />
        ))}
        {notes !== null && (
          <Field name={receivedText.notes} wraps>
            {notes}
          </Field>
        )}
      </Fields>
    </>
  );
}

function Username({ received, username }: Props & { readonly username: string }) {
  const { id } = received.row;
  const copyField = useReceivedCopy(id);
  const held = useHeld(heldKey(id, 'username'));
  const copy = (): void => copyField('username', receivedText.username);
  // The engine gives nothing of a login whose sender is not known yet, not even what the page shows.
  const closed = received.secretsClosed;
  useCommand('copyUsername', closed ? null : copy);
  return (
    <Field name={receivedText.username} onCopy={closed ? undefined : copy} copyKeys="Mod+C" copied={held}>
      {username}
    </Field>
  );
}

type SecretProps = Props & { readonly reveal: Reveal };

function Password({ received, reveal }: SecretProps) {
  const copyField = useReceivedCopy(received.row.id);
  useCommand('copyPassword', () => copyField('password', receivedText.password));
  const shown = reveal.textOf('password') !== null;
  useCommand('reveal', () => (shown ? reveal.conceal() : void reveal.show('password')));
  return (
    <SecretRow
      received={received}
      reveal={reveal}
      field="password"
      name={receivedText.password}
      revealKeys="Mod+R"
      copyKeys="Mod+Shift+C"
    />
  );
}

type SecretRowProps = SecretProps & {
  readonly field: string;
  readonly name: string;
  readonly revealKeys?: string;
  readonly copyKeys?: string;
};

function SecretRow({ received, reveal, field, name, revealKeys, copyKeys }: SecretRowProps) {
  const { id } = received.row;
  const copy = useReceivedCopy(id);
  const held = useHeld(heldKey(id, field));
  return (
    <SecretField
      name={name}
      value={reveal.textOf(field)}
      onReveal={() => void reveal.show(field)}
      onConceal={reveal.conceal}
      onCopy={() => copy(field, name)}
      copied={held}
      revealKeys={revealKeys}
      copyKeys={copyKeys}
    />
  );
}

function ClosedField({ name }: { readonly name: string }) {
  return (
    <Field name={name}>
      <span className="received-closed faint">
        <Icon name="lock" size="small" /> {receivedText.closed}
      </span>
    </Field>
  );
}

function LinkField({ address }: { readonly address: string }) {
  const canOpen = useCapability('open_link');
  const link = linkOf(address);
  return (
    <Field
      name={receivedText.page}
      acts={
        link !== null &&
        canOpen && (
          <IconButton icon="external" size="small" label={receivedText.openPage(link.host)} onClick={() => askToOpen(link)} />
        )
      }
    >
      {shownHost(address) ?? address}
    </Field>
  );
}
