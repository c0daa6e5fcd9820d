import type { LogFault } from '../../../shared/contracts/engine/aside.ts';
import { type AuditHead, type AuditRecord, EMPTY_HEAD, headAfter, isAuditEvent } from './record.ts';

/** The first place where a log does not hold together, as far as the log alone can tell; null when there is none. */
export type ChainFault = Omit<LogFault, 'setAside'>;

/**
 * Looks for breaks in records sorted by number. What it cannot see: entries cut off at the end, and a change of the very last
 * one; heads that others have signed can.
 */
export function findFault(records: readonly AuditRecord[]): ChainFault | null {
  let first: Omit<ChainFault, 'more'> | null = null;
  let faults = 0;
  let head = EMPTY_HEAD;
  let before: AuditRecord | null = null;
  for (const record of records) {
    const why = faultAt(record, head);
    if (why !== null) {
      faults += 1;
      first ??= {
        n: head.n + 1,
        why,
        missing: why === 'missing' ? record.n - head.n - 1 : 0,
        before: before && entryOf(before),
        after: entryOf(record),
      };
    }
    before = record;
    head = headAfter(record);
  }
  return first && { ...first, more: faults - 1 };
}

function faultAt(record: AuditRecord, head: AuditHead): ChainFault['why'] | null {
  if (record.n > head.n + 1) return 'missing';
  if (record.n <= head.n) return 'repeated';
  return record.prev === head.h && isAuditEvent(record) ? null : 'changed';
}

function entryOf({ n, t }: AuditRecord): { n: number; t: number } {
  return { n, t };
}
