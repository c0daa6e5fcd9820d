import { useState } from 'react';
import type { GrantRow } from '../../../shared/contracts/engine/grants.ts';
import { firstName } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { sendAnewText as text } from '../../../shared/text/run-steps.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useAct } from '../../lib/act.ts';
import { useEngine } from '../../lib/engine.ts';
import { useAsk } from '../../lib/query.ts';
import { showToast } from '../../lib/toast-store.ts';

export type SendAnewStepProps = {
  readonly account: string;
  /** Who is leaving, and gets nothing. */
  readonly leaving: string | null;
};

/** Those who stay and whose password opens nothing any more, each with the new one to be sealed for them. */
export function SendAnewStep({ account, leaving }: SendAnewStepProps) {
  const { data } = useAsk('grants.outdated', { account });
  const [sealed, setSealed] = useState<readonly { readonly row: GrantRow; readonly message: string }[]>([]);
  const due = (data?.grants ?? []).filter(({ person }) => person.contact !== leaving);
  if (due.length + sealed.length === 0) return <p className="small run-fact">{text.nobody}</p>;
  return (
    <ul className="run-told">
      {sealed.map(({ row, message }) => (
        <Sealed key={message} row={row} message={message} />
      ))}
      {due.map((row) => (
        <Due key={row.id} row={row} onSealed={(message) => setSealed((all) => [...all, { row, message }])} />
      ))}
    </ul>
  );
}

function Sealed({ row, message }: { readonly row: GrantRow; readonly message: string }) {
  const engine = useEngine();
  const copy = async (): Promise<void> => {
    const reply = await engine.call('messages.copy', { message });
    showToast({ text: reply.ok ? text.copied : errorLine(reply.code, reply.facts) });
  };
  return (
    <li className="row wrap">
      <b className="grow cut">{row.person.name}</b>
      <Button size="small" icon="copy" variant="primary" data-autofocus onClick={() => void copy()}>
        {text.copy}
      </Button>
    </li>
  );
}

function Due({ row, onSealed }: { readonly row: GrantRow; readonly onSealed: (message: string) => void }) {
  const act = useAct('grants.sendAnew');
  const why = useWhyReadOnly();
  const [asking, setAsking] = useState(false);
  const seal = async (sendUnverified: boolean): Promise<void> => {
    const reply = await act.run({ id: row.id, sendUnverified });
    setAsking(!reply.ok && reply.code === 'not_verified');
    if (reply.ok) onSealed(reply.value.sealed.message);
    else if (reply.code !== 'busy' && reply.code !== 'not_verified') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return (
    <li className="row wrap">
      <b className="grow cut">{row.person.name}</b>
      <Button size="small" icon="sealed" why={why} busy={act.busy ? text.sealing : null} onClick={() => void seal(false)}>
        {text.seal}
      </Button>
      <Dialog
        loses
        open={asking}
        onClose={() => setAsking(false)}
        title={text.unverifiedTitle(firstName(row.person.name))}
        lead={text.unverifiedBody}
        safe={text.unverifiedSafe}
        act={{ label: text.unverifiedAct, why, onAct: () => void seal(true) }}
      />
    </li>
  );
}
