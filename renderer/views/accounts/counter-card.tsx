import { type FormEvent, useEffect, useState } from 'react';
import { accountText } from '../../../shared/text/accounts.ts';
import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { counterText } from '../../../shared/text/pictures.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Code } from '../../components/code.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { useAct } from '../../lib/act.ts';
import { untilInstant } from '../../lib/clock-sync.ts';
import { useCommand } from '../../lib/commands.ts';
import type { EngineResult } from '../../lib/engine.ts';
import { counterOf } from '../account-form/settings-input.tsx';
import { useAccountCopy } from './use-account-copy.ts';

/** Seconds a code that was taken stays on the page. */
const SHOWN = 120;

export type CounterCardProps = {
  readonly account: string;
  /** The counter that is used next. */
  readonly counter: number;
  readonly digits: number;
};

/** Codes that follow a counter: none is there until it is asked for, and each is used up with that. */
export function CounterCard({ account, counter, digits }: CounterCardProps) {
  const next = useAct('codes.next');
  const whyNot = useWhyReadOnly();
  const copyField = useAccountCopy(account);
  const [taken, setTaken] = useState<EngineResult<'codes.next'> | null>(null);
  const [setting, setSetting] = useState(false);
  useEffect(() => {
    if (taken === null) return;
    const timer = setTimeout(() => setTaken(null), untilInstant(taken.until));
    return () => clearTimeout(timer);
  }, [taken]);
  const copy = (): void => copyField('code', accountText.code);
  useCommand('copyCode', whyNot === null ? copy : null);
  const take = async (): Promise<void> => {
    const reply = await next.run({ account });
    setTaken(reply.ok ? reply.value : null);
  };
  return (
    <Card>
      <Code
        code={taken?.code ?? null}
        until={taken?.until}
        period={SHOWN}
        digits={digits}
        words={counterText.words}
        note={taken === null ? counterText.stands(counter) : counterText.shown(taken.counter)}
        action={
          <div className="row wrap counter-acts">
            {taken !== null && (
              <Button icon="copy" keys="Mod+T" onClick={copy}>
                {commonText.copy}
              </Button>
            )}
            <Button busy={next.busy ? counterText.taking : null} why={whyNot} onClick={() => void take()}>
              {counterText.next}
            </Button>
            <Button variant="quiet" why={whyNot} onClick={() => setSetting(true)}>
              {counterText.set}
            </Button>
          </div>
        }
      />
      {next.failure && (
        <p className="hint error" role="alert">
          {errorLine(next.failure.code, next.failure.facts)}
        </p>
      )}
      {setting && (
        <CounterDialog
          account={account}
          counter={counter}
          onClose={() => setSetting(false)}
          // Copying gives the next code from now on, so that the one before must not stand beside it.
          onSet={() => setTaken(null)}
        />
      )}
    </Card>
  );
}

type CounterDialogProps = {
  readonly account: string;
  readonly counter: number;
  readonly onClose: () => void;
  readonly onSet: () => void;
};

function CounterDialog({ account, counter, onClose, onSet }: CounterDialogProps) {
  const set = useAct('codes.counter');
  const [typed, setTyped] = useState(String(counter));
  const save = async (): Promise<void> => {
    const reply = await set.run({ account, counter: counterOf(typed) });
    if (!reply.ok) return;
    onSet();
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={counterText.setTitle}
      lead={counterText.setLead}
      safe={counterText.keep}
      act={{ label: counterText.setAct, onAct: () => void save(), busy: set.busy ? counterText.setting : null }}
    >
      <form onSubmit={submit}>
        <TextInput
          mono
          label={counterText.counter}
          value={typed}
          onChange={(value) => setTyped(value.replace(/\D/g, ''))}
          maxLength={15}
          inputMode="numeric"
          hint={counterText.counterHint}
          error={set.failure && errorLine(set.failure.code, set.failure.facts)}
        />
      </form>
    </Dialog>
  );
}
