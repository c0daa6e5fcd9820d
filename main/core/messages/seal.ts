import { type Bytes, concat, le } from '../bytes.ts';
import { aeadSeal, boxSeal, deriveKey, KEY, NONCE, pad256, type Random, randomBelow, sign, wipe } from '../crypto/sodium.ts';
import type { Identity } from '../people/identity.ts';
import { FIXED_HEADER, fixedHeader, KEY_CONTEXT, MESSAGE_MAX, signedBytes } from './layout.ts';
import { type Payload, writePayload } from './payload.ts';
import { recipientsFit } from './recipients.ts';

/** Where a sealed message's randomness comes from; draws are, in this order: key, one ephemeral secret key a recipient, nonce. */
export interface SealPorts {
  readonly random: Random;
  /** A random order of 0 to n - 1: the recipient whose stanza stands at each place. */
  readonly order: (n: number) => readonly number[];
}

/** Whom a message is for: what a card says of them. */
export interface Recipient {
  readonly fp: string;
  readonly boxKey: Uint8Array;
}

/** Unbiased random order of 0 to n - 1 (Fisher-Yates). */
export function randomOrder(n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = randomBelow(i + 1);
    [order[i], order[j]] = [order[j] ?? j, order[i] ?? i];
  }
  return order;
}

/** Signs and seals payload bytes as they are, unchecked. For `seal` and for tests that need a wrong message with right cryptography. */
export function sealBytes(
  kind: number,
  payload: Uint8Array,
  sender: Identity,
  boxKeys: readonly Uint8Array[],
  ports: SealPorts,
): Bytes {
  const key = ports.random(KEY);
  const stanzas = boxKeys.map((boxKey) => {
    const ephemeral = ports.random(KEY);
    const stanza = boxSeal(key, boxKey, ephemeral);
    wipe(ephemeral);
    return stanza;
  });
  const bodyKey = deriveKey(KEY, 1, KEY_CONTEXT, key);
  const commitment = deriveKey(KEY, 2, KEY_CONTEXT, key);
  const nonce = ports.random(NONCE);
  const shuffled = ports.order(boxKeys.length).map((recipient) => stanzas[recipient] ?? new Uint8Array());
  const header = concat(fixedHeader(kind, boxKeys.length), ...shuffled, commitment, nonce);
  const inside = signedPayload(kind, header, payload, sender);
  const padded = pad256(inside);
  const message = concat(header, aeadSeal(padded, header, nonce, bodyKey));
  wipe(key, bodyKey, inside, padded);
  return message;
}

/** An open request: signed, readable by anyone, no recipients. Unchecked, as `sealBytes`. */
export function signOpenBytes(kind: number, payload: Uint8Array, sender: Identity): Bytes {
  const header = fixedHeader(kind, 0);
  return concat(header, signedPayload(kind, header, payload, sender));
}

function signedPayload(kind: number, header: Uint8Array, payload: Uint8Array, sender: Identity): Bytes {
  return concat(le(payload.length, 4), payload, sign(signedBytes(kind, header, payload), sender.sign.privateKey));
}

/**
 * The message of a payload: sealed to its recipients, or signed only for kind 0. Null when it would be larger than 1 MiB. Throws when the
 * payload is not one a reader would take, `from` is not the sender, or `to` and the recipients are not the same people.
 */
export function seal(payload: Payload, sender: Identity, recipients: readonly Recipient[], ports: SealPorts): Bytes | null {
  const bytes = writePayload(payload);
  const known = new Map(recipients.map((recipient) => [recipient.fp, recipient]));
  const same = known.size === recipients.length && known.size === payload.to.length && payload.to.every((fp) => known.has(fp));
  if (payload.from !== sender.fp || !same) throw new TypeError('sender and recipients are not those of the payload');
  if (!recipientsFit(payload.kind, recipients.length)) throw new TypeError('a number of recipients this kind cannot have');
  if (bytes.length + FIXED_HEADER > MESSAGE_MAX) return null;
  const message =
    payload.kind === 0
      ? signOpenBytes(0, bytes, sender)
      : sealBytes(
          payload.kind,
          bytes,
          sender,
          recipients.map(({ boxKey }) => boxKey),
          ports,
        );
  return message.length > MESSAGE_MAX ? null : message;
}
