import type { InboxItem } from '../../../shared/contracts/engine/inbox.ts';
import { firstName, proofText } from '../../../shared/text/common.ts';
import { inboxText, receiptText } from '../../../shared/text/inbox.ts';
import { isBuilt } from '../../app/places.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Edge } from '../../components/promise-mark.tsx';
import { capital } from '../../lib/capital.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { go } from '../../lib/route.ts';
import { ItemHead } from './item-head.tsx';
import { SenderBanner } from './sender-banner.tsx';

/** A receipt: what it says, and what that proves. */
export function ReceiptItem({ item }: { readonly item: InboxItem }) {
  const { row, grant } = item;
  if (row.receipt === null) return <ItemHead row={row} proof={proofText.signed} />;
  const { proof, body, exposed } = receiptText(row.receipt, plainLine(firstName(row.from.name)));
  const toRuns = exposed !== null && isBuilt('runs');
  return (
    <>
      <ItemHead row={row} proof={proofText.signed} />
      <div className="stack inbox-stack">
        <SenderBanner contact={row.from.contact} todo={inboxText.unverifiedTodo} />
        <Card pad>
          <Edge strong kind={proof === proofText.signed ? 'sealed' : 'courtesy'} label={capital(proof)}>
            {body}
          </Edge>
          {exposed !== null && (
            <div className="inbox-edge">
              <Edge strong kind="exposed" label={capital(exposed.label)}>
                {exposed.body}
              </Edge>
            </div>
          )}
        </Card>
        {(toRuns || grant !== null) && (
          <div className="row">
            {toRuns && (
              <Button iconEnd="forward" onClick={() => go({ view: 'runs', run: null })}>
                {inboxText.toRuns}
              </Button>
            )}
            {grant !== null && (
              <Button variant="quiet" iconEnd="forward" onClick={() => go({ view: 'grant', id: grant })}>
                {inboxText.toLoan}
              </Button>
            )}
          </div>
        )}
      </div>
    </>
  );
}
