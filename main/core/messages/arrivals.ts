import type { Refused } from '../../../shared/errors.ts';
import type { Draft } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import type { AcceptedMessage } from './accept.ts';
import type { Kind, PayloadOf } from './payload.ts';

/** An accepted message on its way to the records it changes; `contact` is its sender's record, which may be drafted in this very change. */
export interface Arriving<K extends Kind> {
  readonly payload: PayloadOf<K>;
  /** Hash of the binary message, base64url. */
  readonly hash: string;
  readonly contact: string;
  readonly sender: AcceptedMessage['sender'];
}

/** What the inbox keeps of a message beside its sender, and when it came. */
export type ArrivedFacts = Omit<Data<'arrived'>, 'contact' | 'at'>;

/**
 * Drafts what one kind of message changes and says what the inbox is to show of it. That it is not read twice, and that it answers what waited,
 * is drafted by the inbox. A refusal leaves the message unread.
 */
export type Taker<K extends Kind> = (draft: Draft, arriving: Arriving<K>) => ArrivedFacts | Refused;

/** The kinds that are taken, each by whom; a kind without a taker is left unread, so that a later version may read it. */
export type Takers = { readonly [K in Kind]?: Taker<K> };
