import { useState } from 'react';
import type { LogEvent } from '../../../shared/contracts/engine/accounts.ts';
import { MAX_ROWS } from '../../../shared/limits.ts';
import type { EngineParams, EngineResult } from '../../lib/engine.ts';
import { addDays } from '../../lib/plain-date.ts';
import { type CallFailed, useAsk, useAskEach } from '../../lib/query.ts';
import type { LogRoute } from '../../lib/route.ts';
import { instantAt } from '../handoff/own-zone.ts';

type Wanted = Omit<EngineParams<'log.search'>, 'offset' | 'limit'>;

/** Entries of the log as far as they are known. */
export interface LogRows {
  /** As long as the list, newest first; null for entries that are not here. Null until the first answer. */
  readonly rows: readonly (LogEvent | null)[] | null;
  readonly failure: CallFailed | null;
  /** Asks for the entries on screen. */
  readonly onVisible: (first: number, last: number) => void;
}

/** The first instant of a day that was typed, moved by whole days; null while it is not one. */
function startOf(day: string | undefined, moved: number): number | null {
  if (day === undefined || !/^(?:19[7-9]|[2-9]\d\d)\d-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) return null;
  return Math.max(1, instantAt(addDays(day, moved), 0));
}

/** What a route asks the log for; its last day is included. */
export function wantedOf({ account, person, group, from, until }: LogRoute): Wanted {
  return {
    ...{ account: account ?? null, person: person ?? null, group: group ?? null },
    ...{ from: startOf(from, 0), until: startOf(until, 1) },
  };
}

interface Shown {
  readonly of: string;
  readonly wanted: Wanted;
  readonly first: EngineResult<'log.search'>;
}

/** Follows the entries of a route: the first page, and the pages on screen. What was shown stays until the new answer is there. */
export function useLog(route: LogRoute): LogRows {
  const wanted = wantedOf(route);
  const of = JSON.stringify(wanted);
  const { data: first, failure } = useAsk('log.search', { ...wanted, offset: 0, limit: MAX_ROWS });
  const [shown, setShown] = useState<Shown | null>(null);
  const [pages, setPages] = useState<readonly number[]>([]);
  if (first !== undefined && (shown?.of !== of || shown.first !== first)) {
    setShown({ of, wanted, first });
    if (shown?.of !== of) setPages([]);
  }
  const rest = useAskEach(
    'log.search',
    pages.map((page) => ({ ...(shown?.wanted ?? wanted), offset: page * MAX_ROWS, limit: MAX_ROWS })),
  );
  const rows = Array.from<LogEvent | null>({ length: shown?.first.total ?? 0 }).fill(null);
  const put = (page: number, some: readonly LogEvent[]): void =>
    some.forEach((row, index) => {
      if (page * MAX_ROWS + index < rows.length) rows[page * MAX_ROWS + index] = row;
    });
  put(0, shown?.first.rows ?? []);
  pages.forEach((page, at) => put(page, rest[at]?.rows ?? []));
  const onVisible = (top: number, bottom: number): void => {
    const next = [...new Set([Math.floor(top / MAX_ROWS), Math.floor(bottom / MAX_ROWS)])].filter((page) => page > 0);
    if (next.join() !== pages.join()) setPages(next);
  };
  return { rows: shown === null ? null : rows, failure, onVisible };
}
