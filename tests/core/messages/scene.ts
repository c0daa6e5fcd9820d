import { type Bytes, b64u, concat, utf8 } from '../../../main/core/bytes.ts';
import { aeadSeal, boxSeal, deriveKey, pad256, randomBytes } from '../../../main/core/crypto/sodium.ts';
import { accept, type Verdict } from '../../../main/core/messages/accept.ts';
import type { AcceptContext, KnownContact, KnownGrant, SentMessage } from '../../../main/core/messages/context.ts';
import { fixedHeader, messageHash } from '../../../main/core/messages/layout.ts';
import type { Payload, PayloadOf } from '../../../main/core/messages/payload.ts';
import { randomOrder, seal, sealBytes, signOpenBytes } from '../../../main/core/messages/seal.ts';
import { type Card, makeCard } from '../../../main/core/people/card.ts';
import { type Identity, identityOf } from '../../../main/core/people/identity.ts';

export const NOW = 1_790_000_000;
export const DAY = 86_400;
export const GRANT = b64u(new Uint8Array(16).fill(0x11));
export const ACCOUNT = b64u(new Uint8Array(16).fill(0x22));
export const OTHER_ACCOUNT = b64u(new Uint8Array(16).fill(0x23));
export const PORTS = { random: randomBytes, order: randomOrder };

export interface Person extends Identity {
  readonly card: Card;
}

function person(seed: number, name: string): Person {
  const identity = identityOf(new Uint8Array(32).fill(seed));
  return { ...identity, card: makeCard(identity, name) };
}

export const olga = person(1, 'Olga Owner');
export const farid = person(2, 'Farid Freelancer');
export const tess = person(3, 'Tess Third');
export const mallory = person(4, 'Olga Owner');

export const newId = (): string => b64u(randomBytes(16));
export const log = { n: 0, h: b64u(new Uint8Array(32)) };

/** Fields all payloads share, from one person to others, made now and good for 30 days. */
export const head = (from: Identity, ...to: readonly Identity[]) => ({
  v: 1 as const,
  id: newId(),
  from: from.fp,
  to: to.map(({ fp }) => fp),
  iat: NOW,
  exp: NOW + 30 * DAY,
});

export const item = { account: ACCOUNT, platform: 'tiktok', title: 'Shop', live_codes: true, password: 'correct horse' };

export const handoff = (from: Identity, ...to: readonly Identity[]): PayloadOf<1> => ({
  ...head(from, ...to),
  kind: 1,
  log,
  body: { grant: GRANT, use_until: NOW + 14 * DAY, items: [item] },
});

export const revoke = (from: Identity, ...to: readonly Identity[]): PayloadOf<6> => ({
  ...head(from, ...to),
  kind: 6,
  log,
  body: { grant: GRANT, reason: 'Campaign over' },
});

export const request = { platform: 'tiktok', account: '@shop', role: 'post', why: 'campaign', until: NOW + 14 * DAY };

export const openRequest = (from: Person): PayloadOf<0> => ({
  ...head(from),
  kind: 0,
  body: { card: b64u(from.card.bytes), request },
});

export const codeRequest = (from: Identity, to: Identity): PayloadOf<3> => ({
  ...head(from, to),
  exp: NOW + DAY,
  kind: 3,
  log,
  body: { grant: GRANT, account: ACCOUNT, when: { now: true } },
});

/** A message sealed as the app seals it; fails the test when it is too large. */
export function sealed(payload: Payload, from: Identity, ...to: readonly Person[]): Bytes {
  const message = seal(
    payload,
    from,
    to.map(({ card }) => card),
    PORTS,
  );
  if (message === null) throw new Error('too large');
  return message;
}

/** Any payload bytes under right cryptography: what someone with their own tools can make. */
export function forged(kind: number, payload: unknown, from: Identity, ...to: readonly Identity[]): Bytes {
  const bytes = payload instanceof Uint8Array ? payload : utf8(JSON.stringify(payload));
  if (kind === 0) return signOpenBytes(0, bytes, from);
  return sealBytes(
    kind,
    bytes,
    from,
    to.map(({ box }) => box.publicKey),
    PORTS,
  );
}

/** A header for one recipient and the key inside it; `committed` is the key it commits to. */
export function headerFor(kind: number, to: Identity, key = randomBytes(32), committed = key): { header: Bytes; key: Bytes } {
  const stanza = boxSeal(key, to.box.publicKey, randomBytes(32));
  const commitment = deriveKey(32, 2, 'lk1envlp', committed);
  return { header: concat(fixedHeader(kind, 1), stanza, commitment, randomBytes(24)), key };
}

/** Any bytes sealed under a header, as its owner could. */
export function bodyUnder(header: Uint8Array, inside: Uint8Array, key: Uint8Array): Bytes {
  return concat(header, aeadSeal(pad256(inside), header, header.subarray(-24), deriveKey(32, 1, 'lk1envlp', key)));
}

export interface World {
  readonly now?: number;
  readonly contacts?: readonly (readonly [Person, KnownContact['state']])[];
  readonly seen?: readonly (readonly [string, string])[];
  readonly sent?: Readonly<Record<string, SentMessage>>;
  readonly grants?: Readonly<Record<string, KnownGrant>>;
}

/** What a person's vault knows, for `accept`. */
export function worldOf(me: Identity, world: World = {}): AcceptContext {
  return {
    me,
    now: world.now ?? NOW,
    contact: (fp) => {
      const found = world.contacts?.find(([one]) => one.fp === fp);
      return found === undefined ? null : { card: found[0].card, state: found[1] };
    },
    seen: (from, id) => world.seen?.some((pair) => pair[0] === from && pair[1] === id) ?? false,
    sent: (id) => world.sent?.[id] ?? null,
    grant: (id) => world.grants?.[id] ?? null,
  };
}

/** What my vault remembers of a message I sent. */
export function sentAs(payload: Payload, message: Bytes, more: Partial<SentMessage> = {}): Record<string, SentMessage> {
  const { kind, to, exp, id } = payload;
  return { [id]: { kind, hash: b64u(messageHash(message)), to, exp, answered: false, ...more } };
}

/** A grant received from someone, with one account and codes to ask for. */
export const grantFrom = (peer: Identity, more: Partial<KnownGrant> = {}): Record<string, KnownGrant> => ({
  [GRANT]: {
    peer: peer.fp,
    mine: false,
    lastIat: 0,
    accounts: new Set([ACCOUNT]),
    liveCodes: new Set([ACCOUNT]),
    ...more,
  },
});

/** Class of a message for Farid, who knows and has verified Olga. */
export function forFarid(message: Bytes, world: World = {}): Verdict['class'] {
  return accept(message, worldOf(farid, { contacts: [[olga, 'verified']], ...world })).class;
}
