import { useState } from 'react';
import { MAX_ROWS } from '../../shared/limits.ts';
import type { EngineParams, EngineResult } from './engine.ts';
import { type CallFailed, useAsk, useAskEach } from './query.ts';

/** Calls that give a long list a page at a time, narrowed by what is wanted. */
type PagedCall = 'ledger.list' | 'log.search' | 'business.list';
type Wanted<N extends PagedCall> = Omit<EngineParams<N>, 'offset' | 'limit'>;
type Row<N extends PagedCall> = EngineResult<N>['rows'][number];

/** A long list as far as it is known. */
export interface PagedRows<N extends PagedCall> {
  /** What the rows answer, and its first page; null until the first answer. */
  readonly shown: { readonly wanted: Wanted<N>; readonly first: EngineResult<N> } | null;
  /** As long as the list; null for rows that are not here. */
  readonly rows: readonly (Row<N> | null)[];
  readonly failure: CallFailed | null;
  /** Asks for the rows on screen. */
  readonly onVisible: (first: number, last: number) => void;
}

/** Follows a long list: its first page, and the pages on screen. What was shown stays until the new answer is there. */
export function usePagedRows<N extends PagedCall>(call: N, wanted: Wanted<N>): PagedRows<N> {
  const of = JSON.stringify(wanted);
  const pageOf = (what: Wanted<N>, page: number) => ({ ...what, offset: page * MAX_ROWS, limit: MAX_ROWS }) as EngineParams<N>;
  const { data: first, failure } = useAsk(call, pageOf(wanted, 0));
  const [shown, setShown] = useState<{ of: string; wanted: Wanted<N>; first: EngineResult<N> } | null>(null);
  const [pages, setPages] = useState<readonly number[]>([]);
  if (first !== undefined && (shown?.of !== of || shown.first !== first)) {
    setShown({ of, wanted, first });
    if (shown?.of !== of) setPages([]);
  }
  const rest = useAskEach(
    call,
    pages.map((page) => pageOf(shown?.wanted ?? wanted, page)),
  );
  const rows = Array.from<Row<N> | null>({ length: shown?.first.total ?? 0 }).fill(null);
  const put = (page: number, some: readonly Row<N>[]): void =>
    some.forEach((row, index) => {
      if (page * MAX_ROWS + index < rows.length) rows[page * MAX_ROWS + index] = row;
    });
  put(0, shown?.first.rows ?? []);
  pages.forEach((page, at) => put(page, rest[at]?.rows ?? []));
  const onVisible = (top: number, bottom: number): void => {
    const next = [...new Set([Math.floor(top / MAX_ROWS), Math.floor(bottom / MAX_ROWS)])].filter((page) => page > 0);
    if (next.join() !== pages.join()) setPages(next);
  };
  return { shown, rows, failure, onVisible };
}
