import type { LedgerRow, LedgerState, LedgerTotals, LedgerWanted } from '../../../shared/contracts/engine/ledger.ts';
import { type PagedRows, usePagedRows } from '../../lib/paged-rows.ts';
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

type Shown = NonNullable<PagedRows<'ledger.list'>['shown']>;

/** Follows the loans of a route. */
export function useLedger(route: LedgerRoute): LedgerRows {
  const { shown, rows, onVisible } = usePagedRows('ledger.list', wantedOf(route));
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
