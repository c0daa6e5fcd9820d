import type { AccountRow } from '../../../shared/contracts/engine/accounts.ts';
import type { AccountFilter, Facets } from '../../../shared/contracts/engine/account-list.ts';
import type { Line } from './order.ts';

/** What is known of an account's password; null when nothing is, or it has none. */
export type Quality = (account: string) => { readonly weak: boolean; readonly reused: boolean } | null;

/** What filters look at beside the accounts themselves, as it is at one moment. */
export interface Around {
  readonly mark: (account: string) => AccountRow['mark'];
  /** Null where nobody looked at the passwords. */
  readonly quality: Quality | null;
}

/** Most tags, and most platforms, a list is narrowed by. */
const MOST = 500;

/** What tells the lines a filter lets through; undefined for one that lets all through. Makes the marks only when it needs them. */
export function fitsFilter(filter: AccountFilter | undefined, around: () => Around): ((line: Line) => boolean) | undefined {
  if (filter === undefined || Object.values(filter).every((value) => value === undefined)) return undefined;
  const { tag, platform, state, hasCode, owner, quality } = filter;
  const { mark, quality: qualityOf } =
    state === undefined && quality === undefined ? { mark: () => null, quality: null } : around();
  return ({ id, known }) => {
    if (tag !== undefined && !known.tags.includes(tag)) return false;
    if (platform !== undefined && known.platform !== platform) return false;
    if (hasCode !== undefined && known.hasCode !== hasCode) return false;
    if (owner !== undefined && known.isMine !== (owner === 'mine')) return false;
    if (state !== undefined && !isIn(state, mark(id))) return false;
    return quality === undefined || qualityOf?.(id)?.[quality] === true;
  };
}

// What ends soon is lent too.
function isIn(state: 'lent' | 'ending' | 'exposed', mark: AccountRow['mark']): boolean {
  return mark !== null && (mark.kind === state || (state === 'lent' && mark.kind === 'ending'));
}

/** How many of some lines each filter would leave. */
export function facetsOf(lines: readonly Line[], { mark, quality }: Around): Facets {
  const tags = new Map<string, number>();
  const platforms = new Map<string, number>();
  const [states, codes, owners] = [
    { lent: 0, ending: 0, exposed: 0 },
    { with: 0, without: 0 },
    { mine: 0, others: 0 },
  ];
  const passwords = { weak: 0, reused: 0 };
  for (const { id, known } of lines) {
    for (const tag of known.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    platforms.set(known.platform, (platforms.get(known.platform) ?? 0) + 1);
    codes[known.hasCode ? 'with' : 'without'] += 1;
    owners[known.isMine ? 'mine' : 'others'] += 1;
    const is = mark(id);
    for (const state of ['lent', 'ending', 'exposed'] as const) if (isIn(state, is)) states[state] += 1;
    const of = quality?.(id);
    if (of?.weak === true) passwords.weak += 1;
    if (of?.reused === true) passwords.reused += 1;
  }
  return {
    ...{ states, codes, owners },
    tags: tagsIn(tags),
    platforms: [...platforms].map(([platform, accounts]) => ({ platform, accounts })).slice(0, MOST),
    quality: quality === null ? null : passwords,
  };
}

const { compare } = new Intl.Collator(undefined, { numeric: true });

/** Tags by name, with how often each is there. */
export function tagsIn(counted: ReadonlyMap<string, number>): { tag: string; accounts: number }[] {
  const tags = [...counted].map(([tag, accounts]) => ({ tag, accounts }));
  return tags.toSorted((a, b) => compare(a.tag, b.tag)).slice(0, MOST);
}
