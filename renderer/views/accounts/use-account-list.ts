import { useCallback, useState } from 'react';
import type { AccountRow } from '../../../shared/contracts/engine/accounts.ts';
import { MAX_ROWS } from '../../../shared/limits.ts';
import { useAskEach } from '../../lib/query.ts';
import type { AccountsRoute } from '../../lib/route.ts';

/** A list of accounts as far as it is known. */
export interface AccountRows {
  /** Null until the first answer. */
  readonly total: number | null;
  /** As long as the list; null for rows not asked for yet. */
  readonly rows: readonly (AccountRow | null)[];
  /** Asks for the rows on screen. */
  readonly onVisible: (first: number, last: number) => void;
}

/** Asks for the accounts of a route a page at a time, beginning with the first. */
export function useAccountList(route: AccountsRoute, sort: 'used' | 'title'): AccountRows {
  const [pages, setPages] = useState<readonly number[]>([0]);
  const filter = {
    ...(route.client === 'all' ? {} : { client: route.client.id }),
    query: route.query ?? '',
    sort,
    trashed: route.trashed === true,
  };
  const answers = useAskEach(
    'accounts.list',
    pages.map((page) => ({ ...filter, offset: page * MAX_ROWS, limit: MAX_ROWS })),
  );
  const total = answers[0]?.total ?? null;
  const rows: (AccountRow | null)[] = Array.from({ length: total ?? 0 }, () => null);
  pages.forEach((page, at) => {
    answers[at]?.rows.forEach((row, index) => {
      const place = page * MAX_ROWS + index;
      if (place < rows.length) rows[place] = row;
    });
  });
  const onVisible = useCallback((first: number, last: number) => {
    setPages((known) => {
      const wanted = [Math.floor(first / MAX_ROWS), Math.floor(last / MAX_ROWS)].filter((page) => !known.includes(page));
      return wanted.length === 0 ? known : [...known, ...new Set(wanted)];
    });
  }, []);
  return { total, rows, onVisible };
}
