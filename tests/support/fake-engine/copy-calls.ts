import type { EngineContract } from '../../../shared/contracts/engine.ts';
import type { CopyRow, copyCalls } from '../../../shared/contracts/engine/copies.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import type { FakeCopy } from './fake-copy.ts';
import { fakeId, type FakeState, steadyId } from './state.ts';

const day = 86_400;

function row(name: string, state: CopyRow['state'], now: number, more: Partial<CopyRow> = {}): CopyRow {
  return {
    ...{ id: steadyId(name), state, title: name, username: `@${name.toLowerCase()}`, client: 'Harbour Bakery', platform: 'tiktok' },
    ...{
      changed: now - 30 * day,
      trashed: false,
      here: state === 'only_there' ? null : { changed: now - 30 * day, trashed: false },
    },
    ...{ parts: [], brought: false },
    ...more,
  };
}

/** A copy with two accounts that are only there, two that differ and three that are the same. */
export function fakeCopy(now: number): FakeCopy {
  const differs = { parts: ['password' as const, 'notes' as const], here: { changed: now - 2 * day, trashed: false } };
  return {
    rows: [
      row('Depop', 'only_there', now, { platform: 'etsy' }),
      row('Vimeo', 'only_there', now, { platform: 'youtube', client: null, trashed: true }),
      row('Etsy', 'differs', now, { ...differs, platform: 'etsy' }),
      row('Instagram', 'differs', now, {
        parts: ['trash'],
        platform: 'instagram',
        changed: now - day,
        here: { changed: now - 3 * day, trashed: true },
      }),
      ...['Mailchimp', 'Shopify', 'TikTok'].map((name) => row(name, 'same', now, { platform: name.toLowerCase() })),
    ],
    damage: null,
    setAside: 0,
    onlyHere: 1,
    password: null,
    fails: null,
    unreadable: 0,
    ownerless: 0,
    strangers: 0,
    open: null,
    brought: [],
    closed: [],
  };
}

/** The calls about other files of the vault, over a state in memory. */
export function copyHandlers(state: FakeState): Pick<Handlers<EngineContract>, keyof typeof copyCalls> {
  const held = (copy: string): FakeCopy | null => (state.safety.copy.open?.copy === copy ? state.safety.copy : null);
  const gone = { refused: 'not_found' } as const;
  return {
    'copies.open': ({ source }) => {
      const { copy, health } = state.safety;
      if (copy.fails !== null) return copy.fails;
      const backup = source.kind === 'backup' ? health.backups.find(({ id }) => id === source.backup) : undefined;
      if (source.kind === 'backup' && backup === undefined) return { refused: 'no_backup' };
      const locked = copy.password !== null;
      copy.open = {
        ...{
          copy: fakeId('cpy'),
          kind: source.kind,
          name: source.kind === 'file' ? 'studio-voss (conflicted copy).latchkey' : null,
        },
        ...{ at: backup?.at ?? (locked ? null : state.now() - 2 * day), bytes: 408_000, locked },
        ...{ damage: locked ? null : copy.damage, setAside: locked ? 0 : copy.setAside },
      };
      return copy.open;
    },
    'copies.unlock': ({ copy: id, password }) => {
      const copy = held(id);
      if (copy?.open == null) return gone;
      if (password !== copy.password) return { refused: 'wrong_password' };
      copy.open = { ...copy.open, locked: false, damage: copy.damage, setAside: copy.setAside };
      return copy.open;
    },
    'copies.readBehind': ({ copy: id }) => {
      const copy = held(id);
      if (copy?.open == null || copy.damage === null) return gone;
      copy.rows = [row('Behind', 'only_there', state.now()), ...copy.rows];
      copy.open = { ...copy.open, damage: { ...copy.damage, lostBytes: 400, missingSaves: 1, isReadBehind: true } };
      return copy.open;
    },
    'copies.list': ({ copy: id, show, query, offset, limit }) => {
      const copy = held(id);
      if (copy === null || copy.open?.locked === true) return gone;
      const fits = (one: CopyRow): boolean => `${one.title} ${one.username}`.toLowerCase().includes(query.toLowerCase());
      const found = copy.rows.filter((one) => (show === 'all' || one.state === show) && fits(one));
      const of = (what: CopyRow['state']): number => copy.rows.filter((one) => one.state === what).length;
      return {
        counts: { onlyThere: of('only_there'), differs: of('differs'), same: of('same'), onlyHere: copy.onlyHere },
        total: found.length,
        rows: found.slice(offset, offset + limit),
      };
    },
    'copies.bringIn': ({ copy: id, ids }) => {
      const copy = held(id);
      if (copy === null) return gone;
      if (state.readOnly === 'forked') return { refused: 'forked' };
      copy.brought.push(...ids);
      copy.rows = copy.rows.map((one) => (ids.includes(one.id) ? { ...one, brought: true } : one));
      state.changed('accounts', 'clients');
      const { unreadable, ownerless, strangers } = copy;
      return { brought: ids.length, clients: 0, unreadable, ownerless, strangers, mark: 'from backup of 12 Mar' };
    },
    'copies.close': ({ copy }) => {
      if (held(copy) !== null) state.safety.copy.open = null;
      state.safety.copy.closed.push(copy);
      return {};
    },
  };
}
