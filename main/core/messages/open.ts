import { type Bytes, readLe, sameBytes } from '../bytes.ts';
import { aeadOpen, boxOpen, deriveKey, equal, KEY, type KeyPair, TAG, unpad256, wipe } from '../crypto/sodium.ts';
import type { MessageFault } from './fault.ts';
import {
  BLOCK,
  COMMITMENT,
  FIXED_HEADER,
  headerLength,
  KEY_CONTEXT,
  MAGIC,
  MESSAGE_MAX,
  OPEN_MIN,
  SIGNATURE,
  STANZA,
  VERSION,
} from './layout.ts';
import { recipientsFit } from './recipients.ts';

const MAX_KIND = 7;

/** A message taken apart; nothing in it is trusted before its signature fits. */
export interface OpenedMessage {
  readonly kind: number;
  /** Number of stanzas. */
  readonly n: number;
  readonly header: Bytes;
  readonly payload: Bytes;
  readonly signature: Bytes;
}

/** Opens a message with one's box pair as far as cryptography and layout go: every check up to and including `inner_length`. */
export function openMessage(message: Bytes, box: KeyPair): OpenedMessage | MessageFault {
  if (message.length > MESSAGE_MAX) return 'too_large';
  if (message.length < MAGIC.length || !sameBytes(message.subarray(0, MAGIC.length), MAGIC)) return 'magic';
  if (message.length < FIXED_HEADER) return 'length';
  const kind = readLe(message, 9, 1);
  const n = readLe(message, 10, 1);
  if (readLe(message, 8, 1) !== VERSION) return 'version';
  if (kind > MAX_KIND) return 'kind';
  if (!recipientsFit(kind, n)) return 'recipients';
  if (kind === 0) {
    if (message.length < OPEN_MIN) return 'length';
    return takeApart(kind, n, message.subarray(0, FIXED_HEADER), message.subarray(FIXED_HEADER));
  }
  const start = headerLength(n);
  const blocks = (message.length - start - TAG) / BLOCK;
  if (blocks < 1 || !Number.isInteger(blocks)) return 'length';
  const header = message.subarray(0, start);
  const opened = openBody(header, message.subarray(start), n, box);
  if (typeof opened === 'string') return opened;
  const inside = unpad256(opened);
  return inside === null ? 'padding' : takeApart(kind, n, header, inside);
}

function openBody(header: Bytes, sealed: Bytes, n: number, box: KeyPair): Bytes | 'not_for_me' | 'commitment' | 'seal' {
  const key = openStanza(header, n, box);
  if (key === null) return 'not_for_me';
  const commitment = deriveKey(KEY, 2, KEY_CONTEXT, key);
  const bodyKey = deriveKey(KEY, 1, KEY_CONTEXT, key);
  wipe(key);
  const at = FIXED_HEADER + STANZA * n;
  if (!equal(commitment, header.subarray(at, at + COMMITMENT))) return 'commitment';
  const opened = aeadOpen(sealed, header, header.subarray(at + COMMITMENT), bodyKey);
  wipe(bodyKey);
  return opened ?? 'seal';
}

function openStanza(header: Bytes, n: number, box: KeyPair): Bytes | null {
  for (let i = 0, at = FIXED_HEADER; i < n; i++, at += STANZA) {
    const key = boxOpen(header.subarray(at, at + STANZA), box);
    if (key !== null) return key;
  }
  return null;
}

function takeApart(kind: number, n: number, header: Bytes, inside: Bytes): OpenedMessage | 'inner_length' {
  if (inside.length < 4 + SIGNATURE) return 'inner_length';
  const length = readLe(inside, 0, 4);
  if (4 + length + SIGNATURE !== inside.length) return 'inner_length';
  return { kind, n, header, payload: inside.subarray(4, 4 + length), signature: inside.subarray(4 + length) };
}
