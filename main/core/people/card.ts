import { type Bytes, b64, b64u, concat, fromB64u, fromUtf8, le, readLe, sameBytes, utf8 } from '../bytes.ts';
import { sign, verify, x25519 } from '../crypto/sodium.ts';
import { readBlock } from '../messages/armor.ts';
import { isLine } from '../messages/text-rules.ts';
import { fingerprint } from './fingerprint.ts';
import type { Identity } from './identity.ts';

const LABEL = utf8('lk1/card\0');
const BLOCK_LABEL = 'LATCHKEYCARD1.';
const BLOCK_END = '.END';
const SIGN_KEY = LABEL.length;
const BOX_KEY = SIGN_KEY + 32;
const NAME_LENGTH = BOX_KEY + 32;
const NAME = NAME_LENGTH + 4;
const SIGNATURE = 64;
const SMALLEST = NAME + 1 + SIGNATURE;

/** Most bytes of UTF-8 in the name on a card. */
export const CARD_NAME_MAX = 64;

// Any secret will do: only a box key of low order gives zero, and it gives zero with every clamped secret (RFC 7748, section 6.1).
const PROBE = new Uint8Array(32).fill(1);

/** A person's public keys and the name they gave themselves, signed by that very key: it proves a key, never a person. */
export interface Card {
  readonly signKey: Bytes;
  readonly boxKey: Bytes;
  readonly name: string;
  /** Fingerprint, base64url. */
  readonly fp: string;
  /** The card as it was received or made, 142 to 205 bytes. */
  readonly bytes: Bytes;
}

/** Makes one's own card; throws RangeError for a name that is not one line of 1 to 64 bytes. */
export function makeCard(identity: Identity, name: string): Card {
  if (!isLine(name, CARD_NAME_MAX)) throw new RangeError('no name for a card');
  const text = utf8(name);
  const signKey = identity.sign.publicKey;
  const boxKey = identity.box.publicKey;
  const signed = concat(LABEL, signKey, boxKey, le(text.length, 4), text);
  const bytes = concat(signed, sign(signed, identity.sign.privateKey));
  return { signKey, boxKey, name, fp: identity.fp, bytes };
}

/** Reads a card of bytes; null when it is no card, its signature does not fit, or a key is one of the weak ones. */
export function readCard(bytes: Bytes): Card | null {
  if (bytes.length < SMALLEST || !sameBytes(bytes.subarray(0, SIGN_KEY), LABEL)) return null;
  const length = readLe(bytes, NAME_LENGTH, 4);
  if (length < 1 || length > CARD_NAME_MAX || bytes.length !== NAME + length + SIGNATURE) return null;
  const name = fromUtf8(bytes.subarray(NAME, NAME + length));
  if (name === null || !isLine(name, CARD_NAME_MAX)) return null;
  const signKey = bytes.slice(SIGN_KEY, BOX_KEY);
  const boxKey = bytes.slice(BOX_KEY, NAME_LENGTH);
  const end = NAME + length;
  if (x25519(PROBE, boxKey) === null || !verify(bytes.subarray(end), bytes.subarray(0, end), signKey)) return null;
  return { signKey, boxKey, name, fp: b64u(fingerprint(signKey, boxKey)), bytes: bytes.slice() };
}

/** Reads a card as messages carry it: base64url of its bytes. */
export function readCardField(text: string): Card | null {
  const bytes = fromB64u(text);
  return bytes === null ? null : readCard(bytes);
}

/** A card as text of one line, for a chat or a QR code. */
export function cardText(card: Card): string {
  return BLOCK_LABEL + b64(card.bytes) + BLOCK_END;
}

/** Reads a card out of whatever a person pasted (UTF-8 of at most 2 MiB), as messages are read; null for any fault. */
export function readCardText(paste: string): Card | null {
  const bytes = readBlock(BLOCK_LABEL, paste);
  return bytes === null ? null : readCard(bytes);
}
