import type { LogEvent } from '../../../shared/contracts/engine/accounts.ts';
import type { EngineParams } from '../../lib/engine.ts';
import { usePagedRows } from '../../lib/paged-rows.ts';
import { addDays } from '../../lib/plain-date.ts';
import type { CallFailed } from '../../lib/query.ts';
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

/** Follows the entries of a route. */
export function useLog(route: LogRoute): LogRows {
  const { shown, rows, failure, onVisible } = usePagedRows('log.search', wantedOf(route));
  return { rows: shown === null ? null : rows, failure, onVisible };
}
