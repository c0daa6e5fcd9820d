import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { errorLine } from '../../shared/text/errors.ts';
import { unlockText } from '../../shared/text/vault.ts';
import { Dialog } from '../components/dialog.tsx';
import { PasswordInput } from '../components/password-input.tsx';
import type { Failure } from '../lib/act.ts';

export type AskPasswordProps = {
  readonly title: string;
  readonly lead: ReactNode;
  readonly label: string;
  readonly safe: string;
  /** The verb, and the verb while it is done. */
  readonly act: string;
  readonly acting: string;
  /** What the passphrase is for; typing again takes its failure away. */
  readonly doing: { readonly busy: boolean; readonly failure: Failure | null; forget(): void };
  readonly onAct: (password: string) => void;
  readonly onClose: () => void;
  /** More to fill in, before the passphrase. */
  readonly children?: ReactNode;
};

/** Asks for a passphrase before something that needs it. Mounted while it is open, so that what was typed goes with it. */
export function AskPassword(props: AskPasswordProps) {
  const { title, lead, label, safe, act, acting, doing, onAct, onClose, children } = props;
  const { busy, failure } = doing;
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (typed === '') field.current?.focus();
    else onAct(typed);
  };
  return (
    <Dialog
      open
      onClose={() => !busy && onClose()}
      title={title}
      lead={lead}
      safe={safe}
      act={{ label: act, onAct: () => submit(), busy: busy ? acting : null }}
    >
      <form className="stack" onSubmit={submit}>
        {children}
        {/* Enter sends a form of several fields only when it has a button of its own. */}
        <input type="submit" hidden />
        <PasswordInput
          ref={field}
          label={label}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            doing.forget();
          }}
          maxLength={4096}
          readOnly={busy}
          error={failure && !busy ? errorLine(failure.code, failure.facts) : null}
          words={{ show: unlockText.show, hide: unlockText.cover, capsLock: unlockText.capsLock }}
        />
      </form>
    </Dialog>
  );
}
