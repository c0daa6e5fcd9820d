import type { GrantDetail } from '../../../shared/contracts/engine/grants.ts';
import { exposureText } from '../../../shared/text/accounts.ts';
import { firstName } from '../../../shared/text/common.ts';
import { grantText as text, receiptLine } from '../../../shared/text/grant-life.ts';
import { Caption, Card } from '../../components/card.tsx';
import { Edge } from '../../components/promise-mark.tsx';
import { capital } from '../../lib/capital.ts';
import { engineNow } from '../../lib/clock-sync.ts';

export type GrantToldProps = { readonly grant: GrantDetail; readonly name: string };

/** What its recipient sent back: what a signature proves, and what only their app says. */
export function GrantTold({ grant: { receipts }, name }: GrantToldProps) {
  const now = engineNow();
  return (
    <>
      <Caption>{text.receipts}</Caption>
      <Card className="grant-edges">
        {receipts.length === 0 ? (
          <p className="small soft">
            <b>{text.noReceipt}.</b> {text.noReceiptBody}
          </p>
        ) : (
          receipts.map((receipt) => {
            const { kind, proof, body } = receiptLine(receipt, name, now);
            return (
              <Edge key={`${receipt.event}${receipt.at}`} strong kind={kind} label={capital(proof)}>
                {body}
              </Edge>
            );
          })
        )}
      </Card>
    </>
  );
}

/** What was seen under it and outlives its end. */
export function GrantStays({ grant: { exposures, receipts }, live }: { readonly grant: GrantDetail; readonly live: boolean }) {
  const now = engineNow();
  const unopened = receipts.every(({ event }) => event !== 'opened');
  const said = exposures.map((exposure) => exposureText({ ...exposure, seenBy: firstName(exposure.seenBy.name), unopened }, now));
  // Codes sent once more, up to the same end, are one thing to know.
  const different = new Map(said.map((one) => [`${one.title} ${one.body}`, one]));
  return (
    <>
      <Caption>{live ? text.stays : text.stayed}</Caption>
      <Card className="grant-edges">
        {exposures.length === 0 ? (
          <p className="small soft">{text.nothingStays}</p>
        ) : (
          [...different].map(([key, { title, body }]) => (
            <Edge key={key} kind="exposed" label={title}>
              {body}
            </Edge>
          ))
        )}
      </Card>
    </>
  );
}
