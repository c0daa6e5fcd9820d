import type { InboxItem } from '../../../shared/contracts/engine/inbox.ts';
import { firstName } from '../../../shared/text/common.ts';
import { inboxText } from '../../../shared/text/inbox.ts';
import { Button } from '../../components/button.tsx';
import { go } from '../../lib/route.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { ItemHead } from './item-head.tsx';
import { SenderBanner } from './sender-banner.tsx';

/** A card that came in: its person is among the people now. */
export function CardItem({ item }: { readonly item: InboxItem }) {
  const { row } = item;
  const { contact } = row.from;
  const name = plainLine(firstName(row.from.name));
  return (
    <>
      <ItemHead row={row} proof={null} />
      <div className="stack inbox-stack">
        <SenderBanner contact={contact} todo={inboxText.cardTodo} />
        <p className="pretty">{inboxText.cardBody(name)}</p>
        {contact !== null && (
          <div className="row">
            <Button icon="person" onClick={() => go({ view: 'people', person: contact, open: true })}>
              {inboxText.toPerson(name)}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
