import type { AccountDetail, AccountForm } from '../../../shared/contracts/engine/accounts.ts';
import type { Recipe } from '../../../shared/contracts/engine/generate.ts';
import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { accountListCalls } from '../../../shared/contracts/engine/account-list.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { hasCode, listed, markOf } from './listed.ts';
import { byId, type FakeState, fakeId } from './state.ts';

type Calls = `clients.${string}` | `accounts.${string}`;

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
export function accountHandlers(
  state: FakeState,
): Pick<Handlers<EngineContract>, Exclude<Extract<keyof EngineContract['calls'], Calls>, keyof typeof accountListCalls>> {
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
      const client = state.clients.find((one) => one.id === id);
      const accounts = state.accounts.filter((one) => one.client === id);
      if (client !== undefined) state.removed[id] = { client, accounts: accounts.map((one) => one.id) };
      state.clients = state.clients.filter((one) => one.id !== id);
      for (const one of accounts) one.client = null;
      state.changed('clients', 'accounts');
      return {};
    },
    'accounts.list': (query) => {
      const { found, near } = listed(state, query);
      const rows = found.slice(query.offset, query.offset + query.limit).map((one) => ({
        id: one.id,
        client: one.client,
        platform: one.platform,
        title: one.title,
        username: one.username,
        mark: markOf(one),
        hasCode: hasCode(one),
        trashed: one.trashed,
        pinned: one.pinned,
      }));
      return { total: found.length, near, rows };
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
    'accounts.putBack': ({ id, field }) => {
      const one = find(id);
      if ('refused' in one) return one;
      if (state.readOnly !== null) return { refused: 'read_only' };
      const secrets = (state.secrets[id] ??= {});
      const [text, before] = [secrets[field], secrets['password']];
      if (text === undefined) return { refused: 'not_found' };
      if (field.startsWith('earlier/')) return putBackOther(state, one, text, field.slice(8));
      if (before !== undefined) {
        const entry = fakeId('his');
        secrets[`history/${entry}`] = before;
        one.history = [{ id: entry, set: one.password?.changed ?? state.now(), replaced: state.now() }, ...one.history];
      }
      secrets['password'] = text;
      one.password = { changed: state.now(), exposed: false };
      state.changed('accounts');
      return {};
    },
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
    'accounts.generate': ({ recipe }) => ({ drawn: fakeId('drw'), ...drawnOf(recipe) }),
    'accounts.copyDrawn': () => ({ until: state.now() + 30 }),
  };
}

/** Notes alone come into force; of codes and fields it is only known that they were asked for. */
function putBackOther(state: FakeState, one: AccountDetail, text: string, entry: string) {
  const found = one.earlier.find(({ id }) => id === entry);
  if (found === undefined) return { refused: 'not_found' as const };
  const secrets = (state.secrets[one.id] ??= {});
  if (found.of === 'notes') {
    const kept = fakeId('ear');
    secrets[`earlier/${kept}`] = secrets.notes ?? '';
    one.earlier = [{ id: kept, of: 'notes', name: null, replaced: state.now() }, ...one.earlier];
    secrets.notes = text;
  }
  state.changed('accounts');
  return {};
}

function drawnOf(recipe: Recipe): { password: string; bits: number } {
  if (recipe.kind === 'words') return { password: 'legal winner thank year wave'.replaceAll(' ', recipe.separator), bits: 55 };
  if (recipe.kind === 'spoken') return { password: 'lusab-babad-gutih-tugad', bits: 64 };
  const password = (recipe.symbols === '' ? 'k7bWdHmQ2xzT' : 'k7#Wd!mQ2-zT').repeat(6).slice(0, recipe.length);
  return { password, bits: recipe.length * 6 };
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
      earlier: [],
      earlierKeys: [],
      access: [],
      exposures: [],
      lately: [],
      made: 1_790_000_000,
      changed: 1_790_000_000,
      used: null,
      trashed: null,
      pinned: false,
    },
  };
}
