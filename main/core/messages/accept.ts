import { type Bytes, b64u } from '../bytes.ts';
import { verify } from '../crypto/sodium.ts';
import { type Card, readCardField } from '../people/card.ts';
import type { AcceptContext } from './context.ts';
import type { MessageFault } from './fault.ts';
import { messageHash, signedBytes } from './layout.ts';
import { type OpenedMessage, openMessage } from './open.ts';
import { passEnd } from './pass-rules.ts';
import { type AnyPayload, type Payload, readPayload } from './payload.ts';
import { answersWaitingRequest, ownFault } from './rules.ts';

const DAY = 86_400;
const AHEAD_MAX = DAY;
const LIFETIME_MAX = 400 * DAY;
const CODE_REQUEST_LIFETIME_MAX = DAY;
const TYPED_CODE_LIFETIME = 600;
const AFTER_LAST_STEP = 30;
const SEEN_KEPT = 2 * DAY;

/** A message that passed every check, with what the caller has to remember before acting on it. */
export interface AcceptedMessage {
  /** `unverified`: kept, but its secrets and a refusal's word stay closed until the sender's words are typed or an override is logged. */
  readonly class: 'accepted' | 'unverified';
  readonly message: Payload;
  /** Hash of the binary message, base64url: what an answer holds in `reh`. */
  readonly hash: string;
  /** Who signed it: a contact's state, or `stranger` for a key not known before. */
  readonly sender: 'verified' | 'unverified' | 'stranger';
  /** The sender's own card when the message carries one; for a stranger it proposes an unverified contact. */
  readonly card: Card | null;
  /** The pair to keep until this second, so that no message counts twice. */
  readonly remember: { readonly from: string; readonly id: string; readonly until: number };
  /** Id of a request of mine that waits no longer because of this message; null when none. */
  readonly closes: string | null;
  /** The grant whose newest iat rises with this message; null when none. */
  readonly raises: { readonly grant: string; readonly iat: number } | null;
}

/** What a message comes to: accepted, or the first check it failed. */
export type Verdict = AcceptedMessage | { readonly class: MessageFault };

interface Sender {
  readonly state: AcceptedMessage['sender'];
  readonly signKey: Uint8Array;
  readonly card: Card | null;
}

const bodyCard = ({ body }: AnyPayload): Card | null =>
  'card' in body && body.card !== undefined ? readCardField(body.card) : null;

function findSender(payload: AnyPayload, open: boolean, context: AcceptContext): Sender | 'unknown_sender' | 'retired' {
  const card = open || payload.kind === 1 ? bodyCard(payload) : null;
  if (card !== null && card.fp !== payload.from) return 'unknown_sender';
  const contact = context.contact(payload.from);
  if (contact?.state === 'retired') return 'retired';
  if (contact !== null) return { state: contact.state, signKey: contact.card.signKey, card };
  const mayBeStranger = open || answersWaitingRequest(payload, context);
  return card !== null && mayBeStranger ? { state: 'stranger', signKey: card.signKey, card } : 'unknown_sender';
}

function signatureFault(opened: OpenedMessage, signKey: Uint8Array): 'signature' | null {
  const signed = signedBytes(opened.kind, opened.header, opened.payload);
  return verify(opened.signature, signed, signKey) ? null : 'signature';
}

function addressFault({ to }: AnyPayload, opened: OpenedMessage, me: string): 'recipient_list' | null {
  const addressed = opened.kind === 0 ? to.length === 0 : to.length === opened.n && to.includes(me);
  return addressed ? null : 'recipient_list';
}

function timeFault(payload: Payload, now: number): 'not_yet' | 'expired' | 'lifetime' | null {
  const lifetime = payload.exp - payload.iat;
  if (payload.iat > now + AHEAD_MAX) return 'not_yet';
  if (payload.exp <= now) return 'expired';
  if (lifetime <= 0 || lifetime > (payload.kind === 3 ? CODE_REQUEST_LIFETIME_MAX : LIFETIME_MAX)) return 'lifetime';
  if (payload.kind !== 4) return null;
  const end = 'typed' in payload.body ? payload.iat + TYPED_CODE_LIFETIME : passEnd(payload.body.pass) + AFTER_LAST_STEP;
  return payload.exp === end ? null : 'lifetime';
}

function isKind(payload: AnyPayload, kind: number): payload is Payload {
  return payload.kind === kind;
}

function judge(message: Bytes, context: AcceptContext): AcceptedMessage | MessageFault {
  const opened = openMessage(message, context.me.box);
  if (typeof opened === 'string') return opened;
  const read = readPayload(opened.payload);
  if ('fault' in read) return read.fault;
  const { payload } = read;
  const open = opened.kind === 0;
  // Of an open request the kind comes first: only the card in that kind's body can say whose signature it bears.
  if (open && payload.kind !== 0) return 'kind_mismatch';
  const sender = findSender(payload, open, context);
  if (typeof sender === 'string') return sender;
  const fault = signatureFault(opened, sender.signKey) ?? addressFault(payload, opened, context.me.fp);
  if (fault !== null) return fault;
  if (!isKind(payload, opened.kind)) return 'kind_mismatch';
  const late = timeFault(payload, context.now);
  if (late !== null) return late;
  if (context.seen(payload.from, payload.id)) return 'seen';
  return ownFault(payload, context) ?? outcome(message, payload, sender, context);
}

function outcome(message: Bytes, payload: Payload, sender: Sender, context: AcceptContext): AcceptedMessage {
  const { kind, from, id, exp, iat, body } = payload;
  const holdsSecrets = kind === 1 || kind === 4 || kind === 7;
  const re = holdsSecrets ? payload.re : undefined;
  // A code request was put to one key and is answered once, verified or not; an access request goes on waiting for a verified answer.
  const closing = re !== undefined && (sender.state === 'verified' || context.sent(re)?.kind === 3);
  const counts = kind === 1 || kind === 6 || kind === 7;
  return {
    class: holdsSecrets && sender.state !== 'verified' ? 'unverified' : 'accepted',
    message: payload,
    hash: b64u(messageHash(message)),
    sender: sender.state,
    card: sender.card,
    remember: { from, id, until: exp + SEEN_KEPT },
    closes: closing ? re : null,
    raises: counts && 'grant' in body ? { grant: body.grant, iat } : null,
  };
}

/**
 * Judges a message (binary, not armored) by every rule, in the order of `FORMAT.md`; the first that fails names the class. Looks things up, changes
 * nothing and remembers nothing: before acting on an accepted message the caller keeps `remember`, `closes` and `raises`.
 */
export function accept(message: Bytes, context: AcceptContext): Verdict {
  const result = judge(message, context);
  return typeof result === 'string' ? { class: result } : result;
}
