import type { RunGrant } from '../../../shared/contracts/engine/runs.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { endGrantText, tellText } from '../../../shared/text/run-steps.ts';
import { whenDone } from '../../../shared/text/runs.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { useEngine } from '../../lib/engine.ts';
import { showToast } from '../../lib/toast-store.ts';

export type TellStepProps = {
  readonly grants: readonly RunGrant[];
  /** A first name. */
  readonly person: string;
  readonly readOnly: boolean;
};

const isLive = ({ row: { state } }: RunGrant): boolean => state === 'offered' || state === 'active' || state === 'ending';

/** The sealed word of each end, and what the other side said to it. */
export function TellStep({ grants, person, readOnly }: TellStepProps) {
  const over = grants.filter((grant) => !isLive(grant));
  if (over.length === 0) return <p className="small run-fact">{tellText.none(person)}</p>;
  return (
    <ul className="run-told">
      {over.map((grant) => (
        <Told key={grant.row.id} grant={grant} readOnly={readOnly} />
      ))}
    </ul>
  );
}

function Told({ grant, readOnly }: { readonly grant: RunGrant; readonly readOnly: boolean }) {
  const engine = useEngine();
  const end = useAct('grants.end');
  const why = useWhyReadOnly();
  const { row, revoked, message, receipt } = grant;
  const seal = async (): Promise<void> => {
    const reply = await end.run({ id: row.id, reason: endGrantText.reason });
    if (!reply.ok && reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  const copy = async (id: string): Promise<void> => {
    const reply = await engine.call('messages.copy', { message: id });
    showToast({ text: reply.ok ? tellText.copied : errorLine(reply.code, reply.facts) });
  };
  const word = revoked === null ? tellText.notSealed : tellText.sealedOn(whenDone(revoked, engineNow()));
  return (
    <li className="row wrap">
      <span className="grow cut">
        <b>{row.title}</b>
        <span className="small soft">
          {' '}
          {word} · {receipt === null ? tellText.noReceipt : tellText.receipt[receipt.event]}
        </span>
      </span>
      {message !== null ? (
        <Button size="small" icon="copy" onClick={() => void copy(message)}>
          {tellText.copy}
        </Button>
      ) : (
        !readOnly && (
          <Button size="small" icon="sealed" why={why} busy={end.busy ? tellText.making : null} onClick={() => void seal()}>
            {tellText.make}
          </Button>
        )
      )}
    </li>
  );
}
