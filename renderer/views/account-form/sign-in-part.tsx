import type { ReactNode } from 'react';
import { accountText } from '../../../shared/text/accounts.ts';
import { formText } from '../../../shared/text/account-form.ts';
import { TextInput } from '../../components/text-input.tsx';
import type { PartProps } from './part-props.ts';
import { TagsInput } from './tags-input.tsx';

export type SignInPartProps = PartProps & {
  /** The password and what is known of such an account, after the username. */
  readonly children: ReactNode;
};

/** What is needed to sign in, and to get back in. */
export function SignInPart({ draft, change, children }: SignInPartProps) {
  return (
    <section className="editor-part two" aria-label={accountText.signIn}>
      <h2 className="cap">{accountText.signIn}</h2>
      <TextInput label={formText.username} value={draft.username} onChange={(username) => change({ username })} maxLength={254} />
      {children}
      <TextInput
        label={formText.recoveryMail}
        value={draft.recoveryMail}
        onChange={(recoveryMail) => change({ recoveryMail })}
        maxLength={254}
        inputMode="email"
      />
      <TextInput
        label={formText.recoveryPhone}
        value={draft.recoveryPhone}
        onChange={(recoveryPhone) => change({ recoveryPhone })}
        maxLength={64}
      />
      <TextInput
        label={formText.address}
        value={draft.address}
        onChange={(address) => change({ address })}
        maxLength={2048}
        inputMode="url"
        hint={formText.addressHint}
      />
      <TagsInput draft={draft} change={change} />
    </section>
  );
}
