import type { Card } from '../people/card.ts';
import type { Identity } from '../people/identity.ts';
import type { When } from './code-request.ts';
import type { Kind } from './payload.ts';

/** What acceptance asks about a contact. */
export interface KnownContact {
  readonly card: Pick<Card, 'signKey'>;
  readonly state: 'unverified' | 'verified' | 'retired';
}

/** What acceptance asks about a message of mine. */
export interface SentMessage {
  readonly kind: Kind;
  /** Its hash, base64url. */
  readonly hash: string;
  /** Fingerprints of its recipients; empty for an open request. */
  readonly to: readonly string[];
  readonly exp: number;
  /** True when it waits no longer: answered by a verified contact, or closed by me. */
  readonly answered: boolean;
  /** Of a code request only: what was asked for, and the last day of its grant. */
  readonly code?: { readonly account: string; readonly when: When; readonly useUntil: number };
}

/** What acceptance asks about a grant, on either side. */
export interface KnownGrant {
  /** Fingerprint of the other side. */
  readonly peer: string;
  /** True when I gave it, false when I received it. */
  readonly mine: boolean;
  /** iat of the newest kind 1, 6 or 7 accepted for it; 0 when there is none. A revoke that came first makes the grant known. */
  readonly lastIat: number;
  readonly accounts: ReadonlySet<string>;
  /** Accounts for which codes may be asked. */
  readonly liveCodes: ReadonlySet<string>;
}

/** What acceptance may look up; it changes nothing. All ids, hashes and fingerprints are base64url, times Unix seconds. */
export interface AcceptContext {
  readonly me: Identity;
  /** The later of the clock and the highest clock this vault has seen. */
  readonly now: number;
  contact(fp: string): KnownContact | null;
  /** True when this sender has used this id before. */
  seen(from: string, id: string): boolean;
  sent(id: string): SentMessage | null;
  /** A grant of this number; of one that is not known, its end when this very sender sent that before: nobody else can end it early. */
  grant(id: string, from: string): KnownGrant | null;
}
