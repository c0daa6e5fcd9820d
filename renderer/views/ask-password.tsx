import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { WorkTask } from '../../shared/contracts/engine/work.ts';
import { errorLine } from '../../shared/text/errors.ts';
import { unlockText } from '../../shared/text/vault.ts';
import { Dialog } from '../components/dialog.tsx';
import { PasswordInput } from '../components/password-input.tsx';
import type { Failure } from '../lib/act.ts';
import { useStopWork } from '../lib/progress.ts';
import { WorkProgress } from './work-progress.tsx';

const none = { tasks: [], stops: [] } as const;

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
  /** The kinds of long work it consists of, and those of them that the safe button stops while they are under way. */
  readonly work?: { readonly tasks: readonly WorkTask[]; readonly stops: readonly WorkTask[] } | undefined;
  /** More to fill in, before the passphrase. */
  readonly children?: ReactNode;
};

/** Asks for a passphrase before something that needs it. Mounted while it is open, so that what was typed goes with it. */
export function AskPassword(props: AskPasswordProps) {
  const { title, lead, label, safe, act, acting, doing, onAct, onClose, work = none, children } = props;
  const { busy, failure } = doing;
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const stop = useStopWork(work.stops);
  // What was stopped did not fail.
  const error = failure === null || busy || failure.code === 'cancelled' ? null : errorLine(failure.code, failure.facts);
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (typed === '') field.current?.focus();
    else onAct(typed);
  };
  return (
    <Dialog
      open
      onClose={busy ? stop : onClose}
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
          error={error}
          words={{ show: unlockText.show, hide: unlockText.cover, capsLock: unlockText.capsLock }}
        />
        <WorkProgress tasks={work.tasks} busy={busy} />
      </form>
    </Dialog>
  );
}
