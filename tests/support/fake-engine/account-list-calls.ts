import type { Bulk, BulkAct } from '../../../shared/contracts/engine/account-list.ts';
import type { accountListCalls } from '../../../shared/contracts/engine/account-list.ts';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import type { EngineContract } from '../../../shared/contracts/engine.ts';
import { TRASH_DAYS } from '../../../shared/limits.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { hasCode, listed, markOf, membersOf } from './listed.ts';
import { byId, type FakeState } from './state.ts';

const DAY = 86_400;

/** Calls on the list of accounts over a state in memory. */
export function accountListHandlers(state: FakeState): Pick<Handlers<EngineContract>, keyof typeof accountListCalls> {
  const isHeld = (one: AccountDetail): boolean => one.access.length > 0;
  const purge = (ids: readonly string[]) => {
    const some = state.accounts.filter((one) => one.trashed !== null && ids.includes(one.id));
    const gone = some.filter((one) => !isHeld(one));
    state.accounts = state.accounts.filter((one) => !gone.includes(one));
    state.changed('accounts', 'clients');
    return { purged: gone.length, held: some.length - gone.length };
  };
  const setPins = (pins: string[]): void => {
    state.pins = pins;
    for (const one of state.accounts) one.pinned = pins.includes(one.id);
    state.changed('accounts');
  };
  return {
    'accounts.ids': (query) => ({ ids: listed(state, query).found.map(({ id }) => id) }),
    'accounts.facets': (of) => {
      const all = membersOf(state, of);
      const count = (is: (one: AccountDetail) => boolean): number => all.filter(is).length;
      const mark = (one: AccountDetail) => markOf(one)?.kind;
      return {
        tags: tagsOf(all),
        platforms: [...new Set(all.map(({ platform }) => platform))].map((platform) => ({
          platform,
          accounts: count((one) => one.platform === platform),
        })),
        states: {
          lent: count((one) => mark(one) === 'lent' || mark(one) === 'ending'),
          ending: count((one) => mark(one) === 'ending'),
          exposed: count((one) => mark(one) === 'exposed'),
        },
        codes: { with: count(hasCode), without: count((one) => !hasCode(one)) },
        owners: { mine: count((one) => one.owner.contact === null), others: count((one) => one.owner.contact !== null) },
        quality: null,
      };
    },
    'accounts.bulk': ({ ids, act }) => bulk(state, ids, act),
    'accounts.pin': ({ id, before }) => {
      const others = state.pins.filter((one) => one !== id);
      setPins(others.toSpliced(before === null ? others.length : others.indexOf(before), 0, id));
      return {};
    },
    'accounts.unpin': ({ id }) => {
      const before = state.pins[state.pins.indexOf(id) + 1] ?? null;
      setPins(state.pins.filter((one) => one !== id));
      return { before };
    },
    'accounts.similar': ({ id, platform, username }) => ({
      accounts: state.accounts
        .filter((one) => one.id !== id && one.platform === platform && username !== '' && one.username === username)
        .map((one) => ({ id: one.id, title: one.title, username: one.username, client: one.client }))
        .slice(0, 5),
    }),
    'tags.list': ({ of }) => ({
      tags: tagsOf(of === undefined ? membersOf(state, { trashed: false }) : state.accounts.filter(({ id }) => of.includes(id))),
    }),
    'tags.rename': ({ tag, to }) => {
      const ids = state.accounts.filter((one) => one.tags.includes(tag)).map(({ id }) => id);
      return bulk(state, ids, to === null ? { kind: 'untag', tag } : { kind: 'retag', tag, to });
    },
    'trash.of': ({ id }) => {
      const one = byId(state.accounts, id);
      if ('refused' in one || one.trashed === null) return { stay: null };
      return { stay: { until: one.trashed + TRASH_DAYS * DAY, held: isHeld(one) ? 'lent' : null } };
    },
    'trash.purge': ({ ids }) => purge(ids),
    'trash.empty': () => purge(state.accounts.map(({ id }) => id)),
    'clients.putBack': ({ id }) => {
      const removed = state.removed[id];
      if (removed === undefined) return { refused: 'not_found' };
      state.clients = [...state.clients, removed.client];
      for (const one of state.accounts) if (removed.accounts.includes(one.id)) one.client = id;
      state.changed('clients', 'accounts');
      return {};
    },
  };
}

function tagsOf(accounts: readonly AccountDetail[]): { tag: string; accounts: number }[] {
  const tags = [...new Set(accounts.flatMap((one) => one.tags))].toSorted();
  return tags.map((tag) => ({ tag, accounts: accounts.filter((one) => one.tags.includes(tag)).length }));
}

function bulk(state: FakeState, ids: readonly string[], act: BulkAct) {
  const back: Bulk[] = [];
  for (const one of state.accounts) {
    const undo = ids.includes(one.id) ? acted(one, act, state.now()) : null;
    if (undo !== null) back.push({ ids: [one.id], act: undo });
  }
  state.changed('accounts', 'clients');
  return { changed: back.length, back };
}

/** Does an act to an account; gives what takes it back, null where nothing changed. */
function acted(one: AccountDetail, act: BulkAct, now: number): BulkAct | null {
  switch (act.kind) {
    case 'trash':
      one.trashed = now;
      return { kind: 'restore' };
    case 'restore':
      one.trashed = null;
      return { kind: 'trash' };
    case 'move': {
      const { client } = one;
      one.client = act.client;
      return client === act.client ? null : { kind: 'move', client };
    }
    case 'tag': {
      if (one.tags.includes(act.tag)) return null;
      one.tags = [...one.tags, act.tag];
      return { kind: 'untag', tag: act.tag };
    }
    case 'untag':
    case 'retag': {
      if (!one.tags.includes(act.tag)) return null;
      one.tags = one.tags.flatMap((tag) => (tag !== act.tag ? tag : act.kind === 'retag' ? act.to : []));
      return act.kind === 'retag' ? { kind: 'retag', tag: act.to, to: act.tag } : { kind: 'tag', tag: act.tag };
    }
  }
}
