import { useState } from 'react';
import { MAX_ROWS } from '../../shared/limits.ts';
import type { EngineParams, EngineResult } from './engine.ts';
import { useAskEach } from './query.ts';

/** Calls whose rows are shown from the first on, and more of them on demand. */
type MoreCall = 'business.adCodes' | 'business.numbers' | 'requests.list' | 'received.list';
type Row<N extends MoreCall> = EngineResult<N>['rows'][number];

/** A list from its beginning, as far as it was asked for. */
export interface MoreRows<N extends MoreCall> {
  readonly rows: readonly Row<N>[];
  /** Null until the first answer. */
  readonly total: number | null;
  /** Asks for the next page; null when all are there. */
  readonly more: (() => void) | null;
}

/** Follows the first pages of a list; another wish begins at its first page again. */
export function useMoreRows<N extends MoreCall>(call: N, wanted: Omit<EngineParams<N>, 'offset' | 'limit'>): MoreRows<N> {
  const of = JSON.stringify(wanted);
  const [asked, setAsked] = useState({ of, pages: 1 });
  const pages = asked.of === of ? asked.pages : 1;
  const answers = useAskEach(
    call,
    Array.from({ length: pages }, (_, page) => ({ ...wanted, offset: page * MAX_ROWS, limit: MAX_ROWS }) as EngineParams<N>),
  );
  const rows = answers.flatMap((answer): readonly Row<N>[] => answer?.rows ?? []);
  const total = answers[0]?.total ?? null;
  return { rows, total, more: total !== null && rows.length < total ? () => setAsked({ of, pages: pages + 1 }) : null };
}
