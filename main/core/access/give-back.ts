import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import type { Outbox } from '../messages/outbox.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import { isLive } from './grant-state.ts';
import type { Receipts } from './receipts.ts';
import type { Received } from './received.ts';

/** Returns what was lent before its end: the secrets leave this vault, and a receipt says so. */
export async function giveBack(
  of: { book: Book; contacts: Contacts; received: Received; receipts: Receipts; outbox: Outbox },
  id: string,
): Promise<{ receipt: Sealed } | Refused> {
  const { book, contacts, received, receipts, outbox } = of;
  const done = await book.change((draft) => {
    const item = book.get('received', id);
    const grant = item === null ? null : book.get('grant', item.grant);
    if (item === null || grant === null) return refuse('not_found');
    if (!isLive(grant, book.now())) return refuse('access_ended');
    const receipt = receipts.ofGrant(draft, item.grant, grant, 'purged');
    if (isRefused(receipt)) return receipt;
    received.purge(draft, item.grant, { ...grant, ended: book.now() });
    received.settle(draft, item.grant);
    draft.note('given-back', { who: contacts.fp(grant.contact), ref: item.grant });
    return { message: receipt.id };
  });
  if (isRefused(done)) return done;
  const receipt = outbox.get(done.message);
  return isRefused(receipt) ? receipt : { receipt };
}
