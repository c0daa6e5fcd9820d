import type { InboxItem } from '../../../shared/contracts/engine/inbox.ts';
import type { CodeRequestDetail } from '../../../shared/contracts/engine/relay.ts';
import { firstName, quoted } from '../../../shared/text/common.ts';
import { formatDayTime } from '../../../shared/text/dates.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { inboxText } from '../../../shared/text/inbox.ts';
import { answerText as text, askedText, askedWhen, soFarText } from '../../../shared/text/relay.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Field, Fields } from '../../components/field.tsx';
import { Ring } from '../../components/ring.tsx';
import { AskAgain } from '../../lib/ask-again.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { useAsk } from '../../lib/query.ts';
import { go } from '../../lib/route.ts';
import { useNow } from '../../lib/ticker.ts';
import type { CachedCall } from '../../lib/topics.ts';
import { ownZone } from '../handoff/own-zone.ts';
import { CodeAnswerCard } from './code-answer.tsx';
import { ItemHead } from './item-head.tsx';
import { ReceivedText } from './received-text.tsx';
import { SenderBanner } from './sender-banner.tsx';

const byTime: readonly CachedCall[] = ['relay.get', 'relay.list', 'inbox.list', 'vault.state'];
const LIFE = 86_400;

export type CodeRequestItemProps = { readonly item: InboxItem; readonly id: string };

/** Somebody asks for a code: of what, for when by both clocks, how many they got already; and the answer by hand. */
export function CodeRequestItem({ item, id }: CodeRequestItemProps) {
  const { data: asked, failure } = useAsk('relay.get', { id });
  if (failure !== null) {
    const { what, todo } = errorText(failure.code, failure.facts);
    return <EmptyState title={what}>{todo}</EmptyState>;
  }
  if (asked === undefined) return null;
  const { row } = asked;
  const name = plainLine(firstName(row.person.name));
  const waits = row.state === 'waiting';
  return (
    <>
      <AskAgain at={waits ? row.expires : null} calls={byTime} />
      <ItemHead row={item.row} proof={inboxText.signedBy}>
        {waits && <TimeLeft expires={row.expires} />}
      </ItemHead>
      <div className="stack inbox-stack">
        <SenderBanner contact={row.person.contact} todo={text.notCompared} />
        {!waits && <CodeAnswerCard asked={asked} name={name} />}
        <CodeRequestFacts asked={asked} />
        {waits && <CodeAnswerCard asked={asked} name={name} />}
      </div>
    </>
  );
}

function TimeLeft({ expires }: { readonly expires: number }) {
  const left = Math.max(0, expires - useNow());
  return (
    <span className="row small soft code-left">
      <Ring size={24} value={left / LIFE} />
      {askedText.left(left)}
    </span>
  );
}

function CodeRequestFacts({ asked }: { readonly asked: CodeRequestDetail }) {
  const { row } = asked;
  const now = engineNow();
  return (
    <Fields slim>
      <Field
        name={text.account}
        wraps
        acts={
          <Button size="small" variant="quiet" iconEnd="forward" onClick={() => go({ view: 'grant', id: row.grant })}>
            {text.toGrant}
          </Button>
        }
      >
        <b>{row.title}</b> {row.username}
      </Field>
      <Field name={text.when} wraps>
        {askedWhen(row.when, now, ownZone())}
      </Field>
      {row.why !== null && (
        <Field name={text.why} wraps>
          <ReceivedText>{quoted(row.why)}</ReceivedText>
        </Field>
      )}
      <Field name={text.soFar}>{soFarText(asked)}</Field>
      {row.state === 'waiting' && <Field name={text.waits}>{formatDayTime(row.expires, now)}</Field>}
    </Fields>
  );
}
