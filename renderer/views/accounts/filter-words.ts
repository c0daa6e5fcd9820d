import type { AccountFilter } from '../../../shared/contracts/engine/account-list.ts';
import { listText } from '../../../shared/text/account-list.ts';
import { type AccountsRoute, replace } from '../../lib/route.ts';

/** One filter in words. */
export interface FilterWord {
  readonly key: keyof AccountFilter;
  readonly text: string;
}

/** What narrows a list, in words. */
export function filterWords(filter: AccountFilter, platform: (id: string) => string): FilterWord[] {
  const { state, hasCode, owner, quality, tag, platform: of } = filter;
  const words: readonly (readonly [keyof AccountFilter, string | undefined])[] = [
    ['state', state && listText.states[state]],
    ['hasCode', hasCode === undefined ? undefined : hasCode ? listText.withCode : listText.withoutCode],
    ['owner', owner && listText.owners[owner]],
    ['quality', quality && listText.quality[quality]],
    ['tag', tag && listText.tag(tag)],
    ['platform', of && platform(of)],
  ];
  return words.flatMap(([key, text]) => (text === undefined ? [] : [{ key, text }]));
}

/** Goes to the same list, narrowed otherwise; undefined takes a filter away. */
export function narrow(route: AccountsRoute, change: { readonly [K in keyof AccountFilter]?: AccountFilter[K] | undefined }): void {
  const filter = Object.fromEntries(
    Object.entries({ ...route.filter, ...change }).filter(([, value]) => value !== undefined),
  ) as AccountFilter;
  const { filter: _, ...rest } = route;
  replace({ ...rest, account: null, open: false, ...(Object.keys(filter).length === 0 ? {} : { filter }) });
}

/** Goes to the same list with no filter. */
export function widen({ filter: _, ...route }: AccountsRoute): void {
  replace({ ...route, account: null, open: false });
}
