import { useState } from 'react';
import type { GrantRow } from '../../../shared/contracts/engine/grants.ts';
import type { RunRow } from '../../../shared/contracts/engine/runs.ts';
import { MAX_ROWS } from '../../../shared/limits.ts';
import { waitsForRun } from '../../../shared/loan-waits.ts';
import { useAskEach } from '../../lib/query.ts';

/** Everything the list of runs shows, by where it stands. */
export interface Runs {
  /** False until both lists have been answered. */
  readonly known: boolean;
  /** Ended grants nobody has started to close, but for what the run of someone who leaves is about. */
  readonly waiting: readonly GrantRow[];
  /** Those somebody has. */
  readonly ending: readonly { readonly run: RunRow; readonly grant: GrantRow }[];
  /** Runs of other kinds under way. */
  readonly others: readonly RunRow[];
  readonly live: readonly GrantRow[];
  readonly closed: readonly RunRow[];
  /** Asks for more rows; null when all are here. */
  readonly more: (() => void) | null;
}

/** Asks for grants and runs a page at a time. What wants something done comes first, so it is always among the first page. */
export function useRuns(): Runs {
  const [pages, setPages] = useState(1);
  const wanted = Array.from({ length: pages }, (_, page) => ({ offset: page * MAX_ROWS, limit: MAX_ROWS }));
  const grantPages = useAskEach('grants.list', wanted);
  const runPages = useAskEach('runs.list', wanted);
  const grants = grantPages.flatMap((page) => page?.rows ?? []);
  const runs = runPages.flatMap((page) => page?.rows ?? []);
  const open = runs.filter((run) => run.finished === null);
  const leaving = new Set(open.flatMap(({ kind, person }) => (kind === 'leaver' ? (person?.contact ?? []) : [])));
  const asked = pages * MAX_ROWS;
  const more = (grantPages[0]?.total ?? 0) > asked || (runPages[0]?.total ?? 0) > asked;
  return {
    known: grantPages[0] !== undefined && runPages[0] !== undefined,
    waiting: grants.filter(({ state, run, person }) => waitsForRun({ state, run, contact: person.contact }, leaving)),
    ending: open.flatMap((run) => (run.kind === 'end_of_access' && run.grant !== null ? { run, grant: run.grant } : [])),
    others: open.filter(({ kind }) => kind !== 'end_of_access'),
    live: grants.filter(isLive),
    closed: runs.filter((run) => run.finished !== null),
    more: more ? () => setPages(pages + 1) : null,
  };
}

function isLive({ state }: GrantRow): boolean {
  return state === 'offered' || state === 'active' || state === 'ending';
}
