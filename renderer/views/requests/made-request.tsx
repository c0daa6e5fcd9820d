import { useState } from 'react';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { firstName } from '../../../shared/text/common.ts';
import { errorLine, errorText } from '../../../shared/text/errors.ts';
import { sealedText } from '../../../shared/text/handoff.ts';
import { agoText, askedOf, askedText } from '../../../shared/text/requests.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { DetailHead } from '../../components/detail-head.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Mark } from '../../components/mark.tsx';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { useAsk } from '../../lib/query.ts';
import { showToast } from '../../lib/toast-store.ts';
import { SealedText } from '../handoff/sealed-text.tsx';
import { MadeFacts } from './made-facts.tsx';
import { MadeState } from './made-state.tsx';
import { RequestAnswers } from './request-answers.tsx';
import '../handoff/handoff.css';

/** One request of ours: how it stands, who answered, what was asked, and the ways to ask again or stop waiting. */
export function MadeRequest({ id }: { readonly id: string }) {
  const { data: request, failure } = useAsk('requests.get', { id });
  const again = useAct('requests.again');
  const close = useAct('requests.close');
  const why = useWhyReadOnly();
  const [sealed, setSealed] = useState<Sealed | null>(null);
  const [closing, setClosing] = useState(false);
  if (failure !== null) {
    const { what, todo } = errorText(failure.code, failure.facts);
    return <EmptyState title={what}>{todo}</EmptyState>;
  }
  if (request === undefined) return null;
  const { row, answers } = request;
  const waits = row.state === 'waiting';
  const now = engineNow();
  const account = plainLine(row.account);
  const giveOut = async (): Promise<void> => {
    const reply = await again.run({ id });
    if (reply.ok) setSealed(reply.value.sealed);
    else showToast({ text: errorLine(reply.code, reply.facts) });
  };
  const stop = async (): Promise<void> => {
    const reply = await close.run({ id });
    setClosing(false);
    if (!reply.ok) showToast({ text: errorLine(reply.code, reply.facts) });
  };
  const sub = [
    plainLine(askedOf(row)),
    agoText(row.made, now),
    row.open ? askedText.open : askedText.sealed,
    row.nudged === null ? null : askedText.nudged(agoText(row.nudged, now)),
  ].filter((part) => part !== null);
  return (
    <>
      <DetailHead mark={<Mark platform={row.platform} size="big" />} title={account} sub={sub.join(' · ')} />
      <div className="stack asked-stack">
        {answers.length > 0 ? (
          <RequestAnswers answers={answers} open={row.open} />
        ) : (
          <MadeState request={request} now={now} name={row.person === null ? null : plainLine(firstName(row.person.name))} />
        )}
        {waits && (
          <div className="row wrap">
            <Button icon="send" why={why} busy={again.busy ? askedText.makingAgain : null} onClick={() => void giveOut()}>
              {askedText.again}
            </Button>
            <Button variant="quiet" why={why} onClick={() => setClosing(true)}>
              {askedText.close}
            </Button>
          </div>
        )}
        {waits && sealed !== null && (
          <div className="stack">
            <p className="small soft pretty">{askedText.againBody}</p>
            <SealedText sealed={sealed} fileName={sealedText.requestFile(account)} primary />
          </div>
        )}
        <MadeFacts request={request} now={now} />
      </div>
      <Dialog
        open={closing}
        onClose={() => setClosing(false)}
        title={askedText.closeTitle(account)}
        lead={askedText.closeBody}
        safe={askedText.keep}
        act={{ label: askedText.close, why, busy: close.busy ? askedText.closing : null, onAct: () => void stop() }}
        loses
      />
    </>
  );
}
