import type { businessCalls, CentreRow, MemberRow, NumberRow } from '../../../shared/contracts/engine/business.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import { adCodeHandlers } from './ad-code-calls.ts';
import type { FakeCentre } from './fake-business.ts';
import { type FakeState, fakeId } from './state.ts';

type BusinessHandlers = Handlers<{ readonly calls: typeof businessCalls; readonly events: Record<never, never> }>;

const ORDER = ['active', 'invited', 'asked', 'removed'];
const gone = { refused: 'not_found' } as const;

function rowOf({ row, assets, members }: FakeCentre): CentreRow {
  const within = members.filter(({ state }) => state === 'active');
  const ends = within.flatMap(({ until, over }) => (until === null || over ? [] : [until]));
  return {
    ...row,
    assets: assets.length,
    people: within.filter(({ as }) => as === 'person').length,
    partners: within.filter(({ as }) => as === 'partner').length,
    waiting: members.filter(({ state }) => state === 'invited' || state === 'asked').length,
    ends: ends.length === 0 ? null : Math.min(...ends),
    over: members.filter(({ over }) => over).length,
  };
}

function numbersIn(centre: FakeCentre): NumberRow[] {
  const { id, platform, name, number } = centre.row;
  const part = { kind: null, centre: id, platform, name: null };
  const row = (of: string, whose: NumberRow['whose'], owner: string, value: string | null): NumberRow[] =>
    value === null ? [] : [{ ...part, of, whose, owner, value }];
  return [
    ...row(id, 'centre', name, number),
    ...centre.assets.flatMap(({ id: of, kind, ...one }) => row(of, 'asset', one.name, one.number).map((all) => ({ ...all, kind }))),
    ...centre.members.flatMap((one) => (one.state === 'removed' ? [] : row(one.id, 'member', one.name, one.number))),
  ];
}

/** Business access over a state in memory. */
export function businessHandlers(state: FakeState): BusinessHandlers {
  const { business } = state;
  const paged = <T>(rows: T[], { offset, limit }: { offset: number; limit: number }) => ({
    total: rows.length,
    rows: rows.slice(offset, offset + limit),
  });
  const has = (text: string, query: string | undefined): boolean => text.toLowerCase().includes((query ?? '').toLowerCase());
  const centreOf = (part: string) =>
    business.centres.find(({ assets, members }) => [...assets, ...members].some(({ id }) => id === part));
  const personOf = (contact: string | null): MemberRow['person'] => {
    const one = state.people.find(({ id }) => id === contact);
    return one === undefined ? null : { contact: one.id, name: one.name, verified: one.state === 'verified' };
  };
  const put = <T extends { id: string }>(list: T[], one: T): { id: string } => {
    const at = list.findIndex(({ id }) => id === one.id);
    if (at < 0) list.push(one);
    else list[at] = one;
    state.changed('business', 'vault');
    return { id: one.id };
  };
  const numbers = (): NumberRow[] => [
    ...business.centres.flatMap(numbersIn),
    ...Object.entries(business.numbers).flatMap(([of, list]) =>
      list.map((one) => ({ of, whose: 'person' as const, kind: null, centre: null, owner: personOf(of)?.name ?? '', ...one })),
    ),
  ];
  return {
    ...adCodeHandlers(state, personOf),
    'business.list': ({ archived, query, ...page }) =>
      paged(
        business.centres.filter(({ row }) => row.archived === archived && has(`${row.name} ${row.number}`, query)).map(rowOf),
        page,
      ),
    'business.get': ({ id }) => {
      const centre = business.centres.find(({ row }) => row.id === id);
      if (centre === undefined) return gone;
      const members = centre.members.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
      return { row: rowOf(centre), notes: centre.notes, assets: centre.assets, members };
    },
    'business.save': ({ id = fakeId('cen'), contact, notes, ...rest }) => {
      const known = business.centres.find(({ row }) => row.id === id);
      const row = { id, ...rest, person: personOf(contact) };
      if (known === undefined) business.centres.push({ row, notes, assets: [], members: [] });
      else Object.assign(known, { row, notes });
      state.changed('business');
      return { id };
    },
    'business.remove': ({ id }) => {
      const centre = business.centres.find(({ row }) => row.id === id);
      if (centre?.members.some((one) => one.state !== 'removed')) return { refused: 'centre_in_use' };
      business.centres = business.centres.filter((one) => one !== centre);
      state.changed('business');
      return {};
    },
    'business.saveAsset': ({ id = fakeId('ast'), centre, account, ...rest }) => {
      const linked = state.accounts.find((one) => one.id === account);
      const assets = business.centres.find(({ row }) => row.id === centre)?.assets;
      if (assets === undefined) return gone;
      return put(assets, {
        ...{ id, ...rest },
        account: linked ? { id: linked.id, title: linked.title, username: linked.username } : null,
      });
    },
    'business.removeAsset': ({ id }) => {
      const centre = centreOf(id);
      if (centre === undefined) return gone;
      centre.assets = centre.assets.filter((one) => one.id !== id);
      state.changed('business');
      return {};
    },
    'business.saveMember': ({ id = fakeId('mem'), centre, contact, ...rest }) => {
      const members = business.centres.find(({ row }) => row.id === centre)?.members;
      if (members === undefined) return gone;
      const since = rest.state === 'active' ? (members.find((one) => one.id === id)?.since ?? state.now()) : null;
      const over = rest.until !== null && rest.until <= state.now();
      return put(members, { ...{ id, ...rest }, ...{ person: personOf(contact), since, over, removed: null } });
    },
    'business.stays': ({ member }) => {
      const centre = centreOf(member);
      const used = centre?.members.find(({ id }) => id === member)?.assets ?? [];
      const of = (hold: 'owns' | 'may_use') => (centre?.assets ?? []).filter((one) => one.hold === hold && used.includes(one.id));
      return { theirs: of('may_use'), back: of('owns'), ...(business.stays[member] ?? { people: [], adCodes: 0 }) };
    },
    'business.removeMember': ({ id }) => {
      const one = centreOf(id)?.members.find((member) => member.id === id);
      if (one === undefined) return gone;
      Object.assign(one, { state: 'removed', removed: state.now(), over: false });
      state.changed('business', 'vault');
      return {};
    },
    'business.numbers': ({ query, ...page }) =>
      paged(
        numbers().filter(({ owner, value, name }) => has(`${owner} ${value} ${name}`, query)),
        page,
      ),
    'business.copyNumber': ({ of, value }) => {
      if (!numbers().some((one) => one.of === of && one.value === value)) return gone;
      business.copied.push(value);
      return {};
    },
    'business.personNumbers': ({ contact }) => ({ numbers: business.numbers[contact] ?? [] }),
    'business.savePersonNumbers': ({ contact, numbers: list }) => {
      business.numbers[contact] = list;
      state.changed('business');
      return {};
    },
  };
}

/** How many are in somewhere after their last day, for the rail. */
export function overIn(state: FakeState): number {
  return state.business.centres.flatMap(({ members }) => members).filter(({ over }) => over).length;
}
