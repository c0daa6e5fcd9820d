import type { InboxItem } from '../../../shared/contracts/engine/inbox.ts';
import { proofText } from '../../../shared/text/common.ts';
import { inboxText } from '../../../shared/text/inbox.ts';
import { Button } from '../../components/button.tsx';
import { Field, Fields } from '../../components/field.tsx';
import { useAct } from '../../lib/act.ts';
import { ItemHead } from './item-head.tsx';
import { ReceivedText } from './received-text.tsx';
import { SenderBanner } from './sender-banner.tsx';

/** An item of a kind that is only read here: who sent it, about what, and the word that came with it. */
export function PlainItem({ item }: { readonly item: InboxItem }) {
  const done = useAct('inbox.done');
  const { row, reason } = item;
  return (
    <>
      <ItemHead row={row} proof={proofText.signed}>
        {row.waiting && (
          <Button icon="check" busy={done.busy ? inboxText.done : null} onClick={() => void done.run({ id: row.id })}>
            {inboxText.putAway}
          </Button>
        )}
      </ItemHead>
      <div className="stack inbox-stack">
        <SenderBanner contact={row.from.contact} todo={inboxText.unverifiedTodo} />
        {reason !== null && (
          <Fields>
            <Field name={inboxText.reason} wraps>
              <ReceivedText lines>{reason}</ReceivedText>
            </Field>
          </Fields>
        )}
      </div>
    </>
  );
}
