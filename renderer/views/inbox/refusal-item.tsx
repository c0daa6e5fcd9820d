import type { InboxItem } from '../../../shared/contracts/engine/inbox.ts';
import { firstName } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { inboxText } from '../../../shared/text/inbox.ts';
import { gotText, refusalText } from '../../../shared/text/requests.ts';
import { Button } from '../../components/button.tsx';
import { Field, Fields } from '../../components/field.tsx';
import { useAct } from '../../lib/act.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { useAsk } from '../../lib/query.ts';
import { go } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import { ItemHead } from './item-head.tsx';
import { ReceivedText } from './received-text.tsx';
import { SenderBanner } from './sender-banner.tsx';

/** A request of ours was refused; the reason is read once the words of the one who wrote it are compared. */
export function RefusalItem({ item }: { readonly item: InboxItem }) {
  const done = useAct('inbox.done');
  const { row, reason, request, secretsClosed } = item;
  // Words that were compared only after it came leave the request waiting until the answer is taken.
  const asked = useAsk('requests.get', { id: request ?? '' }, { when: request !== null }).data;
  const waits = asked?.row.state === 'waiting';
  const take = async (): Promise<void> => {
    const reply = await done.run({ id: row.id });
    if (!reply.ok) showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return (
    <>
      <ItemHead row={row} proof={gotText.signed}>
        {row.waiting && !secretsClosed && (
          <Button
            icon="check"
            variant={waits ? 'primary' : 'default'}
            busy={done.busy ? refusalText.taking : null}
            onClick={() => void take()}
          >
            {waits ? refusalText.take : inboxText.putAway}
          </Button>
        )}
      </ItemHead>
      <div className="stack inbox-stack">
        <SenderBanner contact={row.from.contact} todo={refusalText.unverifiedTodo} />
        <p>{refusalText.lead(plainLine(firstName(row.from.name)))}</p>
        <Fields slim>
          <Field name={refusalText.reason} wraps>
            {secretsClosed ? (
              <span className="c-ending">{refusalText.closed}</span>
            ) : reason === null ? (
              refusalText.none
            ) : (
              <ReceivedText lines>{reason}</ReceivedText>
            )}
          </Field>
        </Fields>
        {request !== null && (
          <div className="row">
            <Button iconEnd="forward" onClick={() => go({ view: 'requests', request, open: true })}>
              {refusalText.toRequest}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
