import type { AccountFilter } from '../../../shared/contracts/engine/account-list.ts';
import type { AccountDetail, AccountRow } from '../../../shared/contracts/engine/accounts.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { FakeState } from './state.ts';

/** Which accounts a list shows. */
export interface ListOf {
  readonly client?: string | null | undefined;
  readonly query: string;
  readonly filter?: AccountFilter | undefined;
  readonly sort: Settings['accountSort'];
  readonly trashed: boolean;
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The mark of an account in a list. */
export function markOf(one: AccountDetail): AccountRow['mark'] {
  const lent = one.access[0];
  if (lent)
    return lent.state === 'ending'
      ? { kind: 'ending', left: 0.2, until: lent.until }
      : { kind: 'lent', left: 0.9, until: lent.until };
  return one.password?.exposed ? { kind: 'exposed' } : null;
}

/** Whether an account has codes. */
export function hasCode(one: AccountDetail): boolean {
  return one.factors.some((factor) => factor.kind === 'authenticator');
}

/** Accounts a list is of, its words and filters apart. */
export function membersOf(state: FakeState, { client, trashed }: Pick<ListOf, 'client' | 'trashed'>): AccountDetail[] {
  return state.accounts.filter((one) => (one.trashed !== null) === trashed && (client === undefined || one.client === client));
}

/** Accounts of a list in order. A query of one word that ends in `~` stands for one with a slip in it. */
export function listed(state: FakeState, list: ListOf): { found: AccountDetail[]; near: boolean } {
  const near = list.query.endsWith('~');
  const words = plain(list.query.replace('~', '')).split(/\s+/).filter(Boolean);
  const found = membersOf(state, list)
    .filter((one) => fits(one, list.filter ?? {}))
    .filter((one) => words.every((word) => plain(`${one.title} ${one.username} ${one.platform} ${one.tags.join()}`).includes(word)))
    .toSorted((a, b) => {
      if (list.sort === 'used') return state.used.indexOf(a.id) - state.used.indexOf(b.id);
      return (list.sort === 'client' ? clientOf(state, a).localeCompare(clientOf(state, b)) : 0) || a.title.localeCompare(b.title);
    });
  if (words.length > 0) return { found, near };
  const pins = state.pins.flatMap((id) => found.filter((one) => one.id === id));
  return { found: [...pins, ...found.filter((one) => !pins.includes(one))], near };
}

const clientOf = (state: FakeState, { client }: AccountDetail): string =>
  state.clients.find(({ id }) => id === client)?.name ?? '~';

function fits(one: AccountDetail, { tag, platform, state, hasCode: has, owner }: AccountFilter): boolean {
  const kind = markOf(one)?.kind;
  return (
    (tag === undefined || one.tags.includes(tag)) &&
    (platform === undefined || one.platform === platform) &&
    (state === undefined || kind === state || (state === 'lent' && kind === 'ending')) &&
    (has === undefined || hasCode(one) === has) &&
    (owner === undefined || (one.owner.contact === null) === (owner === 'mine'))
  );
}
