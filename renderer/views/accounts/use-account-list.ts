import { useCallback, useEffect, useRef, useState } from 'react';
import type { AccountFilter } from '../../../shared/contracts/engine/account-list.ts';
import type { AccountRow } from '../../../shared/contracts/engine/accounts.ts';
import type { Settings } from '../../../shared/settings.ts';
import { MAX_ROWS } from '../../../shared/limits.ts';
import { useAsk, usePages } from '../../lib/query.ts';
import type { AccountsRoute } from '../../lib/route.ts';

/** A list of accounts as far as it is known. */
export interface AccountRows {
  /** The question the rows answer. */
  readonly query: AccountQuery;
  /** What the rows answer: another one for another client, search or order. */
  readonly of: string;
  /** Null until the first answer. */
  readonly total: number | null;
  /** Nothing is written as it was typed; the rows come close. */
  readonly near: boolean;
  /** As long as the list; null for rows that are not here. */
  readonly rows: readonly (AccountRow | null)[];
  /** Asks for the rows on screen. */
  readonly onVisible: (first: number, last: number) => void;
}

const FIRST: readonly number[] = [0];

/**
 * Follows the accounts of a route: the first page, which holds the one shown when none is chosen, and the pages on screen. One question is
 * under way at a time and the next is for what is on screen by then, so that nothing waits for rows already scrolled past. The rows of an
 * earlier search stay until the first page of the new one is there.
 */
export function useAccountList(route: AccountsRoute, sort: Settings['accountSort']): AccountRows {
  const filter: AccountQuery = {
    ...(route.client === 'all' ? {} : { client: route.client.id }),
    query: route.query ?? '',
    sort,
    ...(route.filter === undefined ? {} : { filter: route.filter }),
    trashed: route.trashed === true,
  };
  const of = JSON.stringify(filter);
  const first = useAsk('accounts.list', pageOf(filter, 0)).data;
  const [shown, setShown] = useState({ of, filter, pages: FIRST });
  if (shown.of !== of && first !== undefined) setShown({ of, filter, pages: FIRST });

  const { answers, settled } = usePages(
    'accounts.list',
    shown.pages.map((page) => pageOf(shown.filter, page)),
  );
  const now = useRef({ shown, settled, wanted: FIRST });
  useEffect(() => {
    const isSame = now.current.shown.of === shown.of;
    now.current = { shown, settled, wanted: isSame ? now.current.wanted : FIRST };
    if (settled) turnTo(now.current.wanted, shown.pages, setShown);
  }, [shown, settled]);
  const onVisible = useCallback((top: number, bottom: number) => {
    const wanted = [...new Set([0, Math.floor(top / MAX_ROWS), Math.floor(bottom / MAX_ROWS)])];
    now.current = { ...now.current, wanted };
    if (now.current.settled) turnTo(wanted, now.current.shown.pages, setShown);
  }, []);

  const total = answers[0]?.total ?? null;
  const rows = Array.from<AccountRow | null>({ length: total ?? 0 }).fill(null);
  shown.pages.forEach((page, at) => {
    answers[at]?.rows.forEach((row, index) => {
      const place = page * MAX_ROWS + index;
      if (place < rows.length) rows[place] = row;
    });
  });
  return { query: shown.filter, of: shown.of, total, near: answers[0]?.near === true, rows, onVisible };
}

/** Which accounts, and in which order. */
export interface AccountQuery {
  readonly client?: string | null;
  readonly query: string;
  readonly sort: Settings['accountSort'];
  readonly filter?: AccountFilter;
  readonly trashed: boolean;
}

function pageOf(filter: AccountQuery, page: number) {
  return { ...filter, offset: page * MAX_ROWS, limit: MAX_ROWS };
}

function turnTo(
  wanted: readonly number[],
  pages: readonly number[],
  set: (change: <S extends { readonly pages: readonly number[] }>(shown: S) => S) => void,
): void {
  if (wanted.length === pages.length && wanted.every((page, at) => page === pages[at])) return;
  set((shown) => ({ ...shown, pages: wanted }));
}
