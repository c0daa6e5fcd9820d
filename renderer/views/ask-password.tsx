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
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onAct: (password: string) => void;
  /** Typing again takes the failure away. */
  readonly onType: () => void;
  readonly onClose: () => void;
  /** Something is lost by it: a press beside the dialog does not close it. */
  readonly loses?: boolean | undefined;
  /** More to fill in, before the passphrase. */
  readonly children?: ReactNode;
};

/** Asks for a passphrase before something that needs it. Mounted while it is open, so that what was typed goes with it. */
export function AskPassword(props: AskPasswordProps) {
  const { title, lead, label, safe, act, acting, busy, failure, onAct, onType, onClose, loses, children } = props;
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
      loses={loses}
      act={{ label: act, onAct: () => submit(), busy: busy ? acting : null, ...(loses ? { variant: 'primary' } : {}) }}
    >
      <form className="stack" onSubmit={submit}>
        {children}
        <PasswordInput
          ref={field}
          autoFocus={children === undefined}
          label={label}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            onType();
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
