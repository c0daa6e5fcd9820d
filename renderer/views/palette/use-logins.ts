import { useState } from 'react';
import { useAsk } from '../../lib/query.ts';
import { fits } from './match.ts';
import type { Login } from './result.ts';

/** Accounts that are shown at most: as many as a person keeps codes at hand of. A small window scrolls. */
const MOST_ACCOUNTS = 12;
const MOST_LENT = 4;
/** Lent logins that are looked through: more of them than anybody has. */
const LENT_ROWS = 200;

/** The logins that fit what was typed: of nothing typed, those used last. */
export interface Logins {
  /** What these are the answer to; the ones before stay until the engine has answered. */
  readonly query: string;
  readonly own: readonly Login[];
  readonly lent: readonly Login[];
  /** How many accounts fit in all. */
  readonly total: number;
}

const NONE: Logins = { query: '', own: [], lent: [], total: 0 };

/** Asks the engine for logins; `settled` is false while those of another query are shown. */
export function useLogins(query: string): Logins & { readonly settled: boolean } {
  const sort = 'used' as const;
  const found = useAsk('accounts.list', { query, sort, trashed: false, offset: 0, limit: MOST_ACCOUNTS }).data;
  const lent = useAsk('received.list', { offset: 0, limit: LENT_ROWS }).data;
  const [shown, setShown] = useState<{ readonly found: unknown; readonly lent: unknown; readonly logins: Logins }>({
    ...{ found: null, lent: null, logins: NONE },
  });
  if (found !== undefined && (shown.found !== found || shown.lent !== lent || shown.logins.query !== query)) {
    const live = (lent?.rows ?? []).filter(({ state }) => state !== 'ended' && state !== 'given_back');
    const fitting = live.filter((row) => fits(query, row.title, `${row.username ?? ''} ${row.lentBy.name}`) !== null);
    const logins = {
      ...{ query, total: found.total },
      own: found.rows.map((row): Login => ({ side: 'own', row })),
      lent: fitting.slice(0, MOST_LENT).map((row): Login => ({ side: 'lent', row })),
    };
    setShown({ found, lent, logins });
  }
  return { ...shown.logins, settled: found !== undefined && shown.logins.query === query };
}
