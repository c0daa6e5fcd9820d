import { paletteGroupText } from '../../../shared/text/palette.ts';
import { Mark } from '../../components/mark.tsx';
import { fits } from './match.ts';
import type { GroupName, Login, Result, ResultGroup } from './result.ts';
import { useEntries } from './use-entries.tsx';
import { openAccount, openLoan } from './use-login-acts.tsx';
import { useLogins } from './use-logins.ts';

const ORDER = ['accounts', 'received', 'account', 'commands', 'places', 'clients', 'people', 'settings'] as const;

/** Everything that fits what was typed, in groups. */
export interface Results {
  readonly groups: readonly ResultGroup[];
  /** False while the accounts shown are those of what was typed before. */
  readonly settled: boolean;
  /** How many accounts fit in all, and how many of them are shown. */
  readonly accounts: { readonly total: number; readonly shown: number };
}

/** Finds accounts, things to do, places, clients, people and settings by what was typed. */
export function useResults(query: string, quick: boolean): Results {
  const logins = useLogins(query.trim());
  const entries = useEntries(query, quick);
  const typed = query.trim() !== '';
  const rows: Partial<Record<GroupName, readonly Result[]>> = {
    accounts: logins.own.map(resultOf),
    received: logins.lent.map(resultOf),
  };
  for (const { group, result } of entries) rows[group] = [...(rows[group] ?? []), result];
  const ahead = typed && !isNamed(query, logins.own) ? entries.find(({ fit }) => fit === 0)?.group : undefined;
  const order = ahead === undefined ? ORDER : [ahead, ...ORDER.filter((name) => name !== ahead)];
  const groups = order.flatMap((name) => {
    const of = rows[name] ?? [];
    return of.length === 0 ? [] : [{ name: paletteGroupText[name === 'accounts' && !typed ? 'recent' : name], rows: of }];
  });
  return { groups, settled: logins.settled, accounts: { total: logins.total, shown: logins.own.length } };
}

/** Whether an account is meant: one of those found has a word that begins so. A search that forgives slips finds some for `lock` too. */
function isNamed(query: string, logins: readonly Login[]): boolean {
  return logins.some(({ row }) => fits(query, row.title, row.username ?? '') !== null);
}

function resultOf(login: Login): Result {
  const { row } = login;
  return {
    id: `login-${row.id}`,
    mark: <Mark platform={row.platform} />,
    title: row.title,
    two:
      [row.username, login.side === 'lent' ? login.row.lentBy.name : null].filter((part) => part !== null).join(' · ') || undefined,
    act: { kind: 'shows', run: () => (login.side === 'own' ? openAccount(row.id) : openLoan(row.id)) },
    login,
  };
}
