import { useState } from 'react';
import type { LedgerRow, LedgerState, LedgerTotals, LedgerWanted } from '../../../shared/contracts/engine/ledger.ts';
import { MAX_ROWS } from '../../../shared/limits.ts';
import type { EngineResult } from '../../lib/engine.ts';
import { useAsk, useAskEach } from '../../lib/query.ts';
import type { LedgerRoute } from '../../lib/route.ts';

/** The states in the order of their groups. */
export const STATES: readonly LedgerState[] = ['exposed', 'ended', 'ending', 'active', 'closed'];

/** A heading, or the place of a row in the list. */
export type LedgerEntry = { readonly group: LedgerState; readonly count: number } | { readonly at: number };

/** The ledger as far as it is known. */
export interface LedgerRows {
  /** Null until the first answer. */
  readonly totals: LedgerTotals | null;
  /** Headings and rows in order. */
  readonly entries: readonly LedgerEntry[];
  /** As long as the list; null for rows that are not here. */
  readonly rows: readonly (LedgerRow | null)[];
  /** Asks for the rows on screen. */
  readonly onVisible: (first: number, last: number) => void;
}

/** What a route asks the ledger for. */
export function wantedOf({ side, state, client, person, query }: LedgerRoute): LedgerWanted {
  return {
    ...{ side: side ?? 'given', state: state ?? 'all', account: null },
    ...{ client: client ?? null, person: person ?? null, query: query ?? '' },
  };
}

interface Shown {
  readonly of: string;
  readonly wanted: LedgerWanted;
  readonly first: EngineResult<'ledger.list'>;
}

/** Follows the loans of a route: the first page, and the pages on screen. What was shown stays until the new answer is there. */
export function useLedger(route: LedgerRoute): LedgerRows {
  const wanted = wantedOf(route);
  const of = JSON.stringify(wanted);
  const { data: first } = useAsk('ledger.list', { ...wanted, offset: 0, limit: MAX_ROWS });
  const [shown, setShown] = useState<Shown | null>(null);
  const [pages, setPages] = useState<readonly number[]>([]);
  if (first !== undefined && (shown?.of !== of || shown.first !== first)) {
    setShown({ of, wanted, first });
    if (shown?.of !== of) setPages([]);
  }
  const rest = useAskEach(
    'ledger.list',
    pages.map((page) => ({ ...(shown?.wanted ?? wanted), offset: page * MAX_ROWS, limit: MAX_ROWS })),
  );
  const rows = Array.from<LedgerRow | null>({ length: shown?.first.total ?? 0 }).fill(null);
  const put = (page: number, some: readonly LedgerRow[]): void =>
    some.forEach((row, index) => {
      if (page * MAX_ROWS + index < rows.length) rows[page * MAX_ROWS + index] = row;
    });
  put(0, shown?.first.rows ?? []);
  pages.forEach((page, at) => put(page, rest[at]?.rows ?? []));
  const onVisible = (top: number, bottom: number): void => {
    const next = [...new Set([Math.floor(top / MAX_ROWS), Math.floor(bottom / MAX_ROWS)])].filter((page) => page > 0);
    if (next.join() !== pages.join()) setPages(next);
  };
  return { totals: shown?.first.totals ?? null, entries: shown === null ? [] : entriesOf(shown), rows, onVisible };
}

function entriesOf({ wanted, first }: Shown): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  let at = 0;
  for (const group of STATES) {
    const count = wanted.state === 'all' || wanted.state === group ? first.totals[group] : 0;
    if (count > 0) entries.push({ group, count });
    for (const end = at + count; at < end; at++) entries.push({ at });
  }
  return entries;
}
