import { fromB64u } from '../bytes.ts';
import type { Contacts } from '../people/contacts.ts';
import { readCard } from '../people/card.ts';
import type { Identity } from '../people/identity.ts';
import type { Book } from '../records/book.ts';
import type { AcceptContext, KnownGrant } from './context.ts';
import type { Kind } from './payload.ts';

/** What acceptance may ask of a vault. */
export function lookUps(book: Book, contacts: Contacts, me: Identity): AcceptContext {
  return {
    me,
    now: book.now(),
    contact(fp) {
      const entry = contacts.byFingerprint(fp);
      const bytes = entry === null ? null : fromB64u(entry.data.card);
      const card = bytes === null ? null : readCard(bytes);
      return entry === null || card === null ? null : { card, state: entry.data.state };
    },
    seen: (from, id) => book.all('seen').some(({ data }) => data.from === from && data.message === id),
    sent(id) {
      const data = book.get('sent', id);
      return data === null
        ? null
        : { kind: data.kind as Kind, hash: data.hash, to: data.to, exp: data.exp, answered: data.answered };
    },
    grant: (id) => knownGrant(book, id),
  };
}

function knownGrant(book: Book, id: string): KnownGrant | null {
  const grant = book.all('grant').find(({ data }) => data.grant === id)?.data;
  if (grant === undefined) return null;
  const accounts = grant.side === 'given' ? grant.accounts : receivedAccounts(book, grant.accounts);
  return {
    // A grant whose contact does not read is known all the same, so that nobody else can state it again.
    peer: book.get('contact', grant.contact)?.fp ?? '',
    mine: grant.side === 'given',
    lastIat: grant.last_iat,
    accounts: new Set(accounts),
    liveCodes: new Set(grant.live_codes),
  };
}

function receivedAccounts(book: Book, items: readonly string[]): string[] {
  return items.flatMap((item) => book.get('received', item)?.account ?? []);
}
