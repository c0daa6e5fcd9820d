import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditChain, readChain } from '../../../main/core/audit/chain.ts';
import { findFault } from '../../../main/core/audit/fault.ts';
import type { AuditRecord } from '../../../main/core/audit/record.ts';

const START = 1_795_000_000;

/** A log of so many entries, an hour apart. */
function logOf(entries: number): AuditRecord[] {
  const chain = new AuditChain();
  return Array.from({ length: entries }, (_, i) =>
    chain.append({ t: START + i * 3600, what: 'vault-opened', who: null, ref: null }),
  );
}
const at = (n: number) => ({ n, t: START + (n - 1) * 3600 });

describe('a fault of the log', () => {
  it('is none in a log as it was written, of any length', () => {
    for (const length of [0, 1, 2, 40]) expect(findFault(logOf(length))).toBeNull();
  });

  it('names the entries that are missing, and those on either side', () => {
    const log = logOf(10).filter(({ n }) => n !== 4 && n !== 5);
    expect(findFault(log)).toEqual({ n: 4, why: 'missing', missing: 2, before: at(3), after: at(6), more: 0 });
  });

  it('has nothing before it when the first entry is missing', () => {
    expect(findFault(logOf(3).slice(1))).toEqual({ n: 1, why: 'missing', missing: 1, before: null, after: at(2), more: 0 });
  });

  it('shows a change of an entry where the next one does not follow from it', () => {
    const log = logOf(10).map((record) => (record.n === 6 ? { ...record, t: record.t + 1 } : record));
    expect(findFault(log)).toEqual({ n: 7, why: 'changed', missing: 0, before: { n: 6, t: at(6).t + 1 }, after: at(7), more: 0 });
  });

  it('tells of two entries of one number, and counts the further places', () => {
    const log = logOf(10);
    const twice = log.flatMap((record) => (record.n === 3 ? [record, { ...record, what: 'code-shown' }] : [record]));
    expect(findFault(twice)).toEqual({ n: 4, why: 'repeated', missing: 0, before: at(3), after: at(3), more: 1 });
  });

  it('is found exactly where the strict reading stops, whatever is changed', () => {
    const log = logOf(20);
    const damage = fc.record({
      i: fc.nat(19),
      part: fc.constantFrom('n', 't', 'what', 'prev', 'gone'),
      n: fc.integer({ min: 1, max: 25 }),
    });
    fc.assert(
      fc.property(damage, ({ i, part, n }) => {
        const changed = log
          .flatMap((record, index): AuditRecord[] => {
            if (index !== i) return [record];
            if (part === 'gone') return [];
            if (part === 'what') return [{ ...record, what: 'code-shown' }];
            if (part === 'prev') return [{ ...record, prev: 'A'.repeat(43) }];
            return [{ ...record, [part]: part === 'n' ? n : record.t + n }];
          })
          .toSorted((a, b) => a.n - b.n);
        const strict = readChain(changed.map((record) => ({ ...record })));
        const fault = findFault(changed);
        expect(fault === null).toBe(strict.ok);
        if (!strict.ok && fault !== null) expect(fault.n).toBe(strict.bad);
      }),
      { numRuns: 300 },
    );
  });
});
