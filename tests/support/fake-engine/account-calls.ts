import type { AccountDetail, AccountForm } from '../../../shared/contracts/engine/accounts.ts';
import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { byId, type FakeState, fakeId } from './state.ts';

type Calls = `clients.${string}` | `accounts.${string}`;
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function markOf(one: AccountDetail): { kind: 'exposed' } | { kind: 'ending' | 'lent'; left: number; until: number } | null {
  const lent = one.access[0];
  if (lent)
    return lent.state === 'ending'
      ? { kind: 'ending', left: 0.2, until: lent.until }
      : { kind: 'lent', left: 0.9, until: lent.until };
  return one.password?.exposed ? { kind: 'exposed' } : null;
}

function write(state: FakeState, one: AccountDetail, form: AccountForm): void {
  const secrets = (state.secrets[one.id] ??= {});
  const { client, platform, kind, title, username, recoveryMail, recoveryPhone, address, tags } = form;
  Object.assign(one, { client, platform, kind, title, username, recoveryMail, recoveryPhone, address, tags });
  const owner = state.people.find((person) => person.id === form.owner);
  one.owner = owner
    ? { contact: owner.id, name: owner.name, verified: owner.state === 'verified' }
    : { contact: null, name: 'Maren Voss', verified: true };
  if (form.password !== undefined) {
    one.password = form.password === null ? null : { changed: state.now(), exposed: false };
    if (form.password !== null) secrets.password = form.password;
  }
  if (form.notes !== undefined) {
    one.hasNotes = form.notes !== null;
    if (form.notes !== null) secrets.notes = form.notes;
  }
  if (form.backupCodes !== undefined) {
    one.backupCodes = form.backupCodes.map((code) => {
      const id = fakeId('bak');
      secrets[`backup/${id}`] = code;
      return { id, used: null };
    });
  }
  if (form.fields !== undefined) {
    one.fields = form.fields.map((field) => {
      const id = field.id ?? fakeId('fld');
      if (field.value !== undefined) secrets[`field/${id}`] = field.value;
      return {
        id,
        name: field.name,
        secret: field.secret,
        value: field.secret ? null : (field.value ?? secrets[`field/${id}`] ?? null),
      };
    });
  }
}

/** Clients and accounts over a state in memory. */
export function accountHandlers(state: FakeState): Pick<Handlers<EngineContract>, Extract<keyof EngineContract['calls'], Calls>> {
  const find = (id: string) => byId(state.accounts, id);
  const textOf = (one: AccountDetail, field: string): string | null => {
    if (field === 'username') return one.username;
    if (field === 'recoveryMail' || field === 'recoveryPhone' || field === 'address') return one[field];
    return state.secrets[one.id]?.[field] ?? null;
  };
  return {
    'clients.list': () => {
      const live = state.accounts.filter((one) => one.trashed === null);
      return {
        clients: state.clients.map((client) => ({ ...client, accounts: live.filter((one) => one.client === client.id).length })),
        unfiled: live.filter((one) => one.client === null).length,
      };
    },
    'clients.save': ({ id = fakeId('cli'), ...rest }) => {
      state.clients = [...state.clients.filter((client) => client.id !== id), { id, ...rest }];
      state.changed('clients');
      return { id };
    },
    'clients.remove': ({ id }) => {
      state.clients = state.clients.filter((client) => client.id !== id);
      for (const one of state.accounts) if (one.client === id) one.client = null;
      state.changed('clients', 'accounts');
      return {};
    },
    'accounts.list': ({ client, query, sort, trashed, offset, limit }) => {
      const words = plain(query).split(/\s+/).filter(Boolean);
      const found = state.accounts
        .filter((one) => (one.trashed !== null) === trashed && (client === undefined || one.client === client))
        .filter((one) =>
          words.every((word) => plain(`${one.title} ${one.username} ${one.platform} ${one.tags.join()}`).includes(word)),
        )
        .toSorted((a, b) =>
          sort === 'title' ? a.title.localeCompare(b.title) : state.used.indexOf(a.id) - state.used.indexOf(b.id),
        );
      const rows = found.slice(offset, offset + limit).map((one) => ({
        id: one.id,
        client: one.client,
        platform: one.platform,
        title: one.title,
        username: one.username,
        mark: markOf(one),
        hasCode: one.factors.some((factor) => factor.kind === 'authenticator'),
        trashed: one.trashed,
      }));
      return { total: found.length, rows };
    },
    'accounts.get': ({ id }) => find(id),
    'accounts.save': (form) => {
      const known = form.id === undefined ? null : find(form.id);
      if (known !== null && 'refused' in known) return known;
      const one = known ?? blank(fakeId('acc'));
      if (known === null) {
        state.accounts.push(one);
        state.used.unshift(one.id);
      }
      write(state, one, form);
      state.changed('accounts', 'clients');
      return { id: one.id };
    },
    'accounts.trash': ({ id }) => move(state, id, state.now()),
    'accounts.restore': ({ id }) => move(state, id, null),
    'accounts.reveal': ({ id, field }) => {
      const one = find(id);
      if ('refused' in one) return one;
      const text = textOf(one, field);
      return text === null ? { refused: 'not_found' } : { text };
    },
    'accounts.copy': ({ id }) => {
      const one = find(id);
      return 'refused' in one ? one : { until: state.now() + 30 };
    },
    'accounts.backupUsed': ({ id, code, used }) => {
      const one = find(id);
      if ('refused' in one) return one;
      for (const backup of one.backupCodes) if (backup.id === code) backup.used = used ? state.now() : null;
      state.changed('accounts');
      return {};
    },
    'accounts.generate': ({ length, symbols }) => ({
      password: (symbols ? 'k7#Wd!mQ2-zT' : 'k7bWdHmQ2xzT').repeat(6).slice(0, length),
    }),
  };
}

function move(state: FakeState, id: string, trashed: number | null) {
  const one = byId(state.accounts, id);
  if ('refused' in one) return one;
  one.trashed = trashed;
  state.changed('accounts', 'clients');
  return {};
}

function blank(id: string): AccountDetail {
  return {
    ...{
      id,
      client: null,
      platform: 'tiktok',
      kind: 'personal',
      title: '',
      username: null,
      recoveryMail: null,
      recoveryPhone: null,
    },
    ...{ address: null, tags: [], owner: { contact: null, name: 'Maren Voss', verified: true }, password: null, candidate: null },
    ...{
      hasNotes: false,
      factors: [],
      backupCodes: [],
      fields: [],
      history: [],
      access: [],
      exposures: [],
      lately: [],
      trashed: null,
    },
  };
}
