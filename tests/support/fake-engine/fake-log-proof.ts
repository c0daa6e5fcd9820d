import type { LogVerdict } from '../../../shared/contracts/engine/log.ts';

/** What others hold of a fake log, and what a check of a file finds. */
export interface FakeLogProof {
  witnesses: { heads: number; people: number; last: number | null; bad: number | null };
  verdict: LogVerdict;
  /** Tokens of files written to and read from. */
  readonly written: string[];
  readonly read: string[];
}

/** A log nobody holds a head of; the file that is checked is our own, and whole. */
export function fakeLogProof(): FakeLogProof {
  return {
    witnesses: { heads: 0, people: 0, last: null, bad: null },
    verdict: { verdict: 'whole', bad: null, records: 612, written: 1_795_600_000, by: 'Maren Voss', known: 'me' },
    ...{ written: [], read: [] },
  };
}
