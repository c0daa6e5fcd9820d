import type { InboxItem } from '../../../shared/contracts/engine/inbox.ts';
import { firstName } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { givesSecret, inboxText, offeredPromises } from '../../../shared/text/inbox.ts';
import { answeringText, refusalText } from '../../../shared/text/requests.ts';
import { Button } from '../../components/button.tsx';
import { Edge } from '../../components/promise-mark.tsx';
import { Card } from '../../components/card.tsx';
import { capital } from '../../lib/capital.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { useAsk } from '../../lib/query.ts';
import { go } from '../../lib/route.ts';
import type { Handoff } from './handoff.ts';
import { HandoffAnswer } from './handoff-answer.tsx';
import { HandoffFacts } from './handoff-facts.tsx';
import { ItemHead } from './item-head.tsx';
import { OpenAnyway } from './open-anyway.tsx';
import { SenderBanner } from './sender-banner.tsx';
import { useAnswer } from './use-answer.ts';

export type HandoffItemProps = { readonly item: InboxItem; readonly handoff: Handoff };

/** A login lent to oneself: who lends what until when, by which rules, and the answer. */
export function HandoffItem({ item, handoff }: HandoffItemProps) {
  const { row, secretsClosed } = item;
  const name = plainLine(firstName(row.from.name));
  const { contact } = row.from;
  const lender = useAsk('people.get', { id: contact ?? '' }, { when: contact !== null }).data;
  const answer = useAnswer(row.id);
  const { failure } = answer;
  const offered = handoff.state === 'offered';
  // A question comes after what it is about, its answer before.
  const said = <HandoffAnswer row={row} handoff={handoff} answer={answer} name={name} />;
  return (
    <>
      <ItemHead row={row} proof={inboxText.signedBy} />
      <div className="stack inbox-stack">
        <SenderBanner
          contact={contact}
          todo={secretsClosed ? inboxText.unverifiedTodo : inboxText.openedUnchecked}
          other={
            secretsClosed && handoff.state !== 'declined' && handoff.state !== 'ended' ? (
              <OpenAnyway id={row.id} name={name} />
            ) : undefined
          }
        />
        {item.request !== null && (
          <div className="row wrap">
            <span className="soft">{answeringText.answers}</span>
            <Button size="small" variant="quiet" onClick={() => go({ view: 'requests', request: item.request, open: true })}>
              {refusalText.toRequest}
            </Button>
          </div>
        )}
        {!offered && said}
        <HandoffFacts handoff={handoff} closed={secretsClosed} before={row.before} lender={{ zone: lender?.zone ?? null, name }} />
        {offered && (
          <Card pad className="inbox-promises">
            {offeredPromises(name, {
              codes: handoff.items.some(({ codes }) => codes > 0),
              secrets: handoff.items.some(givesSecret),
            }).map(({ kind, label, body }) => (
              <Edge key={kind} strong kind={kind} label={capital(label)}>
                {body}
              </Edge>
            ))}
          </Card>
        )}
        {failure !== null && (
          <p className="hint error" role="alert">
            {errorLine(failure.code, failure.facts)}
          </p>
        )}
        {offered && said}
      </div>
    </>
  );
}
