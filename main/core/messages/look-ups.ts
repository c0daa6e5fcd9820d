import { fromB64u } from '../bytes.ts';
import type { Contacts } from '../people/contacts.ts';
import { readCard } from '../people/card.ts';
import type { Identity } from '../people/identity.ts';
import type { Book } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Entry } from '../records/shapes.ts';
import type { AcceptContext, KnownGrant, SentMessage } from './context.ts';
import type { Kind } from './payload.ts';

const bySender = ({ data }: Entry<'seen'>): string => data.from;
const byMessage = ({ data }: Entry<'code_request'>): string => data.message;
const byNumber = ({ data }: Entry<'grant'> | Entry<'revoked'>): string => data.grant;

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
    seen: (from, id) => (groupedBy(book.all('seen'), bySender).get(from) ?? []).some(({ data }) => data.message === id),
    sent(id) {
      const data = book.get('sent', id);
      return data === null
        ? null
        : { kind: data.kind as Kind, hash: data.hash, to: data.to, exp: data.exp, answered: data.answered, ...codeAsked(book, id) };
    },
    grant: (id, from) => knownGrant(book, id, from),
  };
}

/** Of a code request of ours: what was asked for, and the last day of its grant; put away, as when its grant ended, it takes no answer. */
function codeAsked(book: Book, message: string): Partial<Pick<SentMessage, 'code' | 'answered'>> {
  const asked = groupedBy(book.all('code_request'), byMessage)
    .get(message)
    ?.find(({ data }) => data.side === 'made')?.data;
  const item = asked === undefined ? null : book.get('received', asked.account);
  const grant = asked === undefined ? null : book.get('grant', asked.grant);
  if (asked === undefined || item === null || grant === null) return {};
  if (asked.state !== 'waiting') return { answered: true };
  const { from, to, zone } = asked;
  const when = from === undefined || to === undefined || zone === undefined ? { now: true as const } : { from, to, zone };
  return { code: { account: item.account, when, useUntil: grant.until } };
}

function knownGrant(book: Book, id: string, from: string): KnownGrant | null {
  const grant = groupedBy(book.all('grant'), byNumber).get(id)?.[0]?.data;
  if (grant === undefined) return endedEarly(book, id, from);
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

/** A grant whose end came before its handoff. */
function endedEarly(book: Book, id: string, from: string): KnownGrant | null {
  const revoked = (groupedBy(book.all('revoked'), byNumber).get(id) ?? []).filter(({ data }) => data.from === from);
  const newest = revoked.toSorted((a, b) => b.data.iat - a.data.iat)[0]?.data;
  if (newest === undefined) return null;
  return { peer: newest.from, mine: false, lastIat: newest.iat, accounts: new Set(), liveCodes: new Set() };
}

function receivedAccounts(book: Book, items: readonly string[]): string[] {
  return items.flatMap((item) => book.get('received', item)?.account ?? []);
}
