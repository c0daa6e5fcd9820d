import type { Entry } from '../records/shapes.ts';

const MOST = 20;

/** Letters and digits alone, so that `@Harbour.Bakery` finds `harbourbakery`. */
function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function likeness(account: Entry<'account'>['data'], platform: string, asked: string): number {
  const names = [account.username, account.title].map((name) => bare(name ?? ''));
  const isSame = asked !== '' && names.includes(asked);
  const isNear = asked.length >= 3 && names.some((name) => name.length >= 3 && (name.includes(asked) || asked.includes(name)));
  return (account.platform === platform ? 2 : 0) + (isSame ? 4 : isNear ? 1 : 0);
}

/** Accounts that a request for `account` on `platform` may mean, the likeliest first; those that share neither are left out. */
export function likelyAccounts(
  accounts: readonly Entry<'account'>[],
  { platform, account }: { readonly platform: string; readonly account: string },
): Entry<'account'>[] {
  const asked = bare(account);
  return accounts
    .filter(({ data }) => data.trashed === undefined)
    .map((entry) => ({ entry, score: likeness(entry.data, platform, asked) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}
