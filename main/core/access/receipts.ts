import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import { isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { sealedSentence } from '../../../shared/text/sealed.ts';
import type { Outbox } from '../messages/outbox.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Me } from '../people/me.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { endOf } from './grant-state.ts';

/** A receipt may be opened this long after it was made, in seconds. */
const RECEIPT_LIFE = 90 * 86_400;

/** What a receipt tells, of which message, to whom. */
export interface ReceiptOrder {
  readonly contact: string;
  readonly answers: { readonly re: string; readonly reh: string };
  /** The grant's record, under which the receipt is kept. */
  readonly grant: string;
  readonly event: 'opened' | 'declined' | 'purged' | 'expired';
  readonly about: string;
  /** True when what is gone here is gone because its giver ended it. */
  readonly isRevoked?: boolean;
}

/** Signed word of what became of something lent to us. */
export class Receipts {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #me: Me;
  readonly #outbox: Outbox;

  constructor(of: { book: Book; contacts: Contacts; me: Me; outbox: Outbox }) {
    this.#book = of.book;
    this.#contacts = of.contacts;
    this.#me = of.me;
    this.#outbox = of.outbox;
  }

  /** Drafts a receipt. */
  seal(draft: Draft, { contact, answers, grant, event, about, isRevoked = false }: ReceiptOrder): { id: string } | Refused {
    const card = this.#contacts.card(contact);
    if (card === null) return refuse('not_found');
    const now = this.#book.now();
    return this.#outbox.seal(draft, {
      kind: 5,
      body: { event, at: now },
      to: [card],
      iat: now,
      exp: now + RECEIPT_LIFE,
      answers,
      grant,
      sentence: sealedSentence({
        kind: 'receipt',
        from: this.#me.name,
        for: card.name,
        title: about,
        receipt: isRevoked ? 'revoked' : event,
      }),
    });
  }

  /** Drafts a receipt for the message that brought a grant. */
  ofGrant(draft: Draft, id: string, grant: Data<'grant'>, event: ReceiptOrder['event']): { id: string } | Refused {
    if (grant.message === undefined || grant.message_hash === undefined) return refuse('not_found');
    const about = this.#book.get('received', grant.accounts[0] ?? '')?.title ?? '';
    const answers = { re: grant.message, reh: grant.message_hash };
    const isRevoked = event === 'purged' && grant.revoked !== undefined && grant.ended === grant.revoked;
    return this.seal(draft, { contact: grant.contact, answers, grant: id, event, about, isRevoked });
  }

  /** The word that a received grant is over here: it ran to its last day and its secrets are gone. Made once, given out as often as wanted. */
  async over(item: string): Promise<{ receipt: Sealed } | Refused> {
    const done = await this.#book.change((draft) => {
      const id = this.#book.get('received', item)?.grant;
      const grant = id === undefined ? null : this.#book.get('grant', id);
      if (id === undefined || grant === null || grant.opened === undefined) return refuse('not_found');
      if (this.#book.now() < endOf(grant) || grant.purged === undefined) return refuse('grant_not_ended');
      const made = this.#book.all('sent').findLast(({ data }) => data.kind === 5 && data.grant === id && data.iat >= endOf(grant));
      if (made !== undefined) return { message: made.id };
      const receipt = this.ofGrant(draft, id, grant, grant.ended === undefined ? 'expired' : 'purged');
      if (isRefused(receipt)) return receipt;
      draft.note('receipt-made', { who: this.#contacts.fp(grant.contact), ref: id });
      return { message: receipt.id };
    });
    if (isRefused(done)) return done;
    const receipt = this.#outbox.get(done.message);
    return isRefused(receipt) ? receipt : { receipt };
  }
}
