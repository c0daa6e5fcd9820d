import { assertNever } from '../errors.ts';
import { firstName } from './common.ts';
import { formatUntil } from './zoned.ts';
import { inLanguage } from './language.ts';

/** What stands above a sealed block: enough for a person to know what it is and what to do with it, and no secret. */
export interface SealedFacts {
  readonly kind: 'card' | 'handoff' | 'refusal' | 'request' | 'code_request' | 'code' | 'receipt' | 'revoke' | 'pass';
  readonly from: string;
  /** Null for a card, which is for anybody. */
  readonly for: string | null;
  /** The account, as `Instagram, @harbourbakery`; null when the sentence should not name it. */
  readonly title?: string | null;
  /** Unix seconds, the owner's zone, and the reader's zone when it is known. */
  readonly until?: { readonly at: number; readonly zone: string; readonly theirZone?: string | null } | null;
  /** Of a request: signed, but readable by anyone on the way. */
  readonly open?: boolean;
  /** Of a receipt; `revoked` is one for an end its reader sent. */
  readonly receipt?: 'opened' | 'declined' | 'purged' | 'expired' | 'revoked' | null;
}

/** The one human sentence above a sealed block: who, for whom, until when, what to do with it. */
export const sealedSentence = inLanguage('sealed.sealedSentence', (facts: SealedFacts): string => {
  const { kind, from } = facts;
  const reader = facts.for === null ? null : firstName(facts.for);
  const about = facts.title ?? null;
  const until =
    facts.until === null || facts.until === undefined
      ? ''
      : ` until ${formatUntil(facts.until.at, facts.until.zone, facts.until.theirZone)}`;
  const paste = 'Copy the whole block and paste it into Latchkey, under Inbox.';
  const only = reader === null || facts.open === true ? paste : `Only ${reader} can open it. ${paste}`;
  const to = facts.for === null ? `From ${from}` : `From ${from}, for ${facts.for}`;
  const of = about === null ? '' : ` of ${about}`;
  switch (kind) {
    case 'card':
      return `${from}’s Latchkey card: public keys, nothing secret. Paste it into Latchkey, under People, then compare the eight words on a call.`;
    case 'handoff':
      return `${to}: ${about ?? 'a login'}, lent${until}. ${only}`;
    case 'pass':
    case 'code':
      return `${to}: the code you asked for${of}${until === '' ? '' : `, good${until}`}. ${only}`;
    case 'refusal':
      return `${to}: an answer to your request${of}. ${only}`;
    case 'request':
      return `${to}: a request to borrow ${about ?? 'a login'}${until}. ${only}`;
    case 'code_request':
      return `${to}: a request for a code${of}${until === '' ? '' : `, open${until}`}. ${only}`;
    case 'receipt':
      return `${to}: a receipt${of}${receiptWords(facts.receipt ?? null, reader)}. ${only}`;
    case 'revoke':
      return `${to}: the end${of}. Latchkey removes the secrets it holds when this is pasted in. ${only}`;
    default:
      return assertNever(kind);
  }
});

function receiptWords(receipt: NonNullable<SealedFacts['receipt']> | null, reader: string | null): string {
  if (receipt === null) return '';
  const revoked = `, ended by ${reader ?? 'its owner'} and removed here`;
  return { opened: ', opened', declined: ', declined', purged: ', given back', expired: ', ended on its last day', revoked }[
    receipt
  ];
}
