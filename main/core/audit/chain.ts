import type { Json } from '../strict-json.ts';
import { type AuditEvent, type AuditHead, type AuditRecord, EMPTY_HEAD, headAfter, isAuditEvent, readRecord } from './record.ts';

/** A list of records as read: whole with its heads, or the number of the first record that does not belong. */
export type ChainReading =
  | { readonly ok: true; readonly records: readonly AuditRecord[]; readonly heads: readonly AuditHead[] }
  | { readonly ok: false; readonly bad: number };

/** Reads records in order from the very first; `heads[k]` is the head after k records. `bad` counts from 1. */
export function readChain(values: readonly Json[]): ChainReading {
  const records: AuditRecord[] = [];
  let head = EMPTY_HEAD;
  const heads = [head];
  for (const value of values) {
    const record = readRecord(value, head);
    if (record === null) return { ok: false, bad: records.length + 1 };
    records.push(record);
    head = headAfter(record);
    heads.push(head);
  }
  return { ok: true, records, heads };
}

/**
 * The growing end of an audit log. It keeps the head only: records are the vault's to store, and a head read back from there,
 * by `readChain`, is where a new run goes on.
 */
export class AuditChain {
  #head: AuditHead;

  constructor(head: AuditHead = EMPTY_HEAD) {
    this.#head = head;
  }

  /** Where the chain stands: what the next message carries and a receipt signs. */
  get head(): AuditHead {
    return this.#head;
  }

  /** The record an event would become, and the head after it, without moving the chain: save first, then `advance`. Throws for a malformed event. */
  next(event: AuditEvent): { readonly record: AuditRecord; readonly head: AuditHead } {
    if (!isAuditEvent(event)) throw new TypeError('not an audit event');
    const { t, what, who, ref } = event;
    const record = { n: this.#head.n + 1, t, what, who, ref, prev: this.#head.h };
    return { record, head: headAfter(record) };
  }

  /** Takes a record made by `next` as the last one, once it is saved. Throws when it does not follow the head. */
  advance(record: AuditRecord): void {
    if (record.n !== this.#head.n + 1 || record.prev !== this.#head.h) throw new Error('record does not follow the head');
    this.#head = headAfter(record);
  }

  /** Makes an event the next record and moves the chain: `next` and `advance` at once. */
  append(event: AuditEvent): AuditRecord {
    const { record, head } = this.next(event);
    this.#head = head;
    return record;
  }
}
