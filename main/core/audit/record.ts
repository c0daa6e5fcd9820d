import { type Bytes, b64u, concat, fromB64u, utf8 } from '../bytes.ts';
import { hash } from '../crypto/sodium.ts';
import type { Json } from '../strict-json.ts';

/** What happened: time in Unix seconds, a word for it, whose fingerprint and which id it concerns (both b64u). Never a secret. */
export interface AuditEvent {
  readonly t: number;
  readonly what: string;
  readonly who: string | null;
  readonly ref: string | null;
}

/** An event in its place of the chain: `n` from 1, `prev` the hash of the record before. */
export interface AuditRecord extends AuditEvent {
  readonly n: number;
  readonly prev: string;
}

/** Where a chain stands: number of records, and what the next record's `prev` would be. */
export interface AuditHead {
  readonly n: number;
  readonly h: string;
}

/** Head of a log without records: 0 and 32 zero bytes. */
export const EMPTY_HEAD: AuditHead = { n: 0, h: b64u(new Uint8Array(32)) };

const LABEL = utf8('lk1/audit\0');
const KEYS = 'n,t,what,who,ref,prev';
const LATEST = 253_402_300_799;

/** True for b64u of exactly so many bytes. */
export function isB64uOf(value: unknown, bytes: number): value is string {
  return typeof value === 'string' && value.length === Math.ceil((bytes * 4) / 3) && fromB64u(value)?.length === bytes;
}

/** True for whole Unix seconds in the range every format here shares. */
export function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= LATEST;
}

/** True for an event that may be logged (SECURITY 5.5). */
export function isAuditEvent({ t, what, who, ref }: { readonly [Key in keyof AuditEvent]: unknown }): boolean {
  if (!isTime(t) || typeof what !== 'string' || !/^[a-z][a-z0-9-]{0,63}$/u.test(what)) return false;
  return (who === null || isB64uOf(who, 32)) && (ref === null || isB64uOf(ref, 16));
}

/** A record's bytes, the ones that are hashed: strict JSON with the keys in the order n, t, what, who, ref, prev. */
export function recordBytes({ n, t, what, who, ref, prev }: AuditRecord): Bytes {
  return utf8(JSON.stringify({ n, t, what, who, ref, prev }));
}

/** The head once this record is the last one. */
export function headAfter(record: AuditRecord): AuditHead {
  return { n: record.n, h: b64u(hash(32, concat(LABEL, recordBytes(record)))) };
}

/** Reads one record that must follow a head; null when its shape, number, or `prev` is not the one expected. */
export function readRecord(value: Json | undefined, before: AuditHead): AuditRecord | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value) || Object.keys(value).join() !== KEYS) return null;
  const { n, t, what, who, ref, prev } = value;
  if (n !== before.n + 1 || prev !== before.h || !isAuditEvent({ t, what, who, ref })) return null;
  return { n, t, what, who, ref, prev } as AuditRecord;
}
