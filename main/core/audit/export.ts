import { type Bytes, b64u, concat, fromB64u, le, utf8 } from '../bytes.ts';
import { sign, verify } from '../crypto/sodium.ts';
import { type Card, readCardField } from '../people/card.ts';
import { type Json, parseStrictJson } from '../strict-json.ts';
import { readChain } from './chain.ts';
import { type AuditHead, type AuditRecord, EMPTY_HEAD, headAfter, isB64uOf, isTime } from './record.ts';

/** What checking an exported log gives, in the order of the checks; `bad` is the record (for `witness`: the head) at fault. */
export type AuditVerdict =
  | { readonly class: 'whole'; readonly card: Card; readonly iat: number; readonly records: readonly AuditRecord[] }
  | { readonly class: 'form' | 'head' | 'signature' }
  | { readonly class: 'record' | 'witness'; readonly bad: number };

const LABEL = utf8('lk1/audit-export\0');
const KEYS = ['card', 'h', 'iat', 'n', 'records', 'sig', 'v'];
const MAX_DEPTH = 4;

function signedPart({ n, h }: AuditHead, iat: number): Bytes {
  const hashed = fromB64u(h);
  if (hashed === null) throw new TypeError('a head has a hash');
  return concat(LABEL, le(n, 8), hashed, le(iat, 8));
}

/** Writes a whole log for someone else to check, signed by the key of the card: strict JSON in UTF-8. `iat` in Unix seconds. */
export function writeExport(records: readonly AuditRecord[], card: Card, privateKey: Uint8Array, iat: number): Bytes {
  const last = records.at(-1);
  const head = last === undefined ? EMPTY_HEAD : headAfter(last);
  const sig = b64u(sign(signedPart(head, iat), privateKey));
  const list = records.map(({ n, t, what, who, ref, prev }) => ({ n, t, what, who, ref, prev }));
  return utf8(JSON.stringify({ v: 1, card: b64u(card.bytes), n: head.n, h: head.h, iat, records: list, sig }));
}

interface Form {
  readonly card: Card;
  readonly head: AuditHead;
  readonly iat: number;
  readonly records: readonly Json[];
  readonly sig: Bytes;
}

function readForm(bytes: Uint8Array): Form | null {
  const value = parseStrictJson(bytes, MAX_DEPTH);
  if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  if (Object.keys(value).toSorted().join() !== KEYS.join()) return null;
  const { v, n, h, iat, records } = value;
  const card = typeof value.card === 'string' ? readCardField(value.card) : null;
  const sig = isB64uOf(value.sig, 64) ? fromB64u(value.sig) : null;
  if (v !== 1 || card === null || sig === null || !Array.isArray(records)) return null;
  if (typeof n !== 'number' || n < 0 || !isB64uOf(h, 32) || !isTime(iat)) return null;
  return { card, head: { n, h }, iat, records, sig };
}

/**
 * Checks an exported log: `form`, `record`, `head`, `signature`, `witness`, the first failure ends it (SECURITY 5.5). `witnessed` are heads
 * that receipts from other people signed; a log that no longer has one of them was rewritten or cut. A log nobody witnessed proves nothing
 * against its own owner.
 */
export function checkExport(bytes: Uint8Array, witnessed: readonly AuditHead[]): AuditVerdict {
  const form = readForm(bytes);
  if (form === null) return { class: 'form' };
  const { card, head, iat, records, sig } = form;
  const chain = readChain(records);
  if (!chain.ok) return { class: 'record', bad: chain.bad };
  const reached = chain.heads.at(-1);
  if (reached === undefined || reached.n !== head.n || reached.h !== head.h) return { class: 'head' };
  if (!verify(sig, signedPart(head, iat), card.signKey)) return { class: 'signature' };
  for (const { n, h } of witnessed.toSorted((a, b) => a.n - b.n)) {
    if (chain.heads[n]?.h !== h) return { class: 'witness', bad: n };
  }
  return { class: 'whole', card, iat, records: chain.records };
}
