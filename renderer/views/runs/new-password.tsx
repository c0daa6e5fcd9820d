import { useState } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { candidateText, whenDone } from '../../../shared/text/runs.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/check.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SecretField } from '../../components/secret-field.tsx';
import { useAct } from '../../lib/act.ts';
import { useCopy, useHeld } from '../../lib/clipboard.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { useEngine } from '../../lib/engine.ts';
import { useReveal } from '../../lib/reveal.ts';
import { showToast } from '../../lib/toast-store.ts';

const LENGTH = 20;

export type NewPasswordProps = {
  readonly account: AccountDetail;
  /** False while the password that was seen still opens the account. */
  readonly isChanged: boolean;
  /** The new password was taken and is saved. */
  readonly onWorked: () => void;
};

/** The new password: made here, typed at the platform, and in the old one's place only once it worked. */
export function NewPassword({ account, isChanged, onWorked }: NewPasswordProps) {
  const { id, candidate, password } = account;
  if (candidate !== null) return <Candidate account={id} hasOld={password !== null} onWorked={onWorked} />;
  if (isChanged && password !== null)
    return <p className="small run-fact">{candidateText.changed(whenDone(password.changed, engineNow()))}</p>;
  return <Make account={id} />;
}

function Make({ account }: { readonly account: string }) {
  const [symbols, setSymbols] = useState(true);
  const make = useAct('candidate.make');
  const why = useWhyReadOnly();
  return (
    <div className="run-make">
      <Button
        variant="primary"
        data-autofocus
        why={why}
        busy={make.busy ? candidateText.making : null}
        onClick={() => void make.run({ account, length: LENGTH, symbols })}
      >
        {candidateText.make}
      </Button>
      <Check checked={symbols} onChange={setSymbols} hint={candidateText.symbolsHint}>
        {candidateText.symbols}
      </Check>
      {make.failure !== null && (
        <p className="hint error" role="alert">
          {errorLine(make.failure.code, make.failure.facts)}
        </p>
      )}
    </div>
  );
}

type CandidateProps = { readonly account: string; readonly hasOld: boolean; readonly onWorked: () => void };

function Candidate({ account, hasOld, onWorked }: CandidateProps) {
  const engine = useEngine();
  const reveal = useReveal(account);
  const copy = useCopy();
  const worked = useAct('candidate.worked');
  const drop = useAct('candidate.drop');
  const why = useWhyReadOnly();
  const [asking, setAsking] = useState(false);
  const heldOld = useHeld(`candidate/${account}/old`);
  const heldNew = useHeld(`candidate/${account}/new`);
  const take = (which: 'old' | 'new', name: string) => () =>
    void copy({ key: `candidate/${account}/${which}`, name, copy: () => engine.call('candidate.copy', { account, which }) });
  const say = async (): Promise<void> => {
    const reply = await worked.run({ account });
    if (reply.ok) onWorked();
    else if (reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  const forget = async (): Promise<void> => {
    const reply = await drop.run({ account });
    if (reply.ok) setAsking(false);
    else if (reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  const row = (field: 'password' | 'candidate', name: string, held: ReturnType<typeof useHeld>) => (
    <SecretField
      name={name}
      value={reveal.textOf(field)}
      onReveal={() => void reveal.show(field)}
      onConceal={reveal.conceal}
      copied={held}
    />
  );
  return (
    <>
      <p className="small run-fact">{candidateText.kept}</p>
      <div className="run-candidate">
        {hasOld && (
          <>
            {row('password', candidateText.old, heldOld)}
            <Button size="small" icon="copy" onClick={take('old', candidateText.old)}>
              {candidateText.copyOld}
            </Button>
          </>
        )}
        {row('candidate', candidateText.fresh, heldNew)}
        <Button size="small" icon="copy" data-autofocus onClick={take('new', candidateText.fresh)}>
          {candidateText.copyNew}
        </Button>
      </div>
      <div className="row wrap">
        <Button
          variant="primary"
          icon="check"
          why={why}
          busy={worked.busy ? candidateText.working : null}
          onClick={() => void say()}
        >
          {candidateText.worked}
        </Button>
        <Button why={why} onClick={() => setAsking(true)}>
          {candidateText.notTaken}
        </Button>
      </div>
      <Dialog
        loses
        open={asking}
        onClose={() => setAsking(false)}
        title={candidateText.dropTitle}
        lead={candidateText.dropBody}
        safe={candidateText.dropKeep}
        act={{ label: candidateText.drop, why, onAct: () => void forget(), busy: drop.busy ? candidateText.drop : null }}
      />
    </>
  );
}
